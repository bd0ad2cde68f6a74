import { type Form, readForm } from './form';
import { at, isLoose, list, type Loose, related, words } from './loose';

/** What an answer has to lead to on screen, read from the answer alone. */
export interface Reading {
  readonly body: Loose;
  /** `success` or `terminal` where there is no form, else the name of the form to be shown. */
  readonly step: string;
  /** The org offers a sign-up, which the app takes by itself. */
  readonly leadsOn: boolean;
  readonly shown: Loose;
  readonly form: Form;
  /** Key of the authenticator that the form names, or empty. */
  readonly authenticator: string;
  readonly siblings: readonly Loose[];
  /** What the authenticator offers besides its form: another code, an end of its own. */
  readonly extras: readonly Loose[];
  readonly messages: readonly Loose[];
}

/** Forms that stand beside the one a step is about; later ones are further to the side. */
const sideForms = [
  'select-enrollment-channel',
  'select-authenticator-enroll',
  'select-authenticator-authenticate',
  'identify',
  'redirect-idp',
  'piv-idp',
  'launch-authenticator',
  'launch-webauthn-authenticator',
  'select-enroll-profile',
  'identify-recovery',
  'unlock-account',
  'select-identify',
  'skip',
];

export function readAnswer(text: string): Reading {
  const body = parse(text);
  const remediations = list(at(body, 'remediation', 'value'));
  const current = words(at(body, 'currentAuthenticator', 'value', 'key'));
  const isProvider = ['external_idp', 'smart_card_idp'].includes(current);
  const sideOf = (one: Loose) => (isEnrollment(one, isProvider) ? -1 : rankOf(one));
  const [shown = {}] = [...remediations].sort((one, other) => sideOf(one) - sideOf(other));
  const leadsOn = remediations.some(({ name }) => name === 'select-enroll-profile');
  return {
    body,
    step: stepOf(body, shown),
    leadsOn,
    shown,
    form: readForm(shown),
    authenticator: words(related(body, shown['relatesTo'])['key']),
    siblings: remediations.filter((one) => one !== shown && !isPoll(one)),
    extras: remediations.length > 0 ? extrasOf(body) : [],
    messages: messagesOf(body, shown),
  };
}

export function isPoll({ name }: Loose): boolean {
  return name === 'poll' || name === 'enroll-poll' || name === 'challenge-poll';
}

export function isLink({ method }: Loose): boolean {
  return method === 'GET';
}

function stepOf(body: Loose, shown: Loose): string {
  if (isLoose(body['successWithInteractionCode'])) return 'success';
  return words(shown['name']) || 'terminal';
}

/** To enroll an identity provider is a step; to sign in with one is a way around a form. */
function isEnrollment({ name, relatesTo }: Loose, isProvider: boolean): boolean {
  return name === 'redirect-idp' && (relatesTo !== undefined || isProvider);
}

function rankOf({ name }: Loose): number {
  return sideForms.indexOf(words(name));
}

function extrasOf(body: Loose): Loose[] {
  return ['currentAuthenticator', 'currentAuthenticatorEnrollment'].flatMap((holder) =>
    ['resend', 'cancel'].flatMap((name) => {
      const action = at(body, holder, 'value', name);
      return isLoose(action) ? [{ name, ...action }] : [];
    }),
  );
}

/** Answers of the API and of OAuth say one thing, in words of their own. */
function messagesOf(body: Loose, shown: Loose): Loose[] {
  const said = [body, shown].flatMap((carrier) => list(at(carrier, 'messages', 'value')));
  const key = body['errorCode'] ?? body['error'];
  const message = words(body['errorSummary']) || words(body['error_description']);
  if (key === undefined && message === '') return said;
  const causes = list(body['errorCauses']).map(({ errorSummary }) => ({ message: errorSummary }));
  return [...said, ...[{ message, i18n: { key } }, ...causes].map(asError)];
}

function asError(said: Loose): Loose {
  return { ...said, class: 'ERROR' };
}

function parse(text: string): Loose {
  try {
    const body: unknown = JSON.parse(text);
    return isLoose(body) ? body : {};
  } catch {
    return {};
  }
}
