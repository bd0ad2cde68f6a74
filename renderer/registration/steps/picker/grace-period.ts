import type { AuthenticatorView } from '../../../../preload/contract/registration/authenticator';

/** Whether a method can still be put off, by this machine's clock. */
export function isInGrace(authenticator: AuthenticatorView | null, now: number): boolean {
  const grace = authenticator?.gracePeriod;
  if (!grace) return false;
  return grace.kind === 'date' ? grace.expiry > now : grace.remaining > 0;
}
