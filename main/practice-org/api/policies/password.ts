import { passwordSettings } from '../../authenticators/password-rules';
import type { Org } from '../../model/org';
import type { PasswordComplexity } from '../../policy/schema';
import type { ApiPolicy } from './api-policy';
import { policiesForPeople, type Sayings } from './for-people';

/** Password policies; the one for staff is stricter. */
export function passwordPolicies(org: Org, origin: string): readonly ApiPolicy[] {
  const rules = org.policy.passwordComplexity;
  return policiesForPeople(org, origin, 'PASSWORD', {
    staff: sayings(org, { ...rules, minLength: 14 }),
    everyone: sayings(org, rules),
  });
}

function sayings({ policy, setup }: Org, rules: PasswordComplexity): Sayings {
  const { recoversByEmail } = setup;
  const lockout = {
    maxAttempts: policy.attemptsBeforeLock,
    autoUnlockMinutes: 0,
    showLockoutFailures: false,
  };
  return {
    settings: {
      password: { ...rulesOf(rules), lockout },
      recovery: { factors: recoveryFactors(recoversByEmail) },
      delegation: { options: { skipUnlock: false } },
    },
    actions: {
      passwordChange: { access: 'ALLOW' },
      selfServicePasswordReset: {
        access: recoversByEmail ? 'ALLOW' : 'DENY',
        requirement: {
          primary: { methods: recoversByEmail ? ['email'] : [] },
          stepUp: { required: false },
        },
      },
      selfServiceUnlock: { access: 'DENY' },
    },
  };
}

/** A client is told of the same rules under the same names, but for the list of common passwords. */
function rulesOf(rules: PasswordComplexity) {
  const { complexity, age } = passwordSettings(rules);
  return {
    complexity: { ...complexity, dictionary: { common: { exclude: rules.excludeCommon } } },
    age: { maxAgeDays: 0, expireWarnDays: 0, ...age },
  };
}

function recoveryFactors(byEmail: boolean) {
  return {
    okta_email: {
      status: byEmail ? 'ACTIVE' : 'INACTIVE',
      properties: { recoveryToken: { tokenLifetimeMinutes: 60 } },
    },
    okta_sms: { status: 'INACTIVE' },
    okta_call: { status: 'INACTIVE' },
    recovery_question: { status: 'INACTIVE', properties: { complexity: { minLength: 4 } } },
  };
}
