import type { Org } from '../../model/org';
import { describePolicy, type ApiPolicy, type PolicyDescription } from './api-policy';

/** What one of the two policies of a type says. */
export interface Sayings {
  readonly settings: unknown;
  readonly actions: unknown;
}

/** Where people decide which policy applies: one that is for staff alone comes before everybody's. */
export function policiesForPeople(
  org: Org,
  origin: string,
  type: PolicyDescription['type'],
  says: { readonly staff: Sayings; readonly everyone: Sayings },
): readonly ApiPolicy[] {
  const conditions = { people: { users: { exclude: [] } }, network: { connection: 'ANYWHERE' } };
  const staff: PolicyDescription = {
    type,
    key: 'staff',
    name: 'Staff',
    description: 'For people who work here',
    priority: 1,
    isDefault: false,
    people: 'staff',
    settings: says.staff.settings,
    rule: { name: 'Staff Rule', isSystem: false, conditions, actions: says.staff.actions },
  };
  const everyone: PolicyDescription = {
    type,
    key: 'everyone',
    name: 'Default Policy',
    description: 'The default policy applies to everybody',
    priority: 2,
    isDefault: true,
    people: 'everyone',
    settings: says.everyone.settings,
    rule: { name: 'Default Rule', isSystem: true, conditions, actions: says.everyone.actions },
  };
  return [describePolicy(org, origin, staff), describePolicy(org, origin, everyone)];
}
