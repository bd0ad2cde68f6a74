import { passwordSettings } from '../../authenticators/password-rules';
import type { Org } from '../../org';
import type { PasswordComplexity } from '../../policy/schema';
import type { GroupName } from '../../setup/groups';
import { describePolicy, type ApiPolicy } from './api-policy';

/** Password policies: a stricter one that is for staff alone, and everybody's. */
export function passwordPolicies(org: Org, origin: string): readonly ApiPolicy[] {
  const { passwordComplexity, attemptsBeforeLock } = org.policy;
  const status = org.setup.recoversByEmail ? 'ACTIVE' : 'INACTIVE';
  const describe = (people: GroupName, isDefault: boolean, rules: PasswordComplexity) =>
    describePolicy(org, origin, {
      type: 'PASSWORD',
      key: people,
      name: isDefault ? 'Default Policy' : 'Staff',
      description: isDefault
        ? 'The default policy applies to everybody'
        : 'For people who work here',
      priority: isDefault ? 2 : 1,
      isDefault,
      people,
      settings: {
        password: {
          complexity: complexityOf(rules),
          age: {
            maxAgeDays: 0,
            expireWarnDays: 0,
            minAgeMinutes: rules.minAgeMinutes,
            historyCount: rules.historyCount,
          },
          lockout: {
            maxAttempts: attemptsBeforeLock,
            autoUnlockMinutes: 0,
            showLockoutFailures: false,
          },
        },
        recovery: {
          factors: {
            okta_email: {
              status,
              properties: { recoveryToken: { tokenLifetimeMinutes: 60 } },
            },
            okta_sms: { status: 'INACTIVE' },
            okta_call: { status: 'INACTIVE' },
            recovery_question: {
              status: 'INACTIVE',
              properties: { complexity: { minLength: 4 } },
            },
          },
        },
        delegation: { options: { skipUnlock: false } },
      },
      rule: {
        name: isDefault ? 'Default Rule' : 'Staff Rule',
        isSystem: isDefault,
        conditions: { people: { users: { exclude: [] } }, network: { connection: 'ANYWHERE' } },
        actions: {
          passwordChange: { access: 'ALLOW' },
          selfServicePasswordReset: {
            access: org.setup.recoversByEmail ? 'ALLOW' : 'DENY',
            requirement: {
              primary: { methods: org.setup.recoversByEmail ? ['email'] : [] },
              stepUp: { required: false },
            },
          },
          selfServiceUnlock: { access: 'DENY' },
        },
      },
    });
  return [
    describe('staff', false, { ...passwordComplexity, minLength: 14 }),
    describe('everyone', true, passwordComplexity),
  ];
}

/** A client is told of the same rules under the same names, but for the list of common passwords. */
function complexityOf(rules: PasswordComplexity) {
  const { complexity } = passwordSettings(rules);
  return { ...complexity, dictionary: { common: { exclude: rules.excludeCommon } } };
}
