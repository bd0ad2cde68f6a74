import type { OktaAuth } from '@okta/okta-auth-js/idx';
import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import { misconfigurationsOfTokenError } from '../diagnosis/token-error';
import type { IdTokenRefusal } from './id-token';
import { asRecord, asString } from './idx/json';

/** What a finished sign-up leaves behind. */
export interface IssuedTokens {
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** What the exchange needs of the sign-up's own record, which the SDK forgets on its way. */
export interface TransactionMeta {
  readonly codeVerifier: string;
  readonly nonce: string;
  readonly state: string;
}

export type ExchangeOutcome =
  { readonly kind: 'tokens'; readonly tokens: IssuedTokens } | Rejection;

interface Rejection {
  readonly kind: 'rejected';
  readonly reason:
    IdTokenRefusal | 'tokens-rejected' | 'clock-skew' | 'not-assigned' | 'unreadable-answer';
  readonly misconfigurations: readonly Misconfiguration[];
}

/**
 * Exchanges an interaction code (it lives 60 seconds and works once) for tokens. The SDK verifies
 * signature, issuer and times of the ID token, whose form, claims and audience were judged as it
 * arrived; the nonce is compared here, because the
 * SDK's code exchange leaves it out.
 */
export async function exchangeInteractionCode(
  client: OktaAuth,
  interactionCode: string,
  meta: TransactionMeta,
): Promise<ExchangeOutcome> {
  const { tokens } = await client.token.exchangeCodeForTokens({
    interactionCode,
    codeVerifier: meta.codeVerifier,
    ignoreSignature: false,
  });
  const { idToken, accessToken, refreshToken } = tokens;
  if (!idToken || !accessToken || idToken.claims.nonce !== meta.nonce) {
    return { kind: 'rejected', reason: 'tokens-rejected', misconfigurations: [] };
  }
  return {
    kind: 'tokens',
    tokens: {
      idToken: idToken.idToken,
      accessToken: accessToken.accessToken,
      refreshToken: refreshToken?.refreshToken ?? null,
      expiresAt: accessToken.expiresAt * 1000,
    },
  };
}

/** The code is used up, and what came for it is beyond all bounds. */
export const unreadableTokens: Rejection = {
  kind: 'rejected',
  reason: 'unreadable-answer',
  misconfigurations: [],
};

/** What a refusal by the token endpoint or by the ID token's verification means. */
export function toExchangeRejection(thrown: unknown): Rejection {
  const error = asRecord(thrown);
  const told = [error?.['errorSummary'], error?.['error_description'], error?.['message']];
  const text = told.map(asString).find((one) => one !== undefined && one !== '') ?? '';
  const misconfigurations = misconfigurationsOfTokenError(text);
  return { kind: 'rejected', reason: reasonOf(misconfigurations[0]), misconfigurations };
}

function reasonOf(cause: Misconfiguration | undefined): Rejection['reason'] {
  if (cause === 'clock-skew') return 'clock-skew';
  return cause === 'app-not-assigned-token' ? 'not-assigned' : 'tokens-rejected';
}
