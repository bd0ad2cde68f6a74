import { type ActionView, bounds } from '../../../preload/schemas/registration';
import { asString, clamp, dig } from '../idx/json';
import { actionAt, type IdxResponse, type Remediation } from '../idx/remediation';
import type { Layout } from './layout';

/** What an action of a view does when the person takes it. */
export type Step =
  | { readonly kind: 'post'; readonly remediation: Remediation; readonly takesValues: boolean }
  | { readonly kind: 'show'; readonly focus: string }
  | { readonly kind: 'cancel' };

export interface PlannedAction {
  readonly view: ActionView;
  readonly step: Step;
}

/** Every action of an answer: the form itself, its siblings, resend and cancel. */
export function actionsOf(
  response: IdxResponse,
  { shown, others, isOrgsChoice }: Layout,
  hasFields: (remediation: Remediation) => boolean,
): PlannedAction[] {
  const planned: (PlannedAction | undefined)[] = [
    isPosted(shown) && shown.name !== 'skip'
      ? plan('submit', 'submit', shown, { kind: 'post', remediation: shown, takesValues: true })
      : undefined,
    shown.name === 'skip' ? skip(shown) : undefined,
    ...others.filter(isPosted).map((remediation) => siblingAction(remediation, hasFields)),
    isOrgsChoice ? resend(response) : undefined,
    actionAt(response, 'cancel') && {
      view: { id: 'cancel', kind: 'cancel', name: 'cancel', label: null },
      step: { kind: 'cancel' },
    },
  ];
  return planned.filter((action) => action !== undefined).slice(0, bounds.actions);
}

function siblingAction(
  remediation: Remediation,
  hasFields: (remediation: Remediation) => boolean,
): PlannedAction | undefined {
  const { name } = remediation;
  if (name === 'skip') return skip(remediation);
  // Polling is main's own business.
  if (name === 'enroll-poll' || name === 'poll') return undefined;
  if (hasFields(remediation)) {
    return plan(`show:${name}`, 'show', remediation, { kind: 'show', focus: name });
  }
  const step = { kind: 'post', remediation, takesValues: false } as const;
  return plan(`remediation:${name}`, 'remediation', remediation, step);
}

function skip(remediation: Remediation): PlannedAction {
  return plan('skip', 'skip', remediation, { kind: 'post', remediation, takesValues: false });
}

function resend(response: IdxResponse): PlannedAction | undefined {
  const remediation =
    actionAt(response, 'currentAuthenticator', 'value', 'resend') ??
    actionAt(response, 'currentAuthenticatorEnrollment', 'value', 'resend');
  if (!remediation) return undefined;
  return plan('resend', 'resend', remediation, { kind: 'post', remediation, takesValues: false });
}

function plan(
  id: string,
  kind: ActionView['kind'],
  remediation: Remediation,
  step: Step,
): PlannedAction {
  const label = asString(remediation.raw['label']) ?? asString(dig(remediation.raw, 'idp', 'name'));
  return {
    view: {
      id: clamp(id, bounds.name),
      kind,
      name: clamp(remediation.name, bounds.name),
      label: label === undefined ? null : clamp(label, bounds.label),
    },
    step,
  };
}

function isPosted({ method, href }: Remediation): boolean {
  return method !== 'GET' && href !== '';
}
