import type { Account } from '../model/accounts';
import type { Org } from '../model/org';
import type { GracePeriod } from '../policy/authenticators';
import { authenticatorKeys, type AuthenticatorKey } from '../policy/schema';

/** The methods a person can set up next. */
export interface Choices {
  readonly keys: readonly AuthenticatorKey[];
  /** Okta tells required from optional by the presence of `skip` alone. */
  readonly canSkip: boolean;
}

/**
 * Required methods come first, without `skip`; then the optional ones, with it; then null.
 * Where every required method that is left may wait, `skip` passes over those too.
 */
export function openChoices(
  { policy, now }: Pick<Org, 'policy' | 'now'>,
  account: Account,
  hasSkipped: boolean,
): Choices | null {
  const { authenticators, gracePeriods, requireOneOf, enrollSeveral } = policy;
  const enrolled = new Set(account.enrollments.map(({ key }) => key));
  const open = (keys: readonly AuthenticatorKey[]) =>
    keys.filter((key) => authenticators[key] !== 'off' && !enrolled.has(key));

  const required = open(authenticatorKeys.filter((key) => authenticators[key] === 'required'));
  const canWait = required.every((key) => isRunning(gracePeriods[key], now()));
  if (required.length > 0 && !(canWait && hasSkipped)) return { keys: required, canSkip: canWait };

  if (requireOneOf.length > 0 && !requireOneOf.some((key) => enrolled.has(key))) {
    return { keys: open(requireOneOf), canSkip: false };
  }
  const optional = authenticatorKeys.filter(
    (key) => authenticators[key] !== 'off' && (!enrolled.has(key) || enrollSeveral.includes(key)),
  );
  return optional.length > 0 && !hasSkipped ? { keys: optional, canSkip: true } : null;
}

function isRunning(grace: GracePeriod | undefined, now: number): boolean {
  if (!grace) return false;
  return grace.type === 'BY_DATE_TIME' ? Date.parse(grace.expiry) > now : grace.remainingSkips > 0;
}
