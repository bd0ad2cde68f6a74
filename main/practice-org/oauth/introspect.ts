import { json, type Exchange, type Reply } from '../http/exchange';
import { oktaError } from '../http/okta-error';
import type { Org } from '../model/org';
import type { AuthorizationServer } from '../model/authorization-server';
import { oauthError } from '../http/oauth-error';
import { refuseClient } from './refuse-client';

const inactive = json(200, { active: false });

/**
 * `POST /v1/introspect` (RFC 7662) with the members of Okta's reference. What is not good, is another server's
 * or was never a token is told alike.
 */
export async function introspectToken(
  server: AuthorizationServer,
  exchange: Exchange,
  org: Org,
): Promise<Reply> {
  const { body } = exchange;
  if (body.kind !== 'form') return oktaError(body.kind === 'unsupported' ? 'E0000021' : 'E0000003');
  const refusal = refuseClient(exchange, body.value, org, 'introspect');
  if (refusal) return refusal;
  const token = body.value.get('token') ?? '';
  if (token === '') {
    return oauthError(400, 'invalid_request', "The 'token' parameter is required.");
  }
  const live = org.grants.findToken(token, org.policy.refreshTokens);
  if (!live) return json(200, (await describeIdToken(token, org)) ?? { active: false });
  const { grant, kind, scopes } = live;
  const account = org.accounts.find(grant.accountId);
  if (!account || grant.request.server !== server) return inactive;
  const common = {
    active: true,
    token_type: 'Bearer',
    scope: scopes.join(' '),
    client_id: grant.request.clientId,
    username: account.login,
    sub: account.login,
  };
  if (kind === 'refresh_token') return json(200, common);
  const { exp, iat, aud, iss, jti, uid } = (await org.signingKey.verify(token)) ?? {};
  return json(200, { ...common, exp, iat, aud, iss, jti, uid });
}

async function describeIdToken(token: string, org: Org) {
  const claims = await org.signingKey.verify(token);
  const isIdToken = claims !== null && claims.aud === org.app.id;
  if (!isIdToken || (claims.exp ?? 0) * 1000 <= org.now()) return null;
  return { active: true, token_type: 'Bearer', client_id: org.app.id, ...claims };
}
