import { fail, ok, type Result } from '../../preload/define';
import {
  bounds,
  type openErrors,
  type OpenRequest,
  type RegistrationState,
  type submitErrors,
  type SubmitRequest,
} from '../../preload/schemas/registration';
import { performCeremony } from './ceremony';
import { clamp } from './idx/json';
import type { Remediation } from './idx/remediation';
import { type BodyOutcome, type FormValues, toRequestBody } from './idx/request-body';
import { Journey } from './journey';
import type { Connection } from './okta-client';
import type { RegistrationPorts } from './ports';
import { readReturned } from './returned';
import { Stage } from './stage';
import { Transaction } from './transaction';
import { mayHaveActed, toFailure, type Unanswered } from './unanswered';

type SubmitResult = Result<RegistrationState, (typeof submitErrors)[number]>;
type OpenResult = Result<RegistrationState, (typeof openErrors)[number]>;

interface SessionPorts extends RegistrationPorts {
  readonly org: Connection;
  readonly nextSerial: () => number;
}

/**
 * One person's sign-up, from `interact` to tokens. What it knows of the person lives as long as
 * it does.
 */
export class RegistrationSession {
  readonly #transaction: Transaction;
  readonly #stage: Stage;
  readonly #journey: Journey;
  readonly #givenUp = new AbortController();
  /** Ends when the request that is on its way has been answered. */
  #idle: Promise<void> = Promise.resolve();

  constructor(private readonly ports: SessionPorts) {
    const { org, orgPages } = ports;
    const network = ports.openNetwork();
    this.#transaction = new Transaction({ ...ports, connection: org, network });
    this.#stage = new Stage({
      ...ports,
      orgUrl: org.orgUrl,
      capabilities: { canShowOrgPage: orgPages.canShow(org.orgUrl) },
      clockOffset: () => this.#transaction.clockOffset,
    });
    this.#journey = new Journey(ports, this.#transaction, this.#stage);
  }

  get state(): RegistrationState {
    return this.#journey.state;
  }

  async start(): Promise<void> {
    await this.#busily(async () => {
      const opened = await this.#transaction.open();
      if (opened.kind === 'failed') {
        this.#journey.end(opened.failure.reason, opened.failure.messages);
        return;
      }
      const { outcome } = opened;
      const unanswered =
        outcome.kind === 'response' ? await this.#journey.settle(outcome.response) : outcome;
      if (unanswered) this.#journey.endUnanswered(unanswered);
    });
  }

  async submit(request: SubmitRequest): Promise<SubmitResult> {
    const { step } = this.#stage;
    if (this.#journey.isClosed || !step) return fail('no-registration');
    if (request.view !== step.view.serial) return fail('stale-view');
    if (this.#journey.isBusy) return fail('busy');
    const action = step.actions.find(({ view }) => view.id === request.action)?.step;
    switch (action?.kind) {
      case undefined:
      case 'open':
        return fail('invalid-values');
      case 'cancel':
        void this.close();
        return ok(this.state);
      case 'show':
        this.#stage.focus(action.focus);
        this.#journey.show();
        return ok(this.state);
      case 'check':
        return this.#busily(() => this.#check());
      case 'post':
        return this.#send(action.remediation, action.takesValues ? request.values : {});
    }
  }

  /** Opens a page that the current view names, in the system's browser. */
  async open({ view, link }: OpenRequest): Promise<OpenResult> {
    const { state } = this;
    if (this.#journey.isClosed || state.phase === 'idle') return fail('no-registration');
    if (view !== state.serial) return fail('stale-view');
    const links = this.#stage.step?.links ?? this.#journey.endingLinks;
    const planned = links?.find(link);
    if (!planned || !(await this.ports.openExternal(planned.href))) return fail('not-opened');
    if (planned.isRoundTrip && this.#stage.step?.view.serial === view) {
      this.#stage.markOpened(link);
      this.#journey.show();
    }
    return ok(this.state);
  }

  /** An address that a browser brought back to the app. What is not this sign-up's is ignored. */
  async resume(address: string): Promise<SubmitResult> {
    await this.#idle;
    if (this.#journey.isClosed || !this.#stage.step) return fail('no-registration');
    const returned = readReturned(address, {
      redirectUri: this.ports.org.redirectUri,
      state: this.#transaction.state,
    });
    this.ports.log.info('registration.returned', { kind: returned.kind });
    switch (returned.kind) {
      case 'email-code':
        return this.#enterCode(address);
      case 'interaction-code':
        return this.#busily(() => this.#finish(returned.code));
      case 'continue':
        return this.#busily(() => this.#check());
      case 'refused':
        this.#carry(returned.error, returned.description);
        return this.#busily(() => this.#check());
      case 'activation':
        // The sign-up under way stays: anything on the machine can hand over such an address.
        return this.#tell('activation-link-not-here', '');
      case 'foreign':
        return fail('foreign-link');
    }
  }

  /** Gives up: nothing of it is shown, sent or kept afterwards. */
  async close(): Promise<void> {
    const journey = this.#journey;
    if (journey.isClosed) return;
    journey.isClosed = true;
    this.#givenUp.abort();
    journey.polling.stop();
    const { cancel, stateHandle } = this.#stage;
    this.#stage.clear();
    journey.interactionCode = undefined;
    journey.state = { phase: 'idle' };
    await this.#transaction.close(cancel ? { href: cancel.href, stateHandle } : null);
  }

  /** One request at a time; polling rests meanwhile. */
  async #busily<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    this.#journey.isBusy = true;
    this.#journey.polling.stop();
    const running = work();
    this.#idle = running.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await running;
    } finally {
      this.#journey.isBusy = false;
      this.#journey.schedulePoll();
    }
  }

  async #send(remediation: Remediation, values: FormValues): Promise<SubmitResult> {
    const built = this.#build(remediation, values, this.ports.org.orgUrl);
    if (built.kind === 'invalid') return fail('invalid-values');
    if (built.kind === 'foreign-link') return fail('foreign-link');
    return this.#busily(async () => {
      if (built.kind === 'email-link') return this.#followEmailLink(remediation, built.href);
      this.#stage.rememberPerson(values);
      return this.#sendBody(remediation, values, built.body);
    });
  }

  #build(
    remediation: Remediation,
    values: FormValues,
    orgUrl: string,
    ceremony: Readonly<Record<string, string>> = {},
  ): BodyOutcome {
    return toRequestBody(remediation, values, {
      stateHandle: this.#stage.stateHandle,
      authenticatorKey: this.#stage.step?.authenticatorKey,
      code: { state: this.#transaction.state, orgUrl },
      ceremony,
    });
  }

  async #sendBody(
    remediation: Remediation,
    values: FormValues,
    body: object,
  ): Promise<SubmitResult> {
    const { interactionCode } = this.#journey;
    if (interactionCode !== undefined) return this.#finish(interactionCode);
    if (this.#transaction.isUncertain) {
      const moved = await this.#catchUp();
      if (moved) return moved;
    }
    const ceremony = await this.#performCeremony(remediation);
    if (!ceremony.ok) return ceremony;
    const filled = this.#build(remediation, values, this.ports.org.orgUrl, ceremony.value);
    const outcome = await this.#transaction.post(
      remediation.href,
      filled.kind === 'body' ? filled.body : body,
    );
    if (this.#journey.isClosed) return fail('no-registration');
    if (outcome.kind !== 'response') {
      this.#transaction.isUncertain = mayHaveActed(outcome);
      return toFailure(outcome);
    }
    if (outcome.response.status < 400) {
      this.#journey.isAccountCreated ||= remediation.name === 'enroll-profile';
      this.#stage.focus(null);
      if (remediation.name === 'resend') this.#stage.codeWasSent();
    }
    return this.#resultOf(await this.#journey.settle(outcome.response));
  }

  async #performCeremony(
    remediation: Remediation,
  ): Promise<Result<Readonly<Record<string, string>>, (typeof submitErrors)[number]>> {
    const { response } = this.#stage;
    if (!response) return fail('no-registration');
    const outcome = await performCeremony(remediation, {
      response,
      orgPages: this.ports.orgPages,
      orgUrl: this.ports.org.orgUrl,
      language: this.ports.language,
      get: (url) => this.#transaction.get(url),
      signal: this.#givenUp.signal,
    });
    if (this.#journey.isClosed) return fail('no-registration');
    return outcome.kind === 'values' ? ok(outcome.values) : fail(outcome.code);
  }

  /** A link without a code finishes the step at the org; asking where it stands shows it. */
  async #followEmailLink(remediation: Remediation, href: string): Promise<SubmitResult> {
    const opened = await this.#transaction.openEmailLink(href);
    if (this.#journey.isClosed) return fail('no-registration');
    if (!opened) return fail('unreachable');
    const field = this.#codeField();
    if (opened.location !== null && field) {
      const values = { [field.name]: opened.location };
      // No org's address here: a link that leads to a link is not followed further.
      const built = this.#build(remediation, values, '');
      if (built.kind === 'body') return this.#sendBody(remediation, values, built.body);
      return fail(built.kind === 'foreign-link' ? 'foreign-link' : 'invalid-values');
    }
    return (await this.#catchUp()) ?? fail('invalid-values');
  }

  async #enterCode(address: string): Promise<SubmitResult> {
    const view = this.#stage.step?.view;
    const field = this.#codeField();
    if (!view || !field) return fail('no-registration');
    return this.submit({ view: view.serial, action: 'submit', values: { [field.name]: address } });
  }

  #carry(key: string, text: string): void {
    this.#stage.carry([
      {
        level: 'error',
        key: clamp(key, bounds.name),
        params: [],
        text: clamp(text, bounds.message),
        links: [],
      },
    ]);
  }

  /** Shows the current step again with a message. */
  #tell(key: string, text: string): SubmitResult {
    this.#carry(key, text);
    this.#journey.show();
    return ok(this.state);
  }

  #codeField() {
    return this.#stage.step?.view.fields.find(({ control }) => control === 'code');
  }

  async #finish(interactionCode: string): Promise<SubmitResult> {
    switch (await this.#journey.finish(interactionCode)) {
      case 'finished':
        return ok(this.state);
      case 'unreachable':
        return fail('unreachable');
      case 'closed':
        return fail('no-registration');
    }
  }

  /** Asks where the org stands and shows it, also where it is the same step as before. */
  async #check(): Promise<SubmitResult> {
    const moved = await this.#catchUp();
    if (moved) return moved;
    this.#stage.markOpened(null);
    this.#journey.show();
    return ok(this.state);
  }

  /** Learns where the org stands; null where it still waits for what is about to be sent. */
  async #catchUp(): Promise<SubmitResult | null> {
    const { stateHandle } = this.#stage;
    if (stateHandle === undefined) return null;
    const outcome = await this.#transaction.introspect(stateHandle);
    if (this.#journey.isClosed) return fail('no-registration');
    if (outcome.kind !== 'response') return toFailure(outcome);
    this.#transaction.isUncertain = false;
    if (this.#stage.isAboutSameStep(outcome.response)) return null;
    this.#stage.focus(null);
    return this.#resultOf(await this.#journey.settle(outcome.response));
  }

  #resultOf(unanswered: Unanswered | null): SubmitResult {
    return unanswered ? toFailure(unanswered) : ok(this.state);
  }
}
