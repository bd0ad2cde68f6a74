import type { Org } from '../../model/org';
import { type AuthenticatorKey, authenticatorKeys } from '../../policy/schema';
import type { ApiPolicy } from './api-policy';
import { policiesForPeople } from './for-people';

const inOkta = { off: 'NOT_ALLOWED', optional: 'OPTIONAL', required: 'REQUIRED' } as const;

/** Authenticator enrollment policies; the one for staff is stricter. */
export function authenticatorEnrollmentPolicies(org: Org, origin: string): readonly ApiPolicy[] {
  const { authenticators, gracePeriods } = org.policy;
  const everyone = authenticatorKeys.map((key) => ({
    key,
    enroll: {
      self: inOkta[isVerifiedOnly(org, key) ? 'optional' : authenticators[key]],
      ...(gracePeriods[key] && { gracePeriod: gracePeriods[key] }),
    },
  }));
  const staff = ['okta_password', 'okta_email', 'okta_verify'].map((key) => ({
    key,
    enroll: { self: 'REQUIRED' },
  }));
  const says = (of: readonly unknown[]) => ({
    settings: { type: 'AUTHENTICATORS', authenticators: of },
    actions: { enroll: { self: 'CHALLENGE' } },
  });
  return policiesForPeople(org, origin, 'MFA_ENROLL', {
    staff: says(staff),
    everyone: says(everyone),
  });
}

/** The user profile policy has the address verified, whatever the enrollment policy says of mail. */
function isVerifiedOnly({ policy, setup }: Org, key: AuthenticatorKey): boolean {
  return key === 'okta_email' && policy.authenticators[key] === 'required' && !setup.requiresEmail;
}
