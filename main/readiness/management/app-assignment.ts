import { inside, textOf } from '../json';
import { cannotTell, failed, type Outcome, pass, type Seen } from '../outcome';
import type { Managed } from './api';
import { show } from './show';
import { groupOf, isEveryone, scopes, type Subject } from './subject';

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
  if (groups.some(isEveryone) || (everyone !== null && ids.includes(everyone))) {
    return pass({ seen });
  }
  const targets = await subject.targetGroups();
  if (targets.some((target) => ids.includes(target))) {
    return pass({ seen, summary: 'target-group' });
  }
  const isEveryoneUnknown = everyone === null && groups.some(({ type }) => type === undefined);
  if (isEveryoneUnknown) {
    return cannotTell([], { summary: 'missing-scope', values: { scope: scopes.groups }, seen });
  }
  return ids.length === 0
    ? failed(['app-not-assigned', 'app-not-assigned-redirect', 'app-not-assigned-token'], { seen })
    : failed(
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
