import { bounds } from '../../preload/contract/registration/bounds';
import { type FieldView } from '../../preload/contract/registration/field';
import { type MessageView } from '../../preload/contract/registration/message';
import { type PersonView, type StepView } from '../../preload/contract/registration/step';
import { asString } from './idx/json';
import { actionAt, type IdxResponse, type Remediation } from './idx/remediation';
import type { FormValues } from './idx/request-body';
import { ResendClock } from './resend-clock';
import type { Capabilities } from './view/availability';
import { interactionCodeOf } from './view/ending';
import { type PlannedStep, toStepView } from './view/step-view';

interface ScreenPorts {
  readonly now: () => number;
  readonly nextSerial: () => number;
  /** Server clock minus this machine's, in milliseconds. */
  readonly clockOffset: () => number;
  readonly orgUrl: string;
  readonly capabilities: Capabilities;
}

/** What the person looks at: the org's last answer and the step made of it. */
export class Screen {
  #response: IdxResponse | undefined;
  #step: PlannedStep | undefined;
  /** Another form of the answer than the org put first. */
  #focus: string | null = null;
  #person: PersonView = { login: null, firstName: null, lastName: null };
  /** The link whose page is open in the browser. */
  #openedAction: string | null = null;
  #carriedMessages: readonly MessageView[] = [];
  readonly #resendClock: ResendClock;

  constructor(private readonly ports: ScreenPorts) {
    this.#resendClock = new ResendClock(ports.now);
  }

  get step(): PlannedStep | undefined {
    return this.#step;
  }

  get response(): IdxResponse | undefined {
    return this.#response;
  }

  get isFocused(): boolean {
    return this.#focus !== null;
  }

  get stateHandle(): string | undefined {
    return asString(this.#response?.body['stateHandle']);
  }

  /** The box for a code, if the step has one. */
  get codeField(): FieldView | undefined {
    return this.#step?.view.fields.find(({ control }) => control === 'code');
  }

  get cancel(): Remediation | undefined {
    return this.#response && actionAt(this.#response, 'cancel');
  }

  /** What a next answer would show, without showing it. Null where it offers no form. */
  plan(response: IdxResponse): PlannedStep | null {
    return toStepView(response, this.#context(this.#step?.view.serial ?? 0));
  }

  /** Takes an answer as the current one; what it shows is up to {@link show}. */
  accept(response: IdxResponse): void {
    if (!this.isAboutSameStep(response)) this.#openedAction = null;
    this.#response = response;
  }

  /** Shows the current answer as a new view. Null where it offers no form. */
  show(): StepView | null {
    if (!this.#response) return null;
    const step = toStepView(this.#response, this.#context(this.ports.nextSerial()));
    if (!step) return null;
    const view: StepView = {
      ...step.view,
      messages: [...this.#carriedMessages, ...step.view.messages].slice(0, bounds.messages),
      resendAvailableAt: this.#resendClock.at(step.view),
    };
    this.#step = { ...step, view };
    this.#carriedMessages = [];
    return view;
  }

  /**
   * Takes over an answer to a poll that shows the same step, under the same serial, so that nothing
   * typed or focused is lost. False where it shows something else.
   */
  refresh(response: IdxResponse): boolean {
    const before = this.#step?.view;
    const next = this.plan(response);
    if (!before || !next || interactionCodeOf(response) !== undefined) return false;
    const hasStayed =
      response.status < 400 &&
      isSameStep(next.view, before) &&
      isSaidAlready(next.view.messages, before.messages);
    if (hasStayed) {
      const { messages, resendAvailableAt } = before;
      this.#response = response;
      this.#step = { ...next, view: { ...next.view, messages, resendAvailableAt } };
    }
    return hasStayed;
  }

  /** The step as it is now, if it shows when the org is asked next. */
  waitUntil(asksAgainAt: number | null): StepView | null {
    if (!this.#step || this.#step.view.asksAgainAt === null) return null;
    const view = { ...this.#step.view, asksAgainAt };
    this.#step = { ...this.#step, view };
    return view;
  }

  /** A page of the step was opened in the browser, or is no longer waited for. */
  markOpened(action: string | null): void {
    this.#openedAction = action;
  }

  /** Whether an answer is about the step that is shown. */
  isAboutSameStep(response: IdxResponse): boolean {
    const next = this.plan(response);
    return next !== null && this.#step !== undefined && isSameStep(next.view, this.#step.view);
  }

  focus(remediation: string | null): void {
    this.#focus = remediation;
  }

  /** Messages for the next view, which the org reaches through another answer. */
  carry(messages: readonly MessageView[]): void {
    this.#carriedMessages = messages;
  }

  takeCarried(): readonly MessageView[] {
    const carried = this.#carriedMessages;
    this.#carriedMessages = [];
    return carried;
  }

  codeWasSent(): void {
    this.#resendClock.restart();
  }

  rememberPerson(values: FormValues): void {
    const said = (name: string) => {
      const path = `userProfile.${name}`;
      const set = this.#step?.view.fields.find(
        (one) => one.control === 'fixed' && one.name === path,
      );
      return asString(values[path]) ?? asString(set?.value);
    };
    this.#person = {
      login: said('login') ?? said('email') ?? this.#person.login,
      firstName: said('firstName') ?? this.#person.firstName,
      lastName: said('lastName') ?? this.#person.lastName,
    };
  }

  clear(): void {
    this.#response = undefined;
    this.#step = undefined;
    this.#person = { login: null, firstName: null, lastName: null };
    this.#carriedMessages = [];
    this.#focus = null;
    this.#openedAction = null;
  }

  /** Whether nothing of a person is here: no answer, no name, no message. */
  get isClear(): boolean {
    const { login, firstName, lastName } = this.#person;
    const said = [this.#response, this.#step, login, firstName, lastName];
    return said.every((one) => one === undefined || one === null) && !this.#carriedMessages.length;
  }

  #context(serial: number) {
    const { now, orgUrl, capabilities } = this.ports;
    return {
      serial,
      orgUrl,
      capabilities,
      now: now(),
      openedAction: this.#openedAction,
      focus: this.#focus,
      person: this.#person,
      resendAvailableAt: null,
      clockOffset: this.ports.clockOffset(),
    };
  }
}

/** The page may say more than the org does: what came with an address from the browser. */
function isSaidAlready(next: readonly MessageView[], shown: readonly MessageView[]): boolean {
  const words = ({ key, text, params }: MessageView) => JSON.stringify([key, text, params]);
  const said = shown.map(words);
  return next.every((message) => said.includes(words(message)));
}

function isSameStep(a: StepView, b: StepView): boolean {
  return a.step === b.step && a.authenticator?.key === b.authenticator?.key;
}
