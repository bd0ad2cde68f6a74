import type { CauseId } from '../causes/cause-id';
import { inside, type Json, objectsOf, textOf } from '../json';
import { cannotTell, failed, type Outcome, pass, type Seen } from '../outcome';
import { inForce } from './applied-policy';
import { scopes } from './scopes';
import { show } from './show';
import type { Subject } from './subject';

const optionalKeys = ['okta_email', 'phone_number'] as const;

/** Are e-mail and phone optional in the authenticator enrollment policy that applies? */
export async function checkOptionalAuthenticators(subject: Subject): Promise<Outcome> {
  const authenticators = await subject.api.list('/api/v1/authenticators', scopes.authenticators);
  if (!authenticators.ok) return authenticators.outcome;
  const applied = await subject.appliedPolicy('MFA_ENROLL');
  if (!applied.ok) return applied.outcome;
  const policy = applied.value;
  if (!policy) return cannotTell([], { summary: 'no-enrollment-policy' });

  const active = authenticators.value.filter(({ status }) => status === 'ACTIVE');
  const rules = await subject.rules(String(policy['id']));
  const seen: Seen[] = [
    {
      label: 'policy',
      value: show(policy['name']),
      api: 'GET /api/v1/policies?type=MFA_ENROLL',
      console: 'enrollment',
    },
    ...(await phoneMethods(subject, active)),
    ...(rules.ok ? prompts(rules.value) : []),
  ];
  if (inside(policy, 'settings', 'type') !== 'AUTHENTICATORS') {
    return cannotTell([], { summary: 'factors-policy', seen });
  }
  const enrolls = objectsOf(inside(policy, 'settings', 'authenticators'));
  const causes = new Set<CauseId>();
  for (const key of optionalKeys) {
    const isActive = active.some((one) => one['key'] === key);
    const setting = enrolls.find((one) => one['key'] === key) ?? null;
    const self = isActive ? (inside(setting, 'enroll', 'self') ?? 'NOT_ALLOWED') : 'INACTIVE';
    seen.push({
      label: key === 'okta_email' ? 'emailEnrollment' : 'phoneEnrollment',
      value: [show(self), ...besides(setting)].join(', '),
      api: `GET /api/v1/policies/{policyId} settings.authenticators[key=${key}].enroll.self`,
      console: isActive ? 'enrollment' : 'authenticators',
    });
    if (self !== 'OPTIONAL') {
      causes.add(self === 'REQUIRED' ? 'authenticators-required' : 'authenticators-not-offered');
    }
  }
  return causes.size === 0 ? pass({ seen }) : failed([...causes], { seen });
}

/** What else the policy says of a method: set up by itself, or required only after some time. */
function besides(setting: Json | null): string[] {
  return ['autoEnroll', 'gracePeriod'].flatMap((name) => {
    const value = inside(setting, 'enroll', name);
    return value === null ? [] : [`${name} ${show(value)}`];
  });
}

async function phoneMethods({ api }: Subject, active: readonly Json[]): Promise<Seen[]> {
  const phone = active.find(({ key }) => key === 'phone_number');
  if (!phone) return [];
  const methods = await api.list(
    `/api/v1/authenticators/${String(phone['id'])}/methods`,
    scopes.authenticators,
  );
  if (!methods.ok) return [];
  const usable = methods.value.filter(({ status }) => status === 'ACTIVE');
  return [
    {
      label: 'phoneMethods',
      value: show(usable.map((method) => textOf(method, 'type'))),
      api: 'GET /api/v1/authenticators/{authenticatorId}/methods',
      console: 'phone',
    },
  ];
}

function prompts(rules: readonly Json[]): Seen[] {
  const [rule] = inForce(rules);
  const self = inside(rule ?? null, 'actions', 'enroll', 'self');
  return [
    {
      label: 'enrollmentPrompt',
      value: show(self),
      api: 'GET /api/v1/policies/{policyId}/rules actions.enroll.self',
      console: 'enrollment',
    },
  ];
}
