import type { Org } from '../../org';
import { authenticatorKeys } from '../../policy/schema';
import type { GroupName } from '../../setup/groups';
import { describePolicy, type ApiPolicy } from './api-policy';

const inOkta = { off: 'NOT_ALLOWED', optional: 'OPTIONAL', required: 'REQUIRED' } as const;

/** Authenticator enrollment policies: a stricter one that is for staff alone, and everybody's. */
export function authenticatorEnrollmentPolicies(org: Org, origin: string): readonly ApiPolicy[] {
  const { authenticators, gracePeriods } = org.policy;
  const everybody = authenticatorKeys.map((key) => ({
    key,
    enroll: {
      self: inOkta[authenticators[key]],
      ...(gracePeriods[key] && { gracePeriod: gracePeriods[key] }),
    },
  }));
  const staff = ['okta_password', 'okta_email', 'okta_verify'].map((key) => ({
    key,
    enroll: { self: 'REQUIRED' },
  }));
  const describe = (people: GroupName, isDefault: boolean, of: unknown) =>
    describePolicy(org, origin, {
      type: 'MFA_ENROLL',
      key: people,
      name: isDefault ? 'Default Policy' : 'Staff',
      description: isDefault
        ? 'The default policy applies to everybody'
        : 'For people who work here',
      priority: isDefault ? 2 : 1,
      isDefault,
      people,
      settings: { type: 'AUTHENTICATORS', authenticators: of },
      rule: {
        name: isDefault ? 'Default Rule' : 'Staff Rule',
        isSystem: isDefault,
        conditions: { people: { users: { exclude: [] } }, network: { connection: 'ANYWHERE' } },
        actions: { enroll: { self: 'CHALLENGE' } },
      },
    });
  return [describe('staff', false, staff), describe('everyone', true, everybody)];
}
