import { asObject, inside, type Json, objectsOf } from '../json';
import { failed, type Outcome, pass, type Seen } from '../outcome';
import { missingApp } from './app-assignment';
import { show } from './show';
import type { Subject } from './subject';

const api = 'GET /api/v1/policies/{policyId}/rules';

/** Does the user profile policy that applies to this app allow sign-up? */
export async function checkSignUpPolicy(subject: Subject): Promise<Outcome> {
  const app = await subject.app();
  const missing = app.ok ? null : missingApp(app);
  if (missing) return missing;
  const applied = await subject.profilePolicy();
  if (!applied.ok) return applied.outcome;
  const { policy, rule } = applied.value;
  const enrollment = asObject(inside(rule, 'actions', 'profileEnrollment'));
  const access = enrollment?.['access'];
  const action = enrollment?.['unknownUserAction'];
  const place = { api, console: 'profilePolicies' as const };
  const seen: Seen[] = [
    {
      label: 'policy',
      value: show(policy['name']),
      api: 'GET /api/v1/policies?type=PROFILE_ENROLLMENT',
      console: 'profilePolicyApps',
    },
    { label: 'signUpAccess', value: show(access), ...place },
    { label: 'unknownUserAction', value: show(action), ...place },
    {
      label: 'fields',
      value: show(objectsOf(enrollment?.['profileAttributes']).map(attribute)),
      ...place,
    },
    { label: 'targetGroup', value: show(enrollment?.['targetGroupIds']), ...place },
  ];
  if (access === 'ALLOW' && action === 'REGISTER') return pass({ seen });
  if (access === 'DENY') return failed(['sign-up-denied', 'sign-up-not-allowed'], { seen });
  // The default policy applies to whatever app has no policy of its own.
  return policy['system'] === true
    ? failed(['app-in-another-policy', 'sign-up-not-allowed'], { seen })
    : failed(['sign-up-not-allowed', 'app-in-another-policy'], { seen });
}

function attribute({ name, required }: Json): string {
  return `${show(name)}${required === true ? ' *' : ''}`;
}
