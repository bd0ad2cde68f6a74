import type { CheckId, Verdict } from '../../preload/schemas/readiness';
import type { Outcome } from './outcome';

/** Without their answers nobody can say whether a sign-up can start. */
const essential: readonly CheckId[] = [
  'org-address',
  'issuer',
  'interact',
  'introspect',
  'enrollment-form',
];

/** One failure is enough for a no; a yes takes everything that a sign-up starts with. */
export function verdictOf(outcomes: ReadonlyMap<CheckId, Outcome>): Verdict {
  const statuses = [...outcomes.values()].map(({ status }) => status);
  if (statuses.includes('fail')) return 'not-ready';
  const isCancelled = [...outcomes.values()].some(({ summary }) => summary === 'cancelled');
  if (isCancelled) return 'cannot-tell';
  const isStarted = essential.every((check) =>
    ['pass', 'warn'].includes(outcomes.get(check)?.status ?? ''),
  );
  return isStarted ? 'ready' : 'cannot-tell';
}
