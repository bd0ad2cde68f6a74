import { json, type Exchange, type Reply } from '../http/exchange';
import { oktaError } from '../http/okta-error';
import type { Org } from '../model/org';
import { isAssigned } from '../model/setup/org-setup';
import type { AuthorizationServer } from '../model/authorization-server';
import { accessTokenClaims, idTokenClaims } from './claims';
import type { Grant } from '../model/grants';
import { issuerOf } from '../model/issuer';
import { oauthError, reasonOf } from '../http/oauth-error';
import { supportedGrantTypes } from './metadata';
import { refuseVerifier } from './pkce';
import { refuseClient } from './refuse-client';
import { parseScopes } from './scopes';

/** `POST /v1/token` for the two grants a native client of a sign-up can have. */
export function token(
  server: AuthorizationServer,
  exchange: Exchange,
  org: Org,
): Reply | Promise<Reply> {
  const { body } = exchange;
  if (body.kind !== 'form') return oktaError(body.kind === 'unsupported' ? 'E0000021' : 'E0000003');
  const form = body.value;
  const refusal = refuseClient(exchange, form, org, 'token') ?? refuseTokens(org);
  if (refusal) {
    org.systemLog.note('app.oauth2.as.token.grant', 'FAILURE', reasonOf(refusal));
    return refusal;
  }
  switch (form.get('grant_type')) {
    case 'interaction_code':
    case 'urn:okta:params:oauth:grant-type:interaction_code':
      return redeemInteractionCode(server, exchange, form, org);
    case 'refresh_token':
      return redeemRefreshToken(server, exchange, form, org);
    case 'authorization_code':
      // `authorize` gives nobody a code.
      return invalidGrant('The authorization code is invalid or has expired.');
    default:
      return oauthError(
        400,
        'unsupported_grant_type',
        `The authorization grant type is not supported by the authorization server. Configured grant types: [${supportedGrantTypes.join(', ')}].`,
      );
  }
}

/** What the org has against every exchange, whatever is exchanged. */
function refuseTokens({ setup }: Org): Reply | null {
  const { app, defects } = setup;
  if (app.dpopBoundAccessTokens) {
    return oauthError(400, 'invalid_dpop_proof', 'The DPoP proof JWT header is missing.');
  }
  if (!isAssigned(setup) && defects.unassignedShows === 'token') {
    return oauthError(400, 'access_denied', 'User is not assigned to the client application.');
  }
  if (!defects.token) return null;
  const { status, error, description } = defects.token;
  return oauthError(status, error, description);
}

const invalidGrant = (description: string) => oauthError(400, 'invalid_grant', description);

function redeemInteractionCode(
  server: AuthorizationServer,
  exchange: Exchange,
  form: URLSearchParams,
  org: Org,
): Reply | Promise<Reply> {
  const grant = org.grants.redeemInteractionCode(form.get('interaction_code') ?? '');
  if (!grant) return invalidGrant('The interaction code is invalid or has expired.');
  if (grant.request.server !== server) {
    return invalidGrant('The grant was issued for another authorization server.');
  }
  const redirectUri = form.get('redirect_uri');
  if (redirectUri !== null && redirectUri !== grant.request.redirectUri) {
    return invalidGrant(
      "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
    );
  }
  const refusal = refuseVerifier(form.get('code_verifier') ?? '', grant.request.codeChallenge);
  if (refusal) return refusal;
  const { scopes } = grant.request;
  return issueTokens(server, exchange, org, {
    grant,
    scopes,
    refreshToken: scopes.includes('offline_access') ? org.grants.issueRefreshToken(grant) : null,
  });
}

function redeemRefreshToken(
  server: AuthorizationServer,
  exchange: Exchange,
  form: URLSearchParams,
  org: Org,
): Reply | Promise<Reply> {
  const { refreshTokens: rotation } = org.policy;
  const token = form.get('refresh_token') ?? '';
  const grant = org.grants.findRefreshGrant(token, rotation);
  if (!grant || grant.request.server !== server) {
    return invalidGrant('The refresh token is invalid or expired.');
  }
  const granted = grant.request.scopes;
  const asked = parseScopes(form.get('scope'));
  const denied = asked.filter((scope) => !granted.includes(scope));
  if (denied.length > 0) {
    // RFC 6749 section 6 and Okta's reference of the endpoint: a subset. The sentence is Okta's.
    return oauthError(
      400,
      'invalid_scope',
      `Some of the scopes requested for the refresh request were not granted in the original authorize request. Denied scopes: ${denied.join(', ')}.`,
    );
  }
  const scopes = asked.length === 0 ? granted : asked;
  return issueTokens(server, exchange, org, {
    grant,
    scopes,
    // Without the scope none is returned, and the one that was sent stays good.
    refreshToken: scopes.includes('offline_access')
      ? org.grants.renewRefreshToken(token, rotation)
      : null,
  });
}

interface Issue {
  readonly grant: Grant;
  readonly scopes: readonly string[];
  readonly refreshToken: string | null;
}

async function issueTokens(
  server: AuthorizationServer,
  exchange: Exchange,
  org: Org,
  { grant, scopes, refreshToken }: Issue,
): Promise<Reply> {
  const account = org.accounts.find(grant.accountId);
  if (!account) return invalidGrant('The user is no longer active.');
  const lifetimeSeconds = org.policy.tokenLifetimeSeconds;
  const context = {
    account,
    grant,
    scopes,
    server,
    orgId: org.id,
    issuer: issuerOf(org.setup, server, exchange.origin),
    now: org.now(),
    lifetimeSeconds,
  };
  const accessToken = await org.signingKey.sign(accessTokenClaims(context));
  org.grants.noteAccessToken(accessToken, { grant, scopes }, org.now() + lifetimeSeconds * 1000);
  return json(200, {
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    access_token: accessToken,
    scope: scopes.join(' '),
    ...(refreshToken !== null && { refresh_token: refreshToken }),
    ...(scopes.includes('openid') && {
      id_token: await org.signingKey.sign(idTokenClaims(context, accessToken)),
    }),
  });
}
