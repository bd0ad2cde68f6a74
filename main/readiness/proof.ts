import type { CheckId } from '../../preload/contract/readiness';
import type { CauseId } from './causes/cause-id';
import type { Outcome } from './outcome';

/** What cannot be the cause where the org's own settings pass. */
const disprovedBy: Readonly<Partial<Record<CheckId, readonly CauseId[]>>> = {
  'sign-up-policy': ['sign-up-not-allowed', 'app-in-another-policy', 'sign-up-denied'],
  'app-assignment': ['app-not-assigned', 'app-not-assigned-redirect'],
  'app-settings': ['client-unknown', 'client-inactive', 'web-app', 'service-app'],
  'authorization-server': [
    'grant-not-in-access-policy',
    'access-policy-denies',
    'no-api-access-management',
    'issuer-unknown',
  ],
};

/**
 * Where several causes look the same from outside, a token tells which it is: what the settings
 * prove comes first, what they disprove goes. Causes that nothing is left of stay as they were.
 */
export function withProof(
  outcome: Outcome,
  outcomes: ReadonlyMap<CheckId, Outcome>,
): readonly CauseId[] {
  if (outcome.causes.length < 2) return outcome.causes;
  const proven = new Set<CauseId>();
  const disproved = new Set<CauseId>();
  for (const [check, candidates] of Object.entries(disprovedBy)) {
    const found = outcomes.get(check as CheckId);
    if (found?.status === 'pass') for (const cause of candidates) disproved.add(cause);
    if (found?.status === 'fail') for (const cause of found.causes.slice(0, 1)) proven.add(cause);
  }
  const left = outcome.causes.filter((cause) => !disproved.has(cause));
  if (left.length === 0) return outcome.causes;
  return [
    ...left.filter((cause) => proven.has(cause)),
    ...left.filter((cause) => !proven.has(cause)),
  ];
}
