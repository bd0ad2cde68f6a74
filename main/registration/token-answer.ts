import * as v from 'valibot';
import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import { type IdTokenRefusal, refusalOfIdToken } from './id-token';
import { asString, type JsonRecord } from './idx/json';

/** The tokens came and are not taken, before the SDK makes a bare sentence of it. */
export class RefusedTokens extends Error {
  override readonly name = 'RefusedTokens';
  constructor(
    readonly reason: IdTokenRefusal | 'tokens-rejected',
    readonly misconfigurations: readonly Misconfiguration[] = [],
  ) {
    super(reason);
  }
}

/**
 * Printable ASCII (RFC 6749 appendices A.12 and A.17): anything else could be sent in no header and
 * be stored by no keychain. Okta's tokens stay below 5,000 characters, also with a hundred groups.
 */
const Token = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,20000}$/));

/** What is stored and sent of an answer, in the only forms that the SDK and the keychain can take. */
const Answer = v.object({
  access_token: Token,
  refresh_token: v.optional(Token),
  scope: v.optional(v.string()),
});

/** Tokens that the org issued, whoever gets them. */
export interface UnclaimedTokens {
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
}

/** What an answer of the token endpoint leaves at the org, also where it is not taken; null for nothing. */
export function tokensLeftBy(answer: JsonRecord): UnclaimedTokens | null {
  const [accessToken, refreshToken] = ['access_token', 'refresh_token'].map((name) => {
    const token = answer[name];
    return v.is(Token, token) ? token : null;
  });
  const left = { accessToken: accessToken ?? null, refreshToken: refreshToken ?? null };
  return left.accessToken === null && left.refreshToken === null ? null : left;
}

/**
 * Why the answer of the token endpoint is not taken; null where it may be. `token_type` is required,
 * in any case of letters (RFC 6749 sections 5.1 and 7.1).
 */
export function refusalOfTokens(answer: JsonRecord, clientId: string): RefusedTokens | null {
  const type = asString(answer['token_type'])?.toLowerCase();
  if (type !== 'bearer') {
    return new RefusedTokens('tokens-rejected', type === 'dpop' ? ['dpop-required'] : []);
  }
  if (!v.is(Answer, answer)) return new RefusedTokens('tokens-rejected');
  if (!('id_token' in answer)) return null;
  const reason = refusalOfIdToken(answer['id_token'], clientId);
  if (reason === null) return null;
  return new RefusedTokens(reason, reason === 'clock-skew' ? [reason] : []);
}
