import { empty, type Exchange, type Reply } from '../http/exchange';
import { oktaError } from '../http/okta-error';
import type { Org } from '../model/org';
import { refuseClient } from './refuse-client';

/** `POST /v1/revoke` (RFC 7009): a token nobody knows is revoked already. */
export function revoke(exchange: Exchange, org: Org): Reply {
  const { body } = exchange;
  if (body.kind !== 'form') return oktaError(body.kind === 'unsupported' ? 'E0000021' : 'E0000003');
  const refusal = refuseClient(exchange, body.value, org, 'revoke');
  if (refusal) return refusal;
  org.systemLog.note('app.oauth2.as.token.revoke', 'SUCCESS');
  org.grants.revoke(body.value.get('token') ?? '');
  return empty(200);
}
