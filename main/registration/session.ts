import { fail, ok, type Result } from '../../preload/contract/define';
import { bounds } from '../../preload/contract/registration/bounds';
import {
  type openErrors,
  type OpenRequest,
  type SubmitRequest,
} from '../../preload/contract/registration/request';
import type { MessageView } from '../../preload/contract/registration/message';
import { type RegistrationState } from '../../preload/contract/registration';
import type { SignUpBelongings } from './belongings';
import { clamp } from './idx/json';
import type { Remediation } from './idx/remediation';
import type { FormValues } from './idx/request-body';
import { SignUp } from './sign-up';
import { passkeysAt } from './passkey';
import type { Connection } from '../network/connection';
import type { RegistrationPorts } from './ports';
import { type Returned, readReturned } from './returned';
import { FormPosting, type SubmitResult } from './form-posting';
import { Screen } from './screen';
import { type Farewell, Conversation } from './conversation';

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
  readonly #conversation: Conversation;
  readonly #signUp: SignUp;
  readonly #posting: FormPosting;
  /** How the org is told, as of when the person gave up. */
  #farewell: Farewell | null = null;
  /** Each part of what there is of the person. */
  readonly belongings: SignUpBelongings;

  constructor(private readonly ports: SessionPorts) {
    const { org, orgPages } = ports;
    const network = ports.openNetwork();
    this.#conversation = new Conversation({ ...ports, connection: org, network });
    const screen = new Screen({
      ...ports,
      orgUrl: org.orgUrl,
      capabilities: {
        canShowCaptcha: orgPages.canShow(org.orgUrl, 'captcha'),
        passkeys: passkeysAt(org.orgUrl, orgPages),
      },
      clockOffset: () => this.#conversation.clockOffset,
    });
    this.#signUp = new SignUp(ports, this.#conversation, screen);
    this.#posting = new FormPosting(ports, this.#conversation, this.#signUp);
    this.belongings = this.#gatherBelongings();
  }

  get state(): RegistrationState {
    return this.#signUp.state;
  }

  async start(): Promise<void> {
    await this.#signUp.requests.run(async () => {
      const opened = await this.#conversation.open();
      if (opened.kind === 'failed') {
        const { reason, messages, misconfigurations } = opened.failure;
        this.#signUp.end(reason, messages, { misconfigurations });
        return;
      }
      const { outcome } = opened;
      const unanswered =
        outcome.kind === 'response' ? await this.#signUp.settle(outcome.response) : outcome;
      if (unanswered) this.#signUp.endUnanswered(unanswered);
    });
  }

  async submit(request: SubmitRequest): Promise<SubmitResult> {
    const { step } = this.#signUp.screen;
    if (this.#signUp.isClosed || !step) return fail('no-registration');
    if (request.view !== step.view.serial) return fail('stale-view');
    if (this.#signUp.requests.isRunning) return fail('busy');
    const action = step.actions.find(({ view }) => view.id === request.action)?.step;
    switch (action?.kind) {
      case undefined:
      case 'open':
        return fail('invalid-values');
      case 'cancel':
        this.ports.unforeseen.own(this.ports.forgetPerson(false));
        return ok(this.state);
      case 'show':
        this.#signUp.showForm(action.focus);
        return ok(this.state);
      case 'check':
        return this.#signUp.requests.run(() => this.#posting.check());
      case 'post':
        return this.#send(action.remediation, action.takesValues ? request.values : {});
    }
  }

  /** Opens a page that the current view names, in the system's browser. */
  async open({ view, link }: OpenRequest): Promise<OpenResult> {
    const { state } = this;
    if (this.#signUp.isClosed || state.phase === 'idle') return fail('no-registration');
    if (view !== state.serial) return fail('stale-view');
    const links = this.#signUp.screen.step?.links ?? this.#signUp.endingLinks;
    const planned = links?.find(link);
    if (!planned || !(await this.ports.openExternal(planned.href))) return fail('not-opened');
    if (planned.isRoundTrip && this.#signUp.screen.step?.view.serial === view) {
      this.#signUp.noteOpened(link);
    }
    return ok(this.state);
  }

  /** Whether an address that came back has the `state` of this sign-up, while it waits for one. */
  isOwn(address: string): boolean {
    const { step, codeField } = this.#signUp.screen;
    if (this.#signUp.isClosed || !step) return false;
    const { kind } = this.#readReturned(address);
    if (kind === 'email-code') return codeField !== undefined;
    return kind !== 'foreign' && kind !== 'activation';
  }

  /** An address that a browser brought back to the app. What is not this sign-up's is ignored. */
  async resume(address: string): Promise<SubmitResult> {
    await this.#signUp.requests.untilIdle();
    const { step, codeField } = this.#signUp.screen;
    if (this.#signUp.isClosed || !step) return fail('no-registration');
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
        return this.#signUp.requests.run(() => this.#posting.finish(returned.code));
      case 'continue':
        this.#signUp.noteReturned();
        return this.#signUp.requests.run(() => this.#posting.check());
      case 'refused':
        this.#signUp.noteReturned([messageOf(returned.error, returned.description)]);
        return this.#signUp.requests.run(() => this.#posting.check());
      case 'activation':
        // The sign-up under way stays: anything on the machine can hand over such an address.
        this.#signUp.say([messageOf('activation-link-not-here', '')]);
        return ok(this.state);
      case 'foreign':
        return fail('foreign-link');
    }
  }

  #gatherBelongings(): SignUpBelongings {
    const signUp = this.#signUp;
    const conversation = this.#conversation;
    return {
      requests: {
        forget: () => this.#giveUp(),
        remains: () => !signUp.isClosed || !conversation.isAborted || signUp.asksAgainAt !== null,
      },
      'typed-values': { forget: () => signUp.clearScreen(), remains: () => !signUp.screen.isClear },
      session: {
        forget: () => signUp.forget(),
        remains: () =>
          signUp.state.phase !== 'idle' ||
          signUp.interactionCode !== undefined ||
          conversation.hasHandles,
      },
      'sdk-storage': {
        forget: () => conversation.storage.forget(),
        remains: () => !conversation.storage.isEmpty,
      },
      // Tokens may be there whose keys never came.
      'issued-tokens': {
        forget: () => signUp.leaveUnclaimed(),
        remains: () => conversation.hasUnclaimed,
      },
      'cookies-and-cache': {
        forget: () => conversation.close(this.#farewell),
        remains: () => !conversation.isClosed,
      },
    };
  }

  /** Nothing is sent, asked or waited for any more. */
  #giveUp(): void {
    if (this.#signUp.isClosed) return;
    const { cancel, stateHandle } = this.#signUp.screen;
    this.#farewell = cancel
      ? { href: cancel.href, stateHandle: cancel.stateHandle ?? stateHandle }
      : null;
    this.#posting.giveUp();
    this.#signUp.close();
  }

  #readReturned(address: string): Returned {
    return readReturned(address, {
      redirectUri: this.ports.org.redirectUri,
      state: this.#conversation.state,
    });
  }

  /** What cannot be sent is refused at once, without a request and without a pause in polling. */
  async #send(remediation: Remediation, values: FormValues): Promise<SubmitResult> {
    const prepared = this.#posting.prepare(remediation, values);
    const send = () => this.#posting.send(remediation, values, prepared);
    const isSent = prepared.kind === 'body' || prepared.kind === 'email-link';
    return isSent ? this.#signUp.requests.run(send) : send();
  }
}

/** A message in the org's or the address's own words. */
function messageOf(key: string, text: string): MessageView {
  return { level: 'error', key, text: clamp(text, bounds.message), params: [], links: [] };
}
