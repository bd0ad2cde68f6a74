import { fail, ok, type Result } from '../../preload/define';
import type {
  MessageView,
  RegistrationState,
  submitErrors,
  SubmitRequest,
  TerminalReason,
} from '../../preload/schemas/registration';
import type { IdxResponse, Remediation } from './idx/remediation';
import { type BodyOutcome, type FormValues, toRequestBody } from './idx/request-body';
import { nextMove } from './next-move';
import type { Connection } from './okta-client';
import { Polling } from './polling';
import type { RegistrationPorts } from './ports';
import { Stage } from './stage';
import { Transaction } from './transaction';
import { mayHaveActed, toEnding, toFailure, type Unanswered } from './unanswered';
import { interactionCodeOf, toTerminalAnswer } from './view/ending';

type SubmitResult = Result<RegistrationState, (typeof submitErrors)[number]>;

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
  #isBusy = false;
  #isClosed = false;
  #hasAskedForProfile = false;
  #isAccountCreated = false;
  /** A request got no answer: the org may have moved on, so ask before sending again. */
  #isUncertain = false;
  /** Waits to be exchanged because the org could not be reached. */
  #interactionCode: string | undefined;
  readonly #transaction: Transaction;
  readonly #stage: Stage;
  readonly #polling: Polling;

  constructor(private readonly ports: SessionPorts) {
    const network = ports.openNetwork();
    this.#transaction = new Transaction({ ...ports, connection: ports.org, network });
    this.#stage = new Stage({ ...ports, clockOffset: () => this.#transaction.clockOffset });
    this.#polling = new Polling((href) => this.#poll(href));
  }

  get state(): RegistrationState {
    return this.#state;
  }

  async start(): Promise<void> {
    this.#isBusy = true;
    try {
      const opened = await this.#transaction.open();
      if (opened.kind === 'failed') {
        this.#end(opened.failure.reason, opened.failure.messages);
        return;
      }
      const { outcome } = opened;
      const unanswered =
        outcome.kind === 'response' ? await this.#settle(outcome.response) : outcome;
      if (!unanswered) return;
      const { reason, messages, retryAfter } = toEnding(unanswered);
      this.#end(reason, messages, retryAfter);
    } finally {
      this.#isBusy = false;
      this.#schedulePoll();
    }
  }

  async submit(request: SubmitRequest): Promise<SubmitResult> {
    const { step } = this.#stage;
    if (this.#isClosed || !step) return fail('no-registration');
    if (request.view !== step.view.serial) return fail('stale-view');
    if (this.#isBusy) return fail('busy');
    const action = step.actions.find(({ view }) => view.id === request.action)?.step;
    switch (action?.kind) {
      case undefined:
        return fail('invalid-values');
      case 'cancel':
        void this.close();
        return ok(this.#state);
      case 'show':
        this.#stage.focus(action.focus);
        this.#show();
        return ok(this.#state);
      case 'post':
        return this.#send(action.remediation, action.takesValues ? request.values : {});
    }
  }

  /** An address with a code in it, opened or pasted: the same as typing that code. */
  async resume(address: string): Promise<SubmitResult> {
    const view = this.#stage.step?.view;
    const field = view?.fields.find(({ control }) => control === 'code');
    if (!view || !field) return fail('no-registration');
    return this.submit({ view: view.serial, action: 'submit', values: { [field.name]: address } });
  }

  /** Gives up: nothing of it is shown, sent or kept afterwards. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#polling.stop();
    const { cancel, stateHandle } = this.#stage;
    this.#stage.clear();
    this.#interactionCode = undefined;
    this.#state = { phase: 'idle' };
    await this.#transaction.close(cancel ? { href: cancel.href, stateHandle } : null);
  }

  async #send(remediation: Remediation, values: FormValues): Promise<SubmitResult> {
    const built = this.#build(remediation, values, this.ports.org.orgUrl);
    if (built.kind === 'invalid') return fail('invalid-values');
    if (built.kind === 'foreign-link') return fail('foreign-link');
    this.#isBusy = true;
    this.#polling.stop();
    try {
      if (built.kind === 'email-link') return await this.#followEmailLink(remediation, built.href);
      this.#stage.rememberPerson(values);
      return await this.#sendBody(remediation, built.body);
    } finally {
      this.#isBusy = false;
      this.#schedulePoll();
    }
  }

  #build(remediation: Remediation, values: FormValues, orgUrl: string): BodyOutcome {
    return toRequestBody(remediation, values, {
      stateHandle: this.#stage.stateHandle,
      authenticatorKey: this.#stage.step?.authenticatorKey,
      code: { state: this.#transaction.state, orgUrl },
    });
  }

  async #sendBody(remediation: Remediation, body: object): Promise<SubmitResult> {
    if (this.#interactionCode !== undefined) return this.#finish(this.#interactionCode);
    if (this.#isUncertain) {
      const moved = await this.#catchUp();
      if (moved) return moved;
    }
    const outcome = await this.#transaction.post(remediation.href, body);
    if (this.#isClosed) return fail('no-registration');
    if (outcome.kind !== 'response') {
      this.#isUncertain = mayHaveActed(outcome);
      return toFailure(outcome);
    }
    if (outcome.response.status < 400) {
      this.#isAccountCreated ||= remediation.name === 'enroll-profile';
      this.#stage.focus(null);
      if (remediation.name === 'resend') this.#stage.codeWasSent();
    }
    return this.#resultOf(await this.#settle(outcome.response));
  }

  /** A link without a code finishes the step at the org; asking where it stands shows it. */
  async #followEmailLink(remediation: Remediation, href: string): Promise<SubmitResult> {
    const opened = await this.#transaction.openEmailLink(href);
    if (this.#isClosed) return fail('no-registration');
    if (!opened) return fail('unreachable');
    const field = this.#stage.step?.view.fields.find(({ control }) => control === 'code');
    if (opened.location !== null && field) {
      // No org's address here: a link that leads to a link is not followed further.
      const built = this.#build(remediation, { [field.name]: opened.location }, '');
      if (built.kind === 'body') return this.#sendBody(remediation, built.body);
      return fail(built.kind === 'foreign-link' ? 'foreign-link' : 'invalid-values');
    }
    return (await this.#catchUp()) ?? fail('invalid-values');
  }

  /** Learns where the org stands; null where it still waits for what is about to be sent. */
  async #catchUp(): Promise<SubmitResult | null> {
    const { stateHandle } = this.#stage;
    if (stateHandle === undefined) return null;
    const outcome = await this.#transaction.introspect(stateHandle);
    if (this.#isClosed) return fail('no-registration');
    if (outcome.kind !== 'response') return toFailure(outcome);
    this.#isUncertain = false;
    if (this.#stage.isAboutSameStep(outcome.response)) return null;
    this.#stage.focus(null);
    return this.#resultOf(await this.#settle(outcome.response));
  }

  #resultOf(unanswered: Unanswered | null): SubmitResult {
    return unanswered ? toFailure(unanswered) : ok(this.#state);
  }

  /** Follows an answer to the next thing a person has to do; returns what stopped it on the way. */
  async #settle(response: IdxResponse): Promise<Unanswered | null> {
    if (this.#isClosed) return null;
    this.#stage.accept(response);
    const code = interactionCodeOf(response);
    if (code !== undefined) {
      const result = await this.#finish(code);
      return result.ok ? null : { kind: 'no-answer', reason: 'unreachable' };
    }
    const step = this.#stage.plan(response);
    if (!step) return this.#endWith(response);
    const move = nextMove(response, step, {
      hasAskedForProfile: this.#hasAskedForProfile,
      isFocused: this.#stage.isFocused,
    });
    switch (move.kind) {
      case 'show':
        this.#show();
        return null;
      case 'sign-up-not-offered':
        return this.#endWith(response, move.kind);
      case 'ask-for-profile':
        this.#hasAskedForProfile = true;
        this.#stage.carry(move.messages);
        return this.#move(move.href, move.body, true);
      case 'pass-picker':
        return this.#move(move.href, move.body, false);
    }
  }

  async #move(href: string, body: object, isForProfile: boolean): Promise<Unanswered | null> {
    const outcome = await this.#transaction.post(href, body);
    if (this.#isClosed) return null;
    if (outcome.kind === 'response') {
      // A refusal to show the profile form brings the sign-in page again.
      const isRefused = isForProfile && outcome.response.status >= 400;
      return isRefused ? this.#endWith(outcome.response) : this.#settle(outcome.response);
    }
    if (!isForProfile) {
      // The picker is shown after all, so that the person can try again.
      this.#isUncertain = mayHaveActed(outcome);
      this.#show();
      this.ports.onChange(this.#state);
    }
    return outcome;
  }

  async #finish(interactionCode: string): Promise<SubmitResult> {
    this.#interactionCode = interactionCode;
    const outcome = await this.#transaction.exchange(interactionCode);
    if (this.#isClosed) return fail('no-registration');
    if (!outcome) return fail('unreachable');
    this.#interactionCode = undefined;
    if (outcome.kind === 'rejected') {
      this.#end(outcome.reason, []);
      return ok(this.#state);
    }
    await this.ports.onTokens(outcome.tokens, this.ports.org);
    this.#become({ outcome: { kind: 'success' }, messages: [] });
    return ok(this.#state);
  }

  async #poll(href: string): Promise<void> {
    const serial = this.#stage.step?.view.serial;
    if (this.#isClosed || this.#isBusy || serial === undefined) return;
    const outcome = await this.#transaction.post(href, { stateHandle: this.#stage.stateHandle });
    // What the person did meanwhile counts more than the answer to an older question.
    const isOutdated = this.#isBusy || this.#stage.step?.view.serial !== serial;
    if (this.#isClosed || isOutdated) return;
    if (outcome.kind !== 'response') {
      this.#polling.backOff(outcome.kind === 'too-many-requests');
      return this.#schedulePoll();
    }
    this.#polling.resume();
    if (this.#stage.refresh(outcome.response)) return this.#schedulePoll();
    this.#isBusy = true;
    await this.#settle(outcome.response);
    this.#isBusy = false;
    this.#schedulePoll();
    this.ports.onChange(this.#state);
  }

  #schedulePoll(): void {
    const { response, step } = this.#stage;
    if (!this.#isClosed && response && step) this.#polling.schedule(response);
  }

  #show(): void {
    const view = this.#stage.show();
    if (!view) return;
    this.#state = view;
    this.ports.log.info('registration.step', { remediation: view.step });
  }

  #endWith(response: IdxResponse, fallback: TerminalReason = 'unknown'): null {
    const { reason, messages } = toTerminalAnswer(response);
    this.#end(reason === 'unknown' ? fallback : reason, messages);
    return null;
  }

  #end(
    reason: TerminalReason,
    messages: readonly MessageView[],
    retryAfter: number | null = null,
  ): void {
    if (this.#isClosed) return;
    this.ports.log.info('registration.ended', { reason });
    this.#become({
      outcome: {
        kind: 'terminal',
        reason,
        isAccountCreated: this.#isAccountCreated,
        reference: null,
        retryAfter,
      },
      messages: [...this.#stage.takeCarried(), ...messages],
    });
  }

  #become(ending: Omit<RegistrationState & { phase: 'ended' }, 'phase' | 'serial'>): void {
    this.#state = { phase: 'ended', serial: this.ports.nextSerial(), ...ending };
    this.#polling.stop();
    this.#stage.clear();
    void this.#transaction.close(null);
  }
}
