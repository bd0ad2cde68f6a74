import { type ActionView } from '../../../preload/contract/registration/step';
import { bounds } from '../../../preload/contract/registration/bounds';
import { asString, clamp, dig } from '../idx/json';
import { actionAt, type IdxResponse, isPoll, type Remediation } from '../idx/remediation';
import type { Layout } from './layout';
import type { LinkBook } from '../idx/links';

/** What an action of a view does when the person takes it. */
export type Step =
  | { readonly kind: 'post'; readonly remediation: Remediation; readonly takesValues: boolean }
  | { readonly kind: 'show'; readonly focus: string }
  /** Main opens the link of the same id. */
  | { readonly kind: 'open'; readonly href: string; readonly isRoundTrip: boolean }
  | { readonly kind: 'check' }
  | { readonly kind: 'cancel' };

export interface PlannedAction {
  readonly view: ActionView;
  readonly step: Step;
}

interface ActionContext {
  readonly hasFields: (remediation: Remediation) => boolean;
  /** The person went on in a browser, and may be done there without having been sent back. */
  readonly isPageOpened: boolean;
}

/** Every action of an answer: the form itself, its siblings, its links, resend and cancel. */
export function actionsOf(
  response: IdxResponse,
  { shown, others, isOrgsChoice }: Layout,
  links: LinkBook,
  { hasFields, isPageOpened }: ActionContext,
): PlannedAction[] {
  const planned: (PlannedAction | null)[] = [
    shownAction(shown),
    isPageOpened ? plan('check', 'check', shown, { kind: 'check' }) : null,
    ...others.map((remediation) => siblingAction(remediation, hasFields)),
    ...(isOrgsChoice ? actionsOfAuthenticator(response) : []),
    leave(response),
  ];
  return withLinks(withUniqueIds(planned.filter((action) => action !== null)), links).slice(
    0,
    bounds.actions,
  );
}

function shownAction(shown: Remediation): PlannedAction | null {
  if (isLink(shown)) return open(shown);
  if (shown.href === '') return null;
  if (shown.name === 'skip') return skip(shown);
  if (isPoll(shown)) return plan('check', 'check', shown, { kind: 'check' });
  return plan('submit', 'submit', shown, { kind: 'post', remediation: shown, takesValues: true });
}

function siblingAction(
  remediation: Remediation,
  hasFields: (remediation: Remediation) => boolean,
): PlannedAction | null {
  const { name } = remediation;
  if (isLink(remediation)) return open(remediation);
  // Polling beside a form is main's own business.
  if (remediation.href === '' || isPoll(remediation)) return null;
  if (name === 'skip') return skip(remediation);
  if (hasFields(remediation)) {
    return plan(`show:${name}`, 'show', remediation, { kind: 'show', focus: name });
  }
  const step = { kind: 'post', remediation, takesValues: false } as const;
  return plan(`remediation:${name}`, 'remediation', remediation, step);
}

/** What the current authenticator offers besides its form: another code, an end of its own. */
function actionsOfAuthenticator(response: IdxResponse): PlannedAction[] {
  const found = (name: string) =>
    actionAt(response, 'currentAuthenticator', 'value', name) ??
    actionAt(response, 'currentAuthenticatorEnrollment', 'value', name);
  return [
    ...posting('resend', 'resend', found('resend')),
    ...posting('remediation:cancel-polling', 'remediation', found('cancel')),
  ];
}

function posting(
  id: string,
  kind: 'resend' | 'remediation',
  remediation: Remediation | undefined,
): PlannedAction[] {
  return remediation
    ? [plan(id, kind, remediation, { kind: 'post', remediation, takesValues: false })]
    : [];
}

function leave(response: IdxResponse): PlannedAction | null {
  const cancel = actionAt(response, 'cancel');
  return cancel ? plan('cancel', 'cancel', cancel, { kind: 'cancel' }) : null;
}

function open(remediation: Remediation): PlannedAction {
  const { name, href } = remediation;
  const isRoundTrip = !['success-redirect', 'failure-redirect'].includes(name);
  return plan(`open:${name}`, 'open', remediation, { kind: 'open', href, isRoundTrip });
}

function skip(remediation: Remediation): PlannedAction {
  return plan('skip', 'skip', remediation, { kind: 'post', remediation, takesValues: false });
}

function plan(
  id: string,
  kind: ActionView['kind'],
  remediation: Remediation,
  step: Step,
): PlannedAction {
  const { name, raw } = remediation;
  const provider = asString(dig(raw, 'idp', 'name'));
  const label = asString(raw['label']) ?? provider;
  return {
    view: {
      id: clamp(id, bounds.name),
      kind,
      name: clamp(name, bounds.name),
      label: label === undefined ? null : clamp(label, bounds.label),
      provider:
        kind === 'open' && (raw['idp'] !== undefined || raw['type'] !== undefined)
          ? {
              type: clamp(asString(raw['type']) ?? '', bounds.name),
              name: provider === undefined ? null : clamp(provider, bounds.label),
            }
          : null,
    },
    step,
  };
}

/** An org may offer several identity providers under one name. */
function withUniqueIds(actions: readonly PlannedAction[]): PlannedAction[] {
  const seen = new Map<string, number>();
  return actions.map((action) => {
    const { id } = action.view;
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    if (count === 0) return action;
    const suffix = `:${count}`;
    const view = { ...action.view, id: clamp(id, bounds.name - suffix.length) + suffix };
    return { ...action, view };
  });
}

/** An address that the app does not open is not offered. */
function withLinks(actions: readonly PlannedAction[], links: LinkBook): PlannedAction[] {
  return actions.filter(({ view, step }) => {
    if (step.kind !== 'open') return true;
    return links.add(step.href, { id: view.id, isRoundTrip: step.isRoundTrip }) !== null;
  });
}

function isLink({ method }: Remediation): boolean {
  return method === 'GET';
}
