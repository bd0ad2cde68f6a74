import type { Misconfiguration } from '../../preload/contract/misconfigurations';

/** Sentences of the token endpoint and of auth-js's checks of a token, and what explains each. */
const signs: readonly (readonly [sign: RegExp, causes: readonly Misconfiguration[]])[] = [
  [/^The JWT (was issued in the future|expired)/, ['clock-skew']],
  [/issuer .* does not match/i, ['issuer-mismatch']],
  [/another authorization server/i, ['grant-of-another-server', 'issuer-mismatch']],
  [/cannot use a custom authorization server/, ['custom-server-refused']],
  [/not assigned to the client application/i, ['app-not-assigned-token', 'app-not-assigned']],
  [/whitelisted redirect_uri|browser requests/i, ['browser-origin-refused']],
  [/PKCE verification failed/i, ['pkce-verification-failed']],
  [/dpop/i, ['dpop-required']],
  [/policy evaluation failed/i, ['access-policy-denies', 'grant-not-in-access-policy']],
];

/** What keeps a finished sign-up from its tokens, most likely first. */
export function misconfigurationsOfTokenError(text: string): readonly Misconfiguration[] {
  return signs.find(([sign]) => sign.test(text))?.[1] ?? [];
}
