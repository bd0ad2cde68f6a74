import * as v from 'valibot';
import { foreignAnswerOf } from '../../network/foreign-answer';
import { oauthBase } from '../../network/oauth-endpoints';
import type { HttpOutcome } from '../../network/okta-http';
import { type OrgSessionPorts, withHttp } from '../org-session';
import type { Revocation } from './entry';

export type RevokeOutcome =
  /** The token is good for nothing any more, or the org will never know it. */
  | { readonly kind: 'over' }
  /** The org did not answer for itself: the token may be as good as before. */
  | { readonly kind: 'later'; readonly isAway: boolean; readonly retryAfter: number };

/**
 * Refusals that no repetition changes: the org knows neither token nor client, or takes no
 * revocations of this kind (RFC 7009 section 2.2.1, RFC 6749 section 5.2).
 */
const lasting = [
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
  'invalid_token',
  'invalid_grant',
  'unsupported_token_type',
];

const OAuthError = v.pipe(v.string(), v.parseJson(), v.object({ error: v.picklist(lasting) }));

/** Tells the org once (RFC 7009). */
export async function revoke(ports: OrgSessionPorts, entry: Revocation): Promise<RevokeOutcome> {
  const { issuer, clientId, kind, token } = entry;
  const body = new URLSearchParams({ token, token_type_hint: kind, client_id: clientId });
  const outcome = await withHttp(ports, issuer, (http) =>
    http.send({
      method: 'POST',
      url: `${oauthBase(issuer)}/v1/revoke`,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: body.toString(),
      timeout: 5_000,
    }),
  );
  const result = toRevokeOutcome(outcome);
  ports.log.info('account.revoke', { kind, outcome: result.kind });
  return result;
}

export function toRevokeOutcome(outcome: HttpOutcome): RevokeOutcome {
  if (outcome.kind !== 'answered') return { kind: 'later', isAway: true, retryAfter: 0 };
  const { status, headers, text } = outcome;
  const isForeign = foreignAnswerOf(outcome) !== null;
  if (status >= 200 && status < 300 && !isForeign) return { kind: 'over' };
  const isLasting = (status === 400 || status === 401) && v.is(OAuthError, text);
  if (isLasting) return { kind: 'over' };
  const isAway = isForeign || status === 429 || status === 503;
  return { kind: 'later', isAway, retryAfter: readRetryAfter(headers['retry-after']) };
}

/** Milliseconds; 0 where the answer names no pause in seconds. */
function readRetryAfter(header: string | undefined): number {
  return /^\d{1,6}$/.test(header ?? '') ? Number(header) * 1000 : 0;
}
