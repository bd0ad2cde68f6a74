import { fail, ok, type Result } from '../../preload/define';
import type {
  MessageView,
  PersonView,
  RegistrationState,
  submitErrors,
  SubmitRequest,
  TerminalReason,
} from '../../preload/schemas/registration';
import type { IdxOutcome } from './idx/idx-client';
import { asString } from './idx/json';
import { actionAt, type IdxResponse, type Remediation, remediationsOf } from './idx/remediation';
import { type FormValues, toRequestBody } from './idx/request-body';
import type { Connection } from './okta-client';
import { Polling } from './polling';
import type { RegistrationPorts } from './ports';
import { ResendClock } from './resend-clock';
import { Transaction } from './transaction';
import { soleRequiredChoice } from './view/auto-choice';
import { interactionCodeOf, toTerminalAnswer } from './view/ending';
import { messagesOf } from './view/messages';
import { type PlannedStep, toStepView } from './view/step-view';

type SubmitError = (typeof submitErrors)[number];
type SubmitResult = Result<RegistrationState, SubmitError>;

interface SessionPorts extends RegistrationPorts {
  readonly org: Connection;
  readonly nextSerial: () => number;
}

/**
 * One person's sign-up, from `interact` to tokens. What it knows of the person lives as long as
 * it does.
 */
export class RegistrationSession {
  #state: RegistrationState = { phase: 'idle' };
  #response: IdxResponse | undefined;
  #step: PlannedStep | undefined;
  #focus: string | null = null;
  #person: PersonView = { login: null, firstName: null, lastName: null };
  #isBusy = false;
  #isClosed = false;
  #hasAskedForProfile = false;
  #isAccountCreated = false;
  /** A request got no answer: the org may have moved on, so ask before sending again. */
  #isUncertain = false;
  /** Carried onto the profile form, which the org reaches through another answer. */
  #carriedMessages: MessageView[] = [];
  /** Waits to be exchanged because the org could not be reached. */
  #interactionCode: string | undefined;
  readonly #transaction: Transaction;
  readonly #resendClock: ResendClock;
  readonly #polling: Polling;

  constructor(private readonly ports: SessionPorts) {
    const network = ports.openNetwork();
    this.#transaction = new Transaction({ ...ports, connection: ports.org, network });
    this.#resendClock = new ResendClock(ports.now);
    this.#polling = new Polling((href) => this.#poll(href));
  }

  get state(): RegistrationState {
    return this.#state;
  }

  async start(): Promise<void> {
    this.#isBusy = true;
    const opened = await this.#transaction.open();
    this.#isBusy = false;
    if (opened.kind === 'failed') {
      this.#end(opened.failure.reason, opened.failure.messages);
      return;
    }
    const { outcome } = opened;
    if (outcome.kind === 'response') {
      const refused = await this.#settle(outcome.response);
      if (refused) this.#endUnanswered(refused);
    } else {
      this.#endUnanswered(outcome);
    }
  }

  async submit(request: SubmitRequest): Promise<SubmitResult> {
    if (this.#isClosed || !this.#step) return fail('no-registration');
    if (request.view !== this.#step.view.serial) return fail('stale-view');
    if (this.#isBusy) return fail('busy');
    const planned = this.#step.actions.find(({ view }) => view.id === request.action);
    if (!planned) return fail('invalid-values');
    const { step } = planned;
    if (step.kind === 'cancel') {
      await this.close();
      return ok(this.#state);
    }
    if (step.kind === 'show') {
      this.#focus = step.focus;
      this.#show();
      return ok(this.#state);
    }
    return this.#send(step.remediation, step.takesValues ? request.values : {});
  }

  /** An address with a code in it, opened or pasted: the same as typing that code. */
  async resume(
    address: string,
  ): Promise<
    Result<
      RegistrationState,
      'no-registration' | 'foreign-link' | 'invalid-values' | 'busy' | 'unreachable'
    >
  > {
    const field = this.#step?.view.fields.find(({ control }) => control === 'code');
    if (!this.#step || !field) return fail('no-registration');
    const result = await this.submit({
      view: this.#step.view.serial,
      action: 'submit',
      values: { [field.name]: address },
    });
    if (result.ok) return result;
    const { code } = result.error;
    const isTold =
      code === 'no-registration' ||
      code === 'foreign-link' ||
      code === 'invalid-values' ||
      code === 'busy';
    return isTold ? fail(code) : fail('unreachable');
  }

  /** Gives up: nothing of it is shown, sent or kept afterwards. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#polling.stop();
    const cancel = this.#response && this.#step && actionAt(this.#response, 'cancel');
    const farewell = cancel ? { href: cancel.href, stateHandle: this.#stateHandle() } : null;
    this.#response = undefined;
    this.#step = undefined;
    this.#interactionCode = undefined;
    this.#state = { phase: 'idle' };
    await this.#transaction.close(farewell);
  }

  async #send(remediation: Remediation, values: FormValues): Promise<SubmitResult> {
    const built = toRequestBody(remediation, values, {
      stateHandle: this.#stateHandle(),
      authenticatorKey: this.#step?.authenticatorKey,
      state: this.#transaction.state,
    });
    if (built.kind === 'invalid') return fail('invalid-values');
    if (built.kind === 'foreign-link') return fail('foreign-link');
    this.#isBusy = true;
    this.#polling.stop();
    try {
      return await this.#sendBody(remediation, values, built.body);
    } finally {
      this.#isBusy = false;
      this.#schedulePoll();
    }
  }

  async #sendBody(
    remediation: Remediation,
    values: FormValues,
    body: object,
  ): Promise<SubmitResult> {
    if (this.#interactionCode !== undefined) return this.#finish(this.#interactionCode);
    if (this.#isUncertain) {
      const moved = await this.#catchUp();
      if (moved) return moved;
    }
    this.#rememberPerson(values);
    const outcome = await this.#transaction.post(remediation.href, body);
    if (this.#isClosed) return fail('no-registration');
    if (outcome.kind !== 'response') {
      this.#isUncertain = outcome.kind === 'no-answer' || outcome.kind === 'server-error';
      return failureOf(outcome);
    }
    const { response } = outcome;
    if (response.status < 400) {
      this.#isAccountCreated ||= remediation.name === 'enroll-profile';
      this.#focus = null;
      if (remediation.name === 'resend') this.#resendClock.restart();
    }
    const refused = await this.#settle(response);
    return refused ? failureOf(refused) : ok(this.#state);
  }

  /** Learns where the org stands; a result means that it had moved on or cannot be asked. */
  async #catchUp(): Promise<SubmitResult | null> {
    const stateHandle = this.#stateHandle();
    if (stateHandle === undefined) return null;
    const outcome = await this.#transaction.introspect(stateHandle);
    if (this.#isClosed) return fail('no-registration');
    if (outcome.kind !== 'response') return failureOf(outcome);
    this.#isUncertain = false;
    const before = this.#step?.view;
    const after = toStepView(outcome.response, this.#context())?.view;
    const hasStayed =
      before?.step === after?.step && before?.authenticator?.key === after?.authenticator?.key;
    if (hasStayed) return null;
    this.#focus = null;
    const refused = await this.#settle(outcome.response);
    return refused ? failureOf(refused) : ok(this.#state);
  }

  /** Follows an answer to the next thing a person has to do; returns what stopped it on the way. */
  async #settle(response: IdxResponse): Promise<Unanswered | null> {
    this.#response = response;
    const code = interactionCodeOf(response);
    if (code !== undefined) {
      const result = await this.#finish(code);
      return result.ok ? null : { kind: 'no-answer', reason: 'unreachable' };
    }
    const step = toStepView(response, this.#context());
    if (!step) {
      const { reason, messages } = toTerminalAnswer(response);
      this.#end(reason, messages);
      return null;
    }
    const next = this.#withoutDecision(response, step);
    if (next === 'sign-up-not-offered') {
      const { reason, messages } = toTerminalAnswer(response);
      this.#end(reason === 'unknown' ? next : reason, messages);
      return null;
    }
    if (!next) {
      this.#show();
      return null;
    }
    this.#step = step;
    const outcome = await this.#transaction.post(next.href, next.body);
    if (this.#isClosed) return null;
    if (outcome.kind !== 'response') {
      this.#isUncertain = true;
      if (this.#state.phase === 'step') {
        this.#show();
        this.ports.onChange(this.#state);
      }
      return outcome;
    }
    if (next.isProfileRequest && outcome.response.status >= 400) {
      const { reason, messages } = toTerminalAnswer(outcome.response);
      this.#end(reason, messages);
      return null;
    }
    return this.#settle(outcome.response);
  }

  /** What the app sends without asking: on to the profile form, or past a picker of one. */
  #withoutDecision(
    response: IdxResponse,
    step: PlannedStep,
  ): { href: string; body: object; isProfileRequest: boolean } | 'sign-up-not-offered' | null {
    const stateHandle = asString(response.body['stateHandle']);
    if (!this.#hasAskedForProfile) {
      const profile = remediationsOf(response).find(({ name }) => name === 'select-enroll-profile');
      if (profile) {
        this.#hasAskedForProfile = true;
        this.#carriedMessages = messagesOf(response.body);
        return { href: profile.href, body: { stateHandle }, isProfileRequest: true };
      }
      if (step.shown.name === 'identify') return 'sign-up-not-offered';
    }
    const values = soleRequiredChoice(step);
    if (!values || response.status >= 400 || this.#focus !== null) return null;
    const built = toRequestBody(step.shown, values, {
      stateHandle,
      authenticatorKey: step.authenticatorKey,
      state: undefined,
    });
    if (built.kind !== 'body') return null;
    return { href: step.shown.href, body: built.body, isProfileRequest: false };
  }

  async #finish(interactionCode: string): Promise<SubmitResult> {
    this.#interactionCode = interactionCode;
    const outcome = await this.#transaction.exchange(interactionCode);
    if (this.#isClosed) return fail('no-registration');
    if (!outcome) {
      this.#isUncertain = false;
      return fail('unreachable');
    }
    this.#interactionCode = undefined;
    if (outcome.kind === 'rejected') {
      this.#end(outcome.reason, []);
      return ok(this.#state);
    }
    await this.ports.onTokens(outcome.tokens, this.ports.org);
    this.#become({
      phase: 'ended',
      serial: this.ports.nextSerial(),
      outcome: { kind: 'success' },
      messages: [],
    });
    return ok(this.#state);
  }

  async #poll(href: string): Promise<void> {
    if (this.#isClosed || this.#isBusy || !this.#step) return;
    const serial = this.#step.view.serial;
    const outcome = await this.#transaction.post(href, { stateHandle: this.#stateHandle() });
    // What the person did meanwhile counts more than the answer to an older question.
    if (this.#isClosed || this.#isBusy || this.#step?.view.serial !== serial) return;
    if (outcome.kind !== 'response') {
      this.#polling.backOff(outcome.kind === 'too-many-requests');
      return this.#schedulePoll();
    }
    this.#polling.resume();
    if (this.#adopt(outcome.response, serial)) return this.#schedulePoll();
    this.#isBusy = true;
    await this.#settle(outcome.response);
    this.#isBusy = false;
    this.#schedulePoll();
    this.ports.onChange(this.#state);
  }

  /** Takes over an answer that shows the same step, so that nothing typed or focused is lost. */
  #adopt(response: IdxResponse, serial: number): boolean {
    const next = toStepView(response, { ...this.#context(), serial });
    const before = this.#step?.view;
    if (!next || !before || interactionCodeOf(response) !== undefined) return false;
    const isSame =
      response.status < 400 &&
      next.view.step === before.step &&
      next.view.authenticator?.key === before.authenticator?.key &&
      next.view.messages.length === before.messages.length;
    if (isSame) {
      this.#response = response;
      this.#step = next;
    }
    return isSame;
  }

  #schedulePoll(): void {
    if (!this.#isClosed && this.#response && this.#step) this.#polling.schedule(this.#response);
  }

  #show(): void {
    if (!this.#response) return;
    const step = toStepView(this.#response, {
      ...this.#context(),
      serial: this.ports.nextSerial(),
    });
    if (!step) return;
    this.#step = {
      ...step,
      view: {
        ...step.view,
        messages: [...this.#carriedMessages, ...step.view.messages],
        resendAvailableAt: this.#resendClock.at(step.view),
      },
    };
    this.#carriedMessages = [];
    this.#state = this.#step.view;
    this.ports.log.info('registration.step', { remediation: step.view.step });
    this.#schedulePoll();
  }

  #end(
    reason: TerminalReason,
    messages: readonly MessageView[],
    retryAfter: number | null = null,
  ): void {
    this.#become({
      phase: 'ended',
      serial: this.ports.nextSerial(),
      outcome: {
        kind: 'terminal',
        reason,
        isAccountCreated: this.#isAccountCreated,
        reference: null,
        retryAfter,
      },
      messages: [...this.#carriedMessages, ...messages],
    });
    this.ports.log.info('registration.ended', { reason });
  }

  #endUnanswered(outcome: Unanswered): void {
    const messages = outcome.kind === 'no-answer' ? [] : outcome.messages;
    const retryAfter = outcome.kind === 'too-many-requests' ? outcome.retryAfter : null;
    this.#end(reasonOf(outcome), messages, retryAfter);
  }

  #become(ending: RegistrationState & { phase: 'ended' }): void {
    this.#state = ending;
    this.#polling.stop();
    this.#step = undefined;
    this.#response = undefined;
    void this.#transaction.close(null);
  }

  #context() {
    return {
      serial: this.#step?.view.serial ?? 0,
      focus: this.#focus,
      person: this.#person,
      resendAvailableAt: null,
      clockOffset: this.#transaction.clockOffset,
    };
  }

  #stateHandle(): string | undefined {
    return asString(this.#response?.body['stateHandle']);
  }

  #rememberPerson(values: FormValues): void {
    const said = (name: string) => asString(values[`userProfile.${name}`]);
    this.#person = {
      login: said('login') ?? said('email') ?? this.#person.login,
      firstName: said('firstName') ?? this.#person.firstName,
      lastName: said('lastName') ?? this.#person.lastName,
    };
  }
}

type Unanswered = Exclude<IdxOutcome, { kind: 'response' }>;

function failureOf(outcome: Unanswered): SubmitResult {
  if (outcome.kind === 'too-many-requests') {
    return fail('too-many-requests', { retryAfter: outcome.retryAfter });
  }
  if (outcome.kind === 'server-error') return fail('server-error');
  return fail(outcome.reason === 'timeout' ? 'timeout' : 'unreachable');
}

function reasonOf(outcome: Unanswered): TerminalReason {
  if (outcome.kind !== 'no-answer') return outcome.kind;
  return outcome.reason === 'timeout' ? 'timeout' : 'unreachable';
}
