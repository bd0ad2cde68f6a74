import type { Misconfiguration } from '../../preload/contract/misconfigurations';

/** What the Identity Engine ends a sign-up with, by message key; the most likely cause first. */
const causesByKey: Readonly<Record<string, readonly Misconfiguration[]>> = {
  // Offered and refused at once.
  'idx.error.registration.unavailable': ['sign-up-paused'],
  E0000010: ['org-read-only'],
  E0000047: ['rate-limited'],
  tooManyRequests: ['rate-limited'],
  E0000060: ['classic-sign-up'],
  'idx.error.code.user_not_assigned': ['app-not-assigned-redirect', 'app-not-assigned'],
  'idx.error.user.not.assigned.to.app': ['app-assigned-to-others', 'app-not-assigned'],
  'oie.assurance.unsatisfiable': ['assurance-unsatisfiable', 'two-factors-required'],
  'idx.email.verification.required': ['email-verified-outside'],
  'registration.error.generic': ['hook-denies', 'hook-fails'],
  'registration.error.request.not.completed': ['hook-fails', 'hook-denies'],
};

/** Nothing of the kind is offered, and the org does not say why. */
export const signUpNotOffered: readonly Misconfiguration[] = [
  'sign-up-not-allowed',
  'app-not-assigned',
  'app-in-another-policy',
];

/** How the org may be set up wrong that answers with these keys; none where no key tells. */
export function misconfigurationsOfKeys(
  keys: readonly string[],
  { isOrgIssuer }: { readonly isOrgIssuer: boolean },
): readonly Misconfiguration[] {
  if (keys.includes('idx.error.code.no_matching_policy')) {
    return isOrgIssuer
      ? ['app-not-assigned', 'access-policy-denies']
      : ['grant-not-in-access-policy', 'access-policy-denies', 'app-not-assigned'];
  }
  const known = keys.find((key) => Object.hasOwn(causesByKey, key));
  return known === undefined ? [] : (causesByKey[known] ?? []);
}
