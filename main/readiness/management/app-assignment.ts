import { inside, textOf } from '../json';
import { failed, type Outcome, pass, type Seen } from '../outcome';
import type { Managed } from './api';
import { show } from './show';
import { groupOf, isEveryone, type Subject } from './subject';

/** Is the app assigned to everyone, or to the group that new people are put into? */
export async function checkAppAssignment(subject: Subject): Promise<Outcome> {
  const app = await subject.app();
  if (!app.ok) return missingApp(app) ?? app.outcome;
  const isImplicit = inside(app.value, 'settings', 'implicitAssignment') === true;
  const seen: Seen[] = [
    {
      label: 'implicitAssignment',
      value: show(isImplicit),
      api: 'GET /api/v1/apps/{appId}',
      console: 'general',
    },
  ];
  if (isImplicit) return pass({ seen });

  const assigned = await subject.assignments();
  if (!assigned.ok) return assigned.outcome;
  const groups = assigned.value.map(groupOf);
  seen.push({
    label: 'assignedGroups',
    value: show(groups.map((group) => inside(group, 'profile', 'name') ?? group['id'])),
    api: 'GET /api/v1/apps/{appId}/groups',
    console: 'assignments',
  });
  const ids = assigned.value.map((assignment) => textOf(assignment, 'id'));
  // The groups themselves come along only where the token shows them.
  const everyone = await subject.everyone();
  if (groups.some(isEveryone) || (everyone.ok && ids.includes(everyone.value))) {
    return pass({ seen });
  }
  if (ids.length === 0) {
    return failed(['app-not-assigned', 'app-not-assigned-redirect', 'app-not-assigned-token'], {
      seen,
    });
  }
  const targets = await subject.targetGroups();
  if (!targets.ok) return { ...targets.outcome, seen };
  if (targets.value.some((target) => ids.includes(target))) {
    return pass({ seen, summary: 'target-group' });
  }
  const isEveryoneOpen = groups.some(({ type }) => type === undefined);
  if (!everyone.ok && isEveryoneOpen) return { ...everyone.outcome, seen };
  return failed(
    [
      'app-assigned-to-others',
      'assigned-by-group-rule',
      'app-not-assigned-redirect',
      'app-not-assigned-token',
    ],
    { seen },
  );
}

/** The org has no app of this client ID. */
export function missingApp(app: Managed<unknown> & { readonly ok: false }): Outcome | null {
  const { status, outcome } = app;
  return status === 404
    ? failed(['client-unknown'], { detail: outcome.detail, field: 'clientId' })
    : null;
}
