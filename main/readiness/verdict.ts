import { type CheckId, tokenChecks, type Verdict } from '../../preload/contract/readiness';
import type { Outcome } from './outcome';

/** Without their answers nobody can say whether a sign-up can start. */
const essential: readonly CheckId[] = [
  'org-address',
  'issuer',
  'interact',
  'introspect',
  'enrollment-form',
];

/** They were to be looked at, and something else than the org kept them from it. */
const leftOut: readonly Outcome['summary'][] = ['cancelled', 'budget'];

/**
 * One failure is enough for a no; a yes takes everything that a sign-up starts with, and where the
 * org's settings were asked for, an answer to at least one of the questions.
 */
export function verdictOf(outcomes: ReadonlyMap<CheckId, Outcome>): Verdict {
  const isForNothing = isTokenForNothing(outcomes);
  const found = [...outcomes].flatMap(([check, outcome]) =>
    isForNothing && isInferred(check, outcome) ? [] : [outcome],
  );
  if (found.some(({ status }) => status === 'fail')) return 'not-ready';
  if (found.some(({ summary }) => leftOut.includes(summary))) return 'cannot-tell';
  const isStarted = essential.every((check) =>
    ['pass', 'warn'].includes(outcomes.get(check)?.status ?? ''),
  );
  return isStarted && !isForNothing ? 'ready' : 'cannot-tell';
}

/** The org answered nothing that the token was given for: refused, redirected or kept silent. */
function isTokenForNothing(outcomes: ReadonlyMap<CheckId, Outcome>): boolean {
  const asked = [...outcomes].filter(([check]) => isTokenCheck(check));
  return asked.length > 0 && !asked.some(([check, outcome]) => isAnswered(check, outcome));
}

const isTokenCheck = (check: CheckId) => tokenChecks.some((one) => one === check);

function isAnswered(check: CheckId, outcome: Outcome): boolean {
  const isTold = ['pass', 'warn', 'fail'].includes(outcome.status);
  // That the org server is in use is told by the settings of this app.
  return isTold && outcome.summary !== 'org-server' && !isInferred(check, outcome);
}

/** A lacking feature is inferred from a refusal, which means nothing where all is refused alike. */
function isInferred(check: CheckId, { status, causes }: Outcome): boolean {
  const isLacking = status === 'fail' && causes[0] === 'no-api-access-management';
  return check === 'authorization-server' && isLacking;
}
