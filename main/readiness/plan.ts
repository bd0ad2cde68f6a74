import { type CheckId, publicChecks, tokenChecks } from '../../preload/contract/readiness';
import type { Outcome } from './outcome';

/** One sign-up that is begun, looked at and cancelled: its handles are good for one run alone. */
const signUp: readonly CheckId[] = ['interact', 'introspect', 'enrollment-form', 'cancel'];

/** They judge what came with the answer to the first request. */
const ofFirstAnswer: readonly CheckId[] = ['organization', 'clock', 'latency'];

/** All checks in their order; those that take a token only where there is one. */
export function everyCheck(hasToken: boolean): readonly CheckId[] {
  return hasToken ? [...publicChecks, ...tokenChecks] : publicChecks;
}

/** What did not pass in an earlier run, with what it stands on, in the order of the checks. */
export function failedChecks(
  earlier: ReadonlyMap<CheckId, Outcome>,
  hasToken: boolean,
): readonly CheckId[] {
  const isSettled = (check: CheckId) =>
    ['pass', 'warn'].includes(earlier.get(check)?.status ?? 'not-checked');
  const all = everyCheck(hasToken);
  const open = all.filter((check) => !isSettled(check));
  const wanted = new Set(open);
  if (open.some((check) => signUp.includes(check))) for (const one of signUp) wanted.add(one);
  if (open.some((check) => ofFirstAnswer.includes(check))) wanted.add('org-address');
  return all.filter((check) => wanted.has(check));
}
