import { bounds } from '../../../preload/contract/registration/bounds';
import { type PersonView, type StepView } from '../../../preload/contract/registration/step';
import { deliveryOf } from './delivery';
import { asRecord, asString, asWords, clamp, dig } from '../idx/json';
import { isCaptchaToken } from '../idx/control';
import {
  actionAt,
  type IdxResponse,
  isPoll,
  type Remediation,
  remediationsOf,
} from '../idx/remediation';
import { actionsOf, type PlannedAction } from './actions';
import { captchaOf, type Capabilities } from './availability';
import { authenticatorOf, toAuthenticatorView } from './authenticator';
import { askedInputs, toFieldViews } from './fields';
import { detailOf } from './detail';
import { layoutOf } from './layout';
import { LinkBook } from '../idx/links';
import { apiErrorMessages, messagesOf } from '../idx/messages';
import { passwordRulesOf } from './password-rules';
import { Room } from './room';
import { unseenMessages } from './unseen-messages';

export interface StepContext {
  readonly serial: number;
  /** A form of the answer that the person asked to see instead of the org's choice. */
  readonly focus: string | null;
  /** What the person said of themselves earlier in this sign-up. */
  readonly person: PersonView;
  readonly resendAvailableAt: number | null;
  /** Server clock minus this machine's, in milliseconds. */
  readonly clockOffset: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly orgUrl: string;
  readonly capabilities: Capabilities;
  /** The `open` action whose page is open in the browser. */
  readonly openedAction: string | null;
}

export interface PlannedStep {
  readonly view: StepView;
  readonly shown: Remediation;
  readonly actions: readonly PlannedAction[];
  readonly links: LinkBook;
  readonly authenticatorKey: string | undefined;
}

/**
 * What an answer of the Identity Engine shows and allows, or null where it offers no form.
 * Pure: the same answer and context give the same view.
 */
export function toStepView(response: IdxResponse, context: StepContext): PlannedStep | null {
  const layout = layoutOf(response, context.focus);
  if (!layout) return null;
  const { shown } = layout;
  const rawAuthenticator = authenticatorOf(response, shown);
  const authenticatorKey = asString(rawAuthenticator?.['key']);
  const { capabilities } = context;
  const links = new LinkBook(context.orgUrl);
  const room = new Room(shown.inputs, shown.isCut);
  const fields = toFieldViews(shown.inputs, {
    response,
    authenticatorKey,
    remediation: shown.name,
    capabilities,
    links,
    room,
  });
  const actions = actionsOf(response, layout, links, {
    hasFields: (other) => askedInputs(other.inputs).length > 0,
    isPageOpened: context.openedAction !== null,
  });
  const title = asString(dig(response.body, 'uiDisplay', 'value', 'label'));
  const buttonLabel = asString(dig(response.body, 'uiDisplay', 'value', 'buttonLabel'));
  const passcode = shown.inputs.find(({ path }) => path.at(-1) === 'passcode');
  const view: StepView = {
    phase: 'step',
    serial: context.serial,
    step: clamp(shown.name, bounds.name),
    authenticator: toAuthenticatorView(response, rawAuthenticator, capabilities),
    title: title === undefined ? null : clamp(title, bounds.label),
    buttonLabel: buttonLabel === undefined ? null : clamp(buttonLabel, bounds.label),
    messages: [
      ...room.notice,
      ...messagesOf(response.body, links),
      ...apiErrorMessages(response.body),
      ...unseenMessages(shown, links),
    ].slice(0, bounds.messages),
    fields,
    actions: actions.map((action) => action.view),
    passwordRules: passwordRulesOf(response, passcode),
    person: personOf(response, context.person),
    delivery: deliveryOf(response, rawAuthenticator, context.person),
    resendAvailableAt: context.resendAvailableAt,
    isPolling: pollOf(response) !== null,
    asksAgainAt: shown.name === 'poll' ? context.now + (pollOf(response)?.interval ?? 0) : null,
    detail: detailOf(shown, { response, authenticator: rawAuthenticator, links, capabilities }),
    captcha: shown.inputs.some(isCaptchaToken) ? captchaOf(response, capabilities) : null,
    openedAction: context.openedAction,
    expiresAt: expiryOf(response, context),
  };
  return { view, shown, actions, links, authenticatorKey };
}

export interface PollPlan {
  readonly question: Remediation;
  /** Milliseconds until the next question; Okta's own default is 4,000. */
  readonly interval: number;
}

const defaultPollInterval = 4000;

/**
 * Whether the org is to be asked if the person acted elsewhere. An e-mail step is polled only
 * where the message holds a link: without one there is nothing to notice.
 */
export function pollOf(response: IdxResponse): PollPlan | null {
  const question =
    remediationsOf(response).find(isPoll) ??
    ['currentAuthenticator', 'currentAuthenticatorEnrollment']
      .filter((name) => hasMailLink(dig(response.body, name, 'value')))
      .map((name) => actionAt(response, name, 'value', 'poll'))
      .find((action) => action !== undefined);
  if (question === undefined || question.href === '') return null;
  const refresh = Number(asWords(question.raw['refresh']));
  const interval = refresh >= 500 ? Math.min(refresh, 60_000) : defaultPollInterval;
  return { question, interval };
}

function hasMailLink(authenticator: unknown): boolean {
  return dig(authenticator, 'contextualData', 'useEmailMagicLink') === true;
}

function personOf(response: IdxResponse, said: PersonView): PersonView {
  const user = asRecord(dig(response.body, 'user', 'value'));
  const pick = (value: unknown, fallback: string | null) => {
    const text = asString(value);
    return text === undefined ? fallback : clamp(text, bounds.label);
  };
  return {
    login: pick(user?.['identifier'], said.login),
    firstName: pick(dig(user, 'profile', 'firstName'), said.firstName),
    lastName: pick(dig(user, 'profile', 'lastName'), said.lastName),
  };
}

/**
 * The org's deadline by this machine's clock, which may be wrong. One that was over before the form
 * came says nothing: the org has just answered.
 */
function expiryOf(response: IdxResponse, { clockOffset, now }: StepContext): number | null {
  const expiry = Date.parse(asString(response.body['expiresAt']) ?? '') - clockOffset;
  return expiry > now ? expiry : null;
}
