import type { Connection } from '../../network/connection';
import { asObject, inside, type Json, textOf, textsOf } from '../json';
import { cannotTell } from '../outcome';
import type { ManagementApi, Managed } from './api';
import {
  groupsOf,
  inForce,
  isAnotherBefore,
  isDefault,
  type Newcomer,
  type PolicyType,
  policyOfApp,
  policyOfGroups,
  simulate,
} from './applied-policy';
import { scopes } from './scopes';

/** What several checks read of the org; each part is asked for once. */
export interface Subject {
  readonly api: ManagementApi;
  readonly connection: Connection;
  app(): Promise<Managed<Json>>;
  /** The app's group assignments, with the groups in `_embedded`. */
  assignments(): Promise<Managed<Json[]>>;
  /** The ID of the group Everyone. */
  everyone(): Promise<Managed<string>>;
  /** The active rule of the user profile policy that applies, and the policy. */
  profilePolicy(): Promise<Managed<AppliedPolicy>>;
  /** The IDs of the groups that the sign-up puts a new account into. */
  targetGroups(): Promise<Managed<readonly string[]>>;
  /** Everyone and the target groups. */
  newcomer(): Promise<Newcomer>;
  /** The policy that applies to a new account; null where none does. */
  appliedPolicy(type: 'MFA_ENROLL' | 'PASSWORD'): Promise<Managed<Json | null>>;
  rules(policyId: string): Promise<Managed<Json[]>>;
}

export interface AppliedPolicy {
  readonly policy: Json;
  /** Null where the policy has no active rule. */
  readonly rule: Json | null;
}

const groupHidden = cannotTell([], {
  summary: 'missing-scope',
  values: { scope: scopes.groups },
});
const policyHidden = cannotTell([], { summary: 'no-profile-policy' });

export function createSubject(api: ManagementApi, connection: Connection): Subject {
  const { clientId } = connection;
  const appId = encodeURIComponent(clientId);

  const app = once(() => api.get(`/api/v1/apps/${appId}`, scopes.apps));
  const assignments = once(() =>
    api.list(`/api/v1/apps/${appId}/groups?expand=group&limit=200`, scopes.apps),
  );
  const everyone = once(async (): Promise<Managed<string>> => {
    const assigned = await assignments();
    const groups = assigned.ok ? assigned.value.map(groupOf) : [];
    const found = groups.find(isEveryone);
    const own = found ? textOf(found, 'id') : null;
    if (own !== null) return { ok: true, value: own };
    const filter = encodeURIComponent('type eq "BUILT_IN"');
    const builtIn = await api.list(`/api/v1/groups?filter=${filter}`, scopes.groups);
    const shown = builtIn.ok ? textOf(builtIn.value.find(isEveryone) ?? null, 'id') : null;
    const id = shown ?? (await everyoneByDefault());
    if (id !== null) return { ok: true, value: id };
    return builtIn.ok ? { ok: false, outcome: groupHidden, status: null } : builtIn;
  });
  const rules = (policyId: string) =>
    api.list(`/api/v1/policies/${encodeURIComponent(policyId)}/rules`, scopes.policies);

  const enrollmentPolicies = once(() =>
    api.list('/api/v1/policies?type=MFA_ENROLL', scopes.policies),
  );
  const passwordPolicies = once(() => api.list('/api/v1/policies?type=PASSWORD', scopes.policies));

  /** Okta's default policy of enrollment is for Everyone, and names the group. */
  async function everyoneByDefault(): Promise<string | null> {
    const listed = await enrollmentPolicies();
    const [id, ...others] = listed.ok ? groupsOf(listed.value.find(isDefault) ?? {}) : [];
    return others.length === 0 ? (id ?? null) : null;
  }

  async function appliedPolicy(type: 'MFA_ENROLL' | 'PASSWORD'): Promise<Managed<Json | null>> {
    const listed = await (type === 'PASSWORD' ? passwordPolicies : enrollmentPolicies)();
    if (!listed.ok) return listed;
    const { groups, unknown } = await newcomer();
    const simulated = await simulate(api, type, clientId, groups);
    const policy =
      simulated === null
        ? policyOfGroups(listed.value, groups)
        : (listed.value.find(({ id }) => id === simulated) ?? null);
    // It may be for the group that is not known.
    if (unknown && isAnotherBefore(listed.value, policy)) return unknown;
    return { ok: true, value: policy };
  }

  async function appliedToApp(): Promise<Managed<Json | null>> {
    const type: PolicyType = 'PROFILE_ENROLLMENT';
    const listed = await api.list(`/api/v1/policies?type=${type}`, scopes.policies);
    if (!listed.ok) return listed;
    const group = await everyone();
    const simulated = await simulate(api, type, clientId, group.ok ? [group.value] : []);
    return simulated === null
      ? policyOfApp(api, listed.value, await app(), clientId)
      : { ok: true, value: listed.value.find(({ id }) => id === simulated) ?? null };
  }

  const profilePolicy = once(async (): Promise<Managed<AppliedPolicy>> => {
    const applied = await appliedToApp();
    if (!applied.ok) return applied;
    const policy = applied.value;
    if (!policy) return { ok: false, outcome: policyHidden, status: null };
    const listed = await rules(String(policy['id']));
    if (!listed.ok) return listed;
    return { ok: true, value: { policy, rule: inForce(listed.value)[0] ?? null } };
  });

  async function targetGroups(): Promise<Managed<readonly string[]>> {
    const applied = await profilePolicy();
    if (!applied.ok) return applied;
    const { rule } = applied.value;
    return {
      ok: true,
      value: textsOf(inside(rule, 'actions', 'profileEnrollment', 'targetGroupIds')),
    };
  }

  async function newcomer(): Promise<Newcomer> {
    const group = await everyone();
    const targets = await targetGroups();
    return {
      groups: [...(group.ok ? [group.value] : []), ...(targets.ok ? targets.value : [])],
      unknown: [targets, group].find((one) => !one.ok) ?? null,
    };
  }

  return {
    api,
    connection,
    app,
    assignments,
    everyone,
    profilePolicy,
    targetGroups,
    newcomer,
    appliedPolicy,
    rules,
  };
}

export function groupOf(assignment: Json): Json {
  return asObject(inside(assignment, '_embedded', 'group')) ?? {};
}

export function isEveryone(group: Json): boolean {
  return group['type'] === 'BUILT_IN' && inside(group, 'profile', 'name') === 'Everyone';
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
