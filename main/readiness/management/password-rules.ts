import { inside, type Json } from '../json';
import { cannotTell, type Outcome, pass, type Seen } from '../outcome';
import { show } from './show';
import type { Subject } from './subject';

const path = '/api/v1/policies?type=PASSWORD';

/** What a new account's password has to be, and whether the account is recovered by mail. */
export async function checkPasswordRules(subject: Subject): Promise<Outcome> {
  const applied = await subject.appliedPolicy('PASSWORD');
  if (!applied.ok) return applied.outcome;
  const policy = applied.value;
  if (!policy) return cannotTell([], { summary: 'no-password-policy' });
  const recovery = inside(policy, 'settings', 'recovery', 'factors', 'okta_email', 'status');
  const place = { api: `GET ${path}`, console: 'password' as const };
  const seen: Seen[] = [
    { label: 'policy', value: show(policy['name']), ...place },
    { label: 'complexity', value: complexity(policy), ...place },
    { label: 'emailRecovery', value: show(recovery), ...place },
  ];
  // Older clients came to an end at the step that this leads to.
  return pass({ seen, causes: recovery === 'ACTIVE' ? ['email-recovery'] : [] });
}

function complexity(policy: Json): string {
  const rules = inside(policy, 'settings', 'password', 'complexity');
  const entries = Object.entries(typeof rules === 'object' && rules !== null ? rules : {});
  return show(
    entries
      .filter(([, value]) => typeof value === 'number' || typeof value === 'boolean')
      .map(([name, value]) => `${name} ${String(value)}`),
  );
}
