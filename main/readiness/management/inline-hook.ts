import { inside, objectsOf, textOf } from '../json';
import { type Outcome, pass, type Seen, warn } from '../outcome';
import { scopes } from './scopes';
import { show } from './show';
import type { Subject } from './subject';

/** Does a registration inline hook decide about each sign-up? What it will say nobody can tell. */
export async function checkInlineHook(subject: Subject): Promise<Outcome> {
  const profile = await subject.profilePolicy();
  if (!profile.ok) return profile.outcome;
  const hooks = objectsOf(
    inside(profile.value.rule, 'actions', 'profileEnrollment', 'preRegistrationInlineHooks'),
  );
  const ids = hooks.flatMap((hook) => textOf(hook, 'inlineHookId') ?? []);
  const [id] = ids;
  if (id === undefined) return pass({ summary: 'no-hook' });
  const hook = await subject.api.get(`/api/v1/inlineHooks/${encodeURIComponent(id)}`, scopes.hooks);
  if (!hook.ok) return hook.outcome;
  const seen: Seen[] = [
    {
      label: 'hook',
      value: `${show(hook.value['name'])}: ${show(hook.value['status'])}`,
      api: 'GET /api/v1/inlineHooks/{hookId}',
      console: 'hooks',
    },
  ];
  return hook.value['status'] === 'ACTIVE'
    ? warn(['hook-denies', 'hook-fails'], { seen })
    : pass({ seen });
}
