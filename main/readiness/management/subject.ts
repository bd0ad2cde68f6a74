import type { ConnectionToCheck } from '../connection';
import { asObject, inside, type Json, objectsOf, textOf, textsOf } from '../json';
import type { ManagementApi, Managed } from './api';

export const scopes = {
  policies: 'okta.policies.read',
  apps: 'okta.apps.read',
  authenticators: 'okta.authenticators.read',
  groups: 'okta.groups.read',
  servers: 'okta.authorizationServers.read',
  captchas: 'okta.captchas.read',
  domains: 'okta.domains.read',
  hooks: 'okta.inlineHooks.read',
  rateLimits: 'okta.rateLimits.read',
  logs: 'okta.logs.read',
} as const;

export type PolicyType = 'PROFILE_ENROLLMENT' | 'MFA_ENROLL';

/** What several checks read of the org; each part is asked for once. */
export interface Subject {
  readonly api: ManagementApi;
  readonly connection: ConnectionToCheck;
  app(): Promise<Managed<Json>>;
  /** The app's group assignments, with the groups in `_embedded`. */
  assignments(): Promise<Managed<Json[]>>;
  /** The ID of the group Everyone; null where the token does not show it. */
  everyone(): Promise<string | null>;
  /** The active rule of the user profile policy that applies, and the policy. */
  profilePolicy(): Promise<Managed<AppliedPolicy>>;
  /** The IDs of the groups that the sign-up puts a new account into; none where that is not told. */
  targetGroups(): Promise<readonly string[]>;
  /** `groups` are IDs of the groups that a new account is in. */
  appliedPolicy(type: PolicyType, groups: readonly string[]): Promise<Managed<Json | null>>;
  rules(policyId: string): Promise<Managed<Json[]>>;
}

export interface AppliedPolicy {
  readonly policy: Json;
  /** Null where the policy has no active rule. */
  readonly rule: Json | null;
}

/** Asked one by one whether they name the app, where neither it nor the org says which one applies. */
const mostPolicies = 50;

export function createSubject(api: ManagementApi, connection: ConnectionToCheck): Subject {
  const { clientId } = connection;
  const appId = encodeURIComponent(clientId);

  const app = once(() => api.get(`/api/v1/apps/${appId}`, scopes.apps));
  const assignments = once(() =>
    api.list(`/api/v1/apps/${appId}/groups?expand=group&limit=200`, scopes.apps),
  );
  const everyone = once(async () => {
    const assigned = await assignments();
    const groups = assigned.ok ? assigned.value.map(groupOf) : [];
    const found = groups.find(isEveryone);
    if (found) return textOf(found, 'id');
    const filter = encodeURIComponent('type eq "BUILT_IN"');
    const builtIn = await api.list(`/api/v1/groups?filter=${filter}`, scopes.groups);
    return builtIn.ok ? textOf(builtIn.value.find(isEveryone) ?? null, 'id') : null;
  });
  const rules = (policyId: string) =>
    api.list(`/api/v1/policies/${encodeURIComponent(policyId)}/rules`, scopes.policies);

  async function appliedPolicy(
    type: PolicyType,
    groups: readonly string[],
  ): Promise<Managed<Json | null>> {
    const listed = await api.list(`/api/v1/policies?type=${type}`, scopes.policies);
    if (!listed.ok) return listed;
    const simulated = await simulate(type, groups);
    const policy =
      listed.value.find((one) => one['id'] === simulated) ??
      (await (type === 'MFA_ENROLL' ? byGroups : byApp)(listed.value, groups));
    return { ok: true, value: policy };
  }

  /** The ID of the policy that the org itself says applies; null where it does not say. */
  async function simulate(type: PolicyType, groups: readonly string[]): Promise<string | null> {
    const context = {
      appInstance: clientId,
      ...(groups.length > 0 && { policyContext: { groups: { ids: groups } } }),
    };
    // Okta's reference has the one in its schema and the other in its example.
    for (const name of ['policyTypes', 'policyType']) {
      const answer = await api.simulate({ [name]: [type], ...context });
      if (!answer.ok) continue;
      const evaluated = answer.value.find((one) => textsInclude(one['policyType'], type));
      const [policy] = objectsOf(inside(asObject(evaluated?.['result']), 'policies'));
      return textOf(policy ?? null, 'id');
    }
    return null;
  }

  /** The policy that the app names, or that names the app; without one, Okta's default applies. */
  async function byApp(policies: readonly Json[]): Promise<Json | null> {
    const own = await app();
    const href = own.ok ? inside(own.value, '_links', 'profileEnrollment', 'href') : null;
    const linked = policies.find(({ id }) => String(href).endsWith(`/${String(id)}`));
    if (linked) return linked;
    for (const policy of policies.slice(0, mostPolicies)) {
      const path = `/api/v1/policies/${encodeURIComponent(String(policy['id']))}/mappings`;
      const mapped = await api.list(path, scopes.policies);
      const isMapped =
        mapped.ok &&
        mapped.value.some((one) =>
          String(inside(one, '_links', 'application', 'href')).endsWith(`/${clientId}`),
        );
      if (isMapped) return policy;
    }
    return policies.find(({ system }) => system === true) ?? null;
  }

  /** The first by priority that names one of the groups; the default policy stands last. */
  async function byGroups(
    policies: readonly Json[],
    groups: readonly string[],
  ): Promise<Json | null> {
    const active = inForce(policies);
    const named = active.find((policy) => {
      const included = inside(policy, 'conditions', 'people', 'groups', 'include');
      return Array.isArray(included) && groups.some((group) => included.includes(group));
    });
    return named ?? active.find(({ system }) => system === true) ?? null;
  }

  const profilePolicy = once(async (): Promise<Managed<AppliedPolicy>> => {
    const group = await everyone();
    const applied = await appliedPolicy('PROFILE_ENROLLMENT', group === null ? [] : [group]);
    if (!applied.ok) return applied;
    const policy = applied.value;
    if (!policy) return { ok: true, value: { policy: {}, rule: null } };
    const listed = await rules(String(policy['id']));
    if (!listed.ok) return listed;
    return { ok: true, value: { policy, rule: inForce(listed.value)[0] ?? null } };
  });

  async function targetGroups(): Promise<readonly string[]> {
    const applied = await profilePolicy();
    const rule = applied.ok ? applied.value.rule : null;
    return textsOf(inside(rule, 'actions', 'profileEnrollment', 'targetGroupIds'));
  }

  return {
    api,
    connection,
    app,
    assignments,
    everyone,
    profilePolicy,
    targetGroups,
    appliedPolicy,
    rules,
  };
}

/** Policies or rules that are active, in the order in which Okta tries them. */
export function inForce(all: readonly Json[]): Json[] {
  return all
    .filter(({ status }) => status === 'ACTIVE')
    .sort((one, other) => Number(one['priority']) - Number(other['priority']));
}

export function groupOf(assignment: Json): Json {
  return asObject(inside(assignment, '_embedded', 'group')) ?? {};
}

export function isEveryone(group: Json): boolean {
  return group['type'] === 'BUILT_IN' && inside(group, 'profile', 'name') === 'Everyone';
}

function textsInclude(value: unknown, wanted: string): boolean {
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
