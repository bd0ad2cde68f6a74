import type { Org } from '../../model/org';
import type { GroupName } from '../../model/setup/groups';
import { dated, link } from '../dated';
import { groupId } from '../groups';

/** The kinds of policy that matter to a sign-up. */
export const policyTypes = [
  'PROFILE_ENROLLMENT',
  'MFA_ENROLL',
  'PASSWORD',
  'ACCESS_POLICY',
] as const;
export type PolicyType = (typeof policyTypes)[number];

/** A policy as the management API has it, with what decides where it applies. */
export interface ApiPolicy {
  readonly id: string;
  readonly name: string;
  /** The one that applies where no other does. */
  readonly isDefault: boolean;
  /** Whether the app is mapped to it. */
  readonly holdsForApp: boolean;
  /** For whom it is, where people decide it and not the app. */
  readonly people?: GroupName;
  readonly body: Readonly<Record<string, unknown>>;
  readonly rules: readonly ApiRule[];
}

export interface ApiRule {
  readonly id: string;
  readonly name: string;
  readonly [key: string]: unknown;
}

export interface PolicyDescription {
  readonly type: PolicyType;
  /** Within its type. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly priority: number;
  readonly isDefault: boolean;
  readonly holdsForApp?: boolean;
  readonly people?: GroupName;
  readonly settings?: unknown;
  readonly rule: {
    readonly name: string;
    readonly actions: unknown;
    readonly conditions?: unknown;
    readonly isSystem: boolean;
  };
}

export function describePolicy(org: Org, origin: string, given: PolicyDescription): ApiPolicy {
  const { type, key, name, description, priority, isDefault, people, settings, rule } = given;
  const id = policyId(org, type, key);
  const address = `${origin}/api/v1/policies/${id}`;
  const conditions =
    people === undefined
      ? null
      : { people: { groups: { include: [groupId(org, people)], exclude: [] } } };
  const ruleId = org.idOf('rul', `${type}/${key}`);
  return {
    id,
    name,
    isDefault,
    holdsForApp: given.holdsForApp ?? false,
    ...(people !== undefined && { people }),
    body: {
      id,
      type,
      name,
      description,
      status: 'ACTIVE',
      priority,
      system: isDefault,
      ...dated(org),
      conditions,
      ...(settings !== undefined && { settings }),
      _links: {
        self: link(address),
        rules: link(`${address}/rules`),
        ...(people === undefined && { mappings: link(`${address}/mappings`) }),
      },
    },
    rules: [
      {
        id: ruleId,
        type,
        name: rule.name,
        status: 'ACTIVE',
        priority: rule.isSystem ? 99 : 1,
        system: rule.isSystem,
        ...dated(org),
        conditions: rule.conditions ?? null,
        actions: rule.actions,
        _links: { self: link(`${address}/rules/${ruleId}`) },
      },
    ],
  };
}

export function policyId({ idOf }: Org, type: PolicyType, key: string): string {
  return idOf('rst', `${type}/${key}`);
}
