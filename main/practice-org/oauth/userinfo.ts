import { empty, json, type Exchange, type Reply } from '../http/exchange';
import type { Org } from '../model/org';
import { personalClaims } from './claims';

/** `GET /v1/userinfo`. A refusal has no body: RFC 6750 section 3 puts it into a header. */
export function userinfo(exchange: Exchange, org: Org): Reply {
  const [scheme, accessToken = ''] = (exchange.headers.authorization ?? '').split(' ');
  const live = scheme?.toLowerCase() === 'bearer' ? org.grants.findAccessToken(accessToken) : null;
  const account = live && org.accounts.find(live.grant.accountId);
  if (!live || !account) {
    return refuse(401, exchange, 'invalid_token', 'The access token is invalid.');
  }
  if (!live.scopes.includes('openid')) {
    return refuse(
      403,
      exchange,
      'insufficient_scope',
      'The access token must provide access to at least one of these scopes - openid',
    );
  }
  return json(200, personalClaims(account, live.scopes));
}

function refuse(status: 401 | 403, { origin }: Exchange, error: string, description: string) {
  return empty(status, {
    'WWW-Authenticate': `Bearer authorization_uri="${origin}/oauth2/v1/authorize", realm="${origin}", scope="openid", error="${error}", error_description="${description}", resource="/oauth2/v1/userinfo"`,
  });
}
