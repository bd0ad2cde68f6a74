import { inside, type Json } from '../json';
import { cannotTell, type Outcome, pass, type Seen, warn } from '../outcome';
import { missingApp } from './app-assignment';
import { inForce } from './applied-policy';
import { show } from './show';
import type { Subject } from './subject';

const api = 'GET /api/v1/policies/{policyId}/rules';

/** How many factors the app's sign-in policy asks for, and whether it offers to stay signed in. */
export async function checkSignInPolicy(subject: Subject): Promise<Outcome> {
  const app = await subject.app();
  if (!app.ok) return missingApp(app) ?? app.outcome;
  const href = inside(app.value, '_links', 'accessPolicy', 'href');
  const id = typeof href === 'string' ? href.split('/').at(-1) : undefined;
  if (!id) return cannotTell([], { summary: 'no-sign-in-policy' });
  const listed = await subject.rules(id);
  if (!listed.ok) return listed.outcome;
  const rules = inForce(listed.value);
  const seen: Seen[] = [
    { label: 'factorMode', value: show(rules.map(describe)), api, console: 'signInPolicies' },
  ];
  const staysSignedIn = rules.some(
    (rule) => inside(rule, 'actions', 'appSignOn', 'keepMeSignedIn', 'postAuth') === 'ALLOWED',
  );
  const kept = staysSignedIn ? (['keep-me-signed-in'] as const) : [];
  return rules.some((rule) => factorMode(rule) === '2FA')
    ? warn(['two-factors-required', ...kept], { seen })
    : pass({ seen, causes: kept });
}

function factorMode(rule: Json): unknown {
  return inside(rule, 'actions', 'appSignOn', 'verificationMethod', 'factorMode');
}

function describe(rule: Json): string {
  const access = inside(rule, 'actions', 'appSignOn', 'access');
  return `${show(rule['name'])}: ${show(factorMode(rule) ?? access)}`;
}
