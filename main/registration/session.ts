import { fail, ok, type Result } from '../../preload/contract/define';
import { bounds } from '../../preload/contract/registration/bounds';
import {
  type openErrors,
  type OpenRequest,
  type SubmitRequest,
} from '../../preload/contract/registration/request';
import { type RegistrationState } from '../../preload/contract/registration';
import type { SignUpBelongings } from './belongings';
import { clamp } from './idx/json';
import type { Remediation } from './idx/remediation';
import type { FormValues } from './idx/request-body';
import { Journey } from './journey';
import { passkeysAt } from './passkey';
import type { Connection } from '../network/connection';
import type { RegistrationPorts } from './ports';
import { type Returned, readReturned } from './returned';
import { Sending, type SubmitResult } from './sending';
import { Stage } from './stage';
import { type Farewell, Transaction } from './transaction';

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
  readonly #sending: Sending;
  /** How the org is told, as of when the person gave up. */
  #farewell: Farewell | null = null;
  /** Each part of what there is of the person. */
  readonly belongings: SignUpBelongings;

  constructor(private readonly ports: SessionPorts) {
    const { org, orgPages } = ports;
    const network = ports.openNetwork();
    this.#transaction = new Transaction({ ...ports, connection: org, network });
    this.#stage = new Stage({
      ...ports,
      orgUrl: org.orgUrl,
      capabilities: {
        canShowCaptcha: orgPages.canShow(org.orgUrl, 'captcha'),
        passkeys: passkeysAt(org.orgUrl, orgPages),
      },
      clockOffset: () => this.#transaction.clockOffset,
    });
    this.#journey = new Journey(ports, this.#transaction, this.#stage);
    this.#sending = new Sending(ports, this.#transaction, this.#stage, this.#journey);
    this.belongings = this.#gatherBelongings();
  }

  get state(): RegistrationState {
    return this.#journey.state;
  }

  async start(): Promise<void> {
    await this.#journey.turn.take(async () => {
      const opened = await this.#transaction.open();
      if (opened.kind === 'failed') {
        const { reason, messages, misconfigurations } = opened.failure;
        this.#journey.end(reason, messages, { misconfigurations });
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
    if (this.#journey.turn.isTaken) return fail('busy');
    const action = step.actions.find(({ view }) => view.id === request.action)?.step;
    switch (action?.kind) {
      case undefined:
      case 'open':
        return fail('invalid-values');
      case 'cancel':
        this.ports.unforeseen.own(this.ports.forgetPerson(false));
        return ok(this.state);
      case 'show':
        this.#stage.focus(action.focus);
        this.#journey.show();
        return ok(this.state);
      case 'check':
        return this.#journey.turn.take(() => this.#sending.check());
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

  /** Whether an address that came back has the `state` of this sign-up, while it waits for one. */
  isOwn(address: string): boolean {
    const { step, codeField } = this.#stage;
    if (this.#journey.isClosed || !step) return false;
    const { kind } = this.#readReturned(address);
    if (kind === 'email-code') return codeField !== undefined;
    return kind !== 'foreign' && kind !== 'activation';
  }

  /** An address that a browser brought back to the app. What is not this sign-up's is ignored. */
  async resume(address: string): Promise<SubmitResult> {
    await this.#journey.turn.untilFree();
    const { step, codeField } = this.#stage;
    if (this.#journey.isClosed || !step) return fail('no-registration');
    const returned = this.#readReturned(address);
    this.ports.log.info('registration.returned', { kind: returned.kind });
    switch (returned.kind) {
      case 'email-code':
        if (!codeField) return fail('no-registration');
        return this.submit({
          view: step.view.serial,
          action: 'submit',
          values: { [codeField.name]: address },
        });
      case 'interaction-code':
        return this.#journey.turn.take(() => this.#sending.finish(returned.code));
      case 'continue':
        this.#stage.markOpened(null);
        return this.#journey.turn.take(() => this.#sending.check());
      case 'refused':
        this.#stage.markOpened(null);
        this.#carry(returned.error, returned.description);
        return this.#journey.turn.take(() => this.#sending.check());
      case 'activation':
        // The sign-up under way stays: anything on the machine can hand over such an address.
        this.#carry('activation-link-not-here', '');
        this.#journey.show();
        return ok(this.state);
      case 'foreign':
        return fail('foreign-link');
    }
  }

  #gatherBelongings(): SignUpBelongings {
    const stage = this.#stage;
    const journey = this.#journey;
    const transaction = this.#transaction;
    return {
      requests: {
        forget: () => this.#giveUp(),
        remains: () =>
          !journey.isClosed || !transaction.isAborted || journey.polling.nextAt !== null,
      },
      'typed-values': { forget: () => stage.clear(), remains: () => !stage.isClear },
      session: {
        forget: () => {
          journey.interactionCode = undefined;
          journey.endingLinks = undefined;
          journey.state = { phase: 'idle', serial: this.ports.nextSerial() };
          transaction.forgetHandles();
        },
        remains: () =>
          journey.state.phase !== 'idle' ||
          journey.interactionCode !== undefined ||
          transaction.hasHandles,
      },
      'sdk-storage': {
        forget: () => transaction.storage.forget(),
        remains: () => !transaction.storage.isEmpty,
      },
      // Tokens may be there whose keys never came.
      'issued-tokens': {
        forget: () => journey.leaveUnclaimed(),
        remains: () => transaction.hasUnclaimed,
      },
      'cookies-and-cache': {
        forget: () => transaction.close(this.#farewell),
        remains: () => !transaction.isClosed,
      },
    };
  }

  /** Nothing is sent, asked or waited for any more. */
  #giveUp(): void {
    if (this.#journey.isClosed) return;
    this.#journey.isClosed = true;
    const { cancel } = this.#stage;
    this.#farewell = cancel
      ? { href: cancel.href, stateHandle: cancel.stateHandle ?? this.#stage.stateHandle }
      : null;
    this.#sending.giveUp();
    this.#journey.polling.stop();
    this.#transaction.abort();
  }

  #readReturned(address: string): Returned {
    return readReturned(address, {
      redirectUri: this.ports.org.redirectUri,
      state: this.#transaction.state,
    });
  }

  /** What cannot be sent is refused at once, without a request and without a pause in polling. */
  async #send(remediation: Remediation, values: FormValues): Promise<SubmitResult> {
    const prepared = this.#sending.prepare(remediation, values);
    const send = () => this.#sending.send(remediation, values, prepared);
    const isSent = prepared.kind === 'body' || prepared.kind === 'email-link';
    return isSent ? this.#journey.turn.take(send) : send();
  }

  /** A message for the next view, in the org's or the address's own words. */
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
}
