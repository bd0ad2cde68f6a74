import { asObject, inside, type Json, objectsOf, textOf, textsOf } from '../json';
import type { ManagementApi, Managed } from './api';
import { scopes } from './scopes';

export type PolicyType = 'PROFILE_ENROLLMENT' | 'MFA_ENROLL' | 'PASSWORD';

type Failure = Managed<never> & { readonly ok: false };

/** The groups that a new account is in. */
export interface Newcomer {
  /** The IDs of those that are known. */
  readonly groups: readonly string[];
  /** Why there may be others; null where these are all. */
  readonly unknown: Failure | null;
}

/** Asked one by one whether they name the app, where neither it nor the org says which one applies. */
const mostPolicies = 50;

/** The ID of the policy that the org itself says applies; null where it does not say. */
export async function simulate(
  api: ManagementApi,
  type: PolicyType,
  appInstance: string,
  groups: readonly string[],
): Promise<string | null> {
  const context = {
    appInstance,
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

/**
 * The policy that the app names, or that names the app; without one, Okta's default applies. Null
 * where there are too many to ask, or the one that the app names is not among them.
 */
export async function policyOfApp(
  api: ManagementApi,
  policies: readonly Json[],
  app: Managed<Json>,
  clientId: string,
): Promise<Managed<Json | null>> {
  const href = app.ok ? inside(app.value, '_links', 'profileEnrollment', 'href') : null;
  const linked = policies.find(({ id }) => String(href).endsWith(`/${String(id)}`));
  if (linked) return { ok: true, value: linked };
  const others = policies.filter(({ system }) => system !== true);
  for (const policy of others.slice(0, mostPolicies)) {
    const path = `/api/v1/policies/${encodeURIComponent(String(policy['id']))}/mappings`;
    const mapped = await api.list(path, scopes.policies);
    // It may well be this one.
    if (!mapped.ok) return mapped;
    const isMapped = mapped.value.some((one) =>
      String(inside(one, '_links', 'application', 'href')).endsWith(`/${clientId}`),
    );
    if (isMapped) return { ok: true, value: policy };
  }
  const isOpen = typeof href === 'string' || others.length > mostPolicies;
  return { ok: true, value: isOpen ? null : (policies.find(isDefault) ?? null) };
}

/** The first by priority that names one of the groups; the default policy stands last. */
export function policyOfGroups(policies: readonly Json[], groups: readonly string[]): Json | null {
  const active = inForce(policies);
  const named = active.find((policy) =>
    groupsOf(policy).some((included) => groups.includes(included)),
  );
  return named ?? active.find(isDefault) ?? null;
}

/** Whether a policy for groups is tried before the chosen one. */
export function isAnotherBefore(policies: readonly Json[], chosen: Json | null): boolean {
  const active = inForce(policies).filter((policy) => !isDefault(policy));
  const before = active.slice(
    0,
    chosen && active.includes(chosen) ? active.indexOf(chosen) : undefined,
  );
  return before.some((policy) => groupsOf(policy).length > 0);
}

/** The IDs of the groups that a policy is for. */
export function groupsOf(policy: Json): readonly string[] {
  return textsOf(inside(policy, 'conditions', 'people', 'groups', 'include'));
}

/** Policies or rules that are active, in the order in which Okta tries them. */
export function inForce(all: readonly Json[]): Json[] {
  return all
    .filter(({ status }) => status === 'ACTIVE')
    .sort((one, other) => Number(one['priority']) - Number(other['priority']));
}

export function isDefault({ system }: Json): boolean {
  return system === true;
}

function textsInclude(value: unknown, wanted: string): boolean {
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}
