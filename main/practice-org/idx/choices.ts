import type { Account } from '../accounts';
import { authenticatorKeys, type AuthenticatorKey, type Policy } from '../policy/schema';

/** The methods a person can set up next. */
export interface Choices {
  readonly keys: readonly AuthenticatorKey[];
  /** Okta tells required from optional by the presence of `skip` alone. */
  readonly canSkip: boolean;
}

/** Required methods come first, without `skip`; then the optional ones, with it; then null. */
export function openChoices(policy: Policy, account: Account, hasSkipped: boolean): Choices | null {
  const enrolled = new Set(account.enrollments.map(({ key }) => key));
  const open = (keys: readonly AuthenticatorKey[]) =>
    keys.filter((key) => policy.authenticators[key] !== 'off' && !enrolled.has(key));

  const required = open(
    authenticatorKeys.filter((key) => policy.authenticators[key] === 'required'),
  );
  if (required.length > 0) return { keys: required, canSkip: false };

  const { requireOneOf } = policy;
  if (requireOneOf.length > 0 && !requireOneOf.some((key) => enrolled.has(key))) {
    return { keys: open(requireOneOf), canSkip: false };
  }
  const optional = open(authenticatorKeys);
  return optional.length > 0 && !hasSkipped ? { keys: optional, canSkip: true } : null;
}
