import { createHash } from 'node:crypto';
import { json, type Exchange, type Reply } from '../http/exchange';
import { oktaError } from '../http/okta-error';
import type { Org } from '../org';
import { isAssigned } from '../setup/org-setup';
import type { AuthorizationServer } from './authorization-server';
import { accessTokenClaims, idTokenClaims } from './claims';
import type { Grant } from './grants';
import { issuerOf } from './issuer';
import { oauthError, reasonOf } from './oauth-error';
import { refuseClient } from './refuse-client';

/** `POST /v1/token` for the two grants a native client of a sign-up can have. */
export function token(
  server: AuthorizationServer,
  exchange: Exchange,
  org: Org,
): Reply | Promise<Reply> {
  const { body } = exchange;
  if (body.kind !== 'form') return oktaError(body.kind === 'unsupported' ? 'E0000021' : 'E0000003');
  const form = body.value;
  const refusal = refuseClient(form, org, 'token') ?? refuseTokens(org);
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
    default:
      return oauthError(
        400,
        'unsupported_grant_type',
        'The authorization grant type is not supported by the authorization server. Configured grant types: [interaction_code, refresh_token].',
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
  if (challengeOf(form.get('code_verifier') ?? '') !== grant.request.codeChallenge) {
    return invalidGrant('PKCE verification failed.');
  }
  return issueTokens(server, exchange, grant, org);
}

function redeemRefreshToken(
  server: AuthorizationServer,
  exchange: Exchange,
  form: URLSearchParams,
  org: Org,
): Reply | Promise<Reply> {
  const grant = org.grants.redeemRefreshToken(form.get('refresh_token') ?? '');
  if (!grant || grant.request.server !== server) {
    return invalidGrant('The refresh token is invalid or expired.');
  }
  return issueTokens(server, exchange, grant, org);
}

/** S256 of RFC 7636 section 4.2. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

async function issueTokens(
  server: AuthorizationServer,
  exchange: Exchange,
  grant: Grant,
  org: Org,
): Promise<Reply> {
  const account = org.accounts.find(grant.accountId);
  if (!account) return invalidGrant('The user is no longer active.');
  const { scopes } = grant.request;
  const lifetimeSeconds = org.policy.tokenLifetimeSeconds;
  const context = {
    account,
    grant,
    issuer: issuerOf(org.setup, server, exchange.origin),
    now: org.now(),
    lifetimeSeconds,
  };
  const accessToken = await org.signingKey.sign(accessTokenClaims(context));
  org.grants.noteAccessToken(accessToken, grant, org.now() + lifetimeSeconds * 1000);
  return json(200, {
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    access_token: accessToken,
    scope: scopes.join(' '),
    ...(scopes.includes('offline_access') && {
      refresh_token: org.grants.issueRefreshToken(grant),
    }),
    ...(scopes.includes('openid') && {
      id_token: await org.signingKey.sign(idTokenClaims(context, accessToken)),
    }),
  });
}
