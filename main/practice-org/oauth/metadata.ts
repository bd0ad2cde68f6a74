import { json } from '../http/exchange';
import type { Route } from '../model/route';
import type { OrgSetup } from '../model/setup/org-setup';
import type { AuthorizationServer } from '../model/authorization-server';
import { issuerOf } from '../model/issuer';
import { scopesOf } from './scopes';

/** Metadata changes only with the program; okta-auth-js keeps it for a day anyway. */
const cached = { 'Cache-Control': 'max-age=86400, must-revalidate', Pragma: '', Expires: '' };

export function metadataRoutes(server: AuthorizationServer): readonly Route[] {
  const path = (name: string) => `${server.issuerPath}/.well-known/${name}`;
  return [
    {
      method: 'GET',
      path: path('openid-configuration'),
      isPublic: true,
      handle: ({ origin }, { setup }) =>
        json(
          200,
          { ...oauthMetadata(server, origin, setup), ...openIdMetadata(server, origin) },
          cached,
        ),
    },
    {
      method: 'GET',
      path: path('oauth-authorization-server'),
      isPublic: true,
      handle: ({ origin }, { setup }) => json(200, oauthMetadata(server, origin, setup), cached),
    },
    {
      method: 'GET',
      path: `${server.endpointPath}/keys`,
      isPublic: true,
      handle: async (_, org) => json(200, { keys: [await org.signingKey.publicJwk()] }, cached),
    },
  ];
}

export const supportedGrantTypes = [
  'authorization_code',
  'refresh_token',
  'urn:okta:params:oauth:grant-type:interaction_code',
  'interaction_code',
] as const;

const claimsSupported = [
  'iss',
  'ver',
  'sub',
  'aud',
  'iat',
  'exp',
  'jti',
  'auth_time',
  'amr',
  'idp',
  'nonce',
  'at_hash',
  'name',
  'preferred_username',
  'given_name',
  'family_name',
  'zoneinfo',
  'locale',
  'updated_at',
  'email',
  'email_verified',
  'phone_number',
] as const;

/** RFC 8414. Only endpoints that are served are named: Okta's for devices and registration are not. */
function oauthMetadata(server: AuthorizationServer, origin: string, setup: OrgSetup) {
  const endpoint = (name: string) => `${origin}${server.endpointPath}/${name}`;
  return {
    issuer: issuerOf(setup, server, origin),
    authorization_endpoint: endpoint('authorize'),
    token_endpoint: endpoint('token'),
    jwks_uri: endpoint('keys'),
    introspection_endpoint: endpoint('introspect'),
    revocation_endpoint: endpoint('revoke'),
    end_session_endpoint: endpoint('logout'),
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment', 'okta_post_message'],
    grant_types_supported: supportedGrantTypes,
    subject_types_supported: ['public'],
    scopes_supported: scopesOf(setup, server),
    token_endpoint_auth_methods_supported: ['none'],
    introspection_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    claims_supported: claimsSupported,
  };
}

/** OpenID Connect Discovery 1.0 section 3. */
function openIdMetadata(server: AuthorizationServer, origin: string) {
  return {
    userinfo_endpoint: `${origin}${server.endpointPath}/userinfo`,
    id_token_signing_alg_values_supported: ['RS256'],
  };
}
