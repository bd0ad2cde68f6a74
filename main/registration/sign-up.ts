import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import { bounds } from '../../preload/contract/registration/bounds';
import {
  type EndedView,
  notReadyReasons,
  type TerminalReason,
} from '../../preload/contract/registration/ending';
import { type MessageView } from '../../preload/contract/registration/message';
import { type RegistrationState } from '../../preload/contract/registration';
import { classifyInteractError } from '../diagnosis/interact-error';
import { misconfigurationsOfKeys, signUpNotOffered } from '../diagnosis/message-keys';
import type { IdxResponse, Remediation } from './idx/remediation';
import type { FormValues } from './idx/request-body';
import { nextMove } from './next-move';
import type { Connection } from '../network/connection';
import { Polling } from './polling';
import type { RegistrationPorts } from './ports';
import type { Screen } from './screen';
import type { Conversation } from './conversation';
import { OneAtATime } from './one-at-a-time';
import { toEnding, type Unanswered } from './unanswered';
import { interactionCodeOf, toTerminalAnswer } from './view/ending';
import type { LinkBook } from './idx/links';

interface SignUpPorts extends RegistrationPorts {
  readonly org: Connection;
  readonly nextSerial: () => number;
}

/** What the tokens' exchange has come to: without an answer the code is good for another try. */
type Finish = 'finished' | 'closed' | Unanswered;

interface Ending extends Partial<Pick<EndedView, 'detail' | 'links'>> {
  readonly retryAfter?: number | null;
  /** Told by the messages unless given. */
  readonly misconfigurations?: readonly Misconfiguration[];
}

/** What the screen shows, for those who do not change it. */
type Shown = Pick<
  Screen,
  'step' | 'response' | 'stateHandle' | 'codeField' | 'cancel' | 'isAboutSameStep' | 'isClear'
>;

/**
 * Where a sign-up stands, and where the org's answers take it. Its state and its screen are written
 * here and nowhere else.
 */
export class SignUp {
  #state: RegistrationState;
  #isClosed = false;
  #isAccountCreated = false;
  /** Waits to be exchanged because the org could not be reached. */
  #interactionCode: string | undefined;
  /** The links of an ending; a step has its own. */
  #endingLinks: LinkBook | undefined;
  /** The profile form was shown or asked for: whatever leads away from it is the person's choice. */
  #hasSeenProfile = false;
  readonly #polling: Polling;
  /** Polling rests while a request is on its way. */
  readonly requests: OneAtATime;
  readonly #screen: Screen;

  constructor(
    private readonly ports: SignUpPorts,
    private readonly conversation: Conversation,
    screen: Screen,
  ) {
    this.#screen = screen;
    this.#state = { phase: 'idle', serial: ports.nextSerial() };
    this.#polling = new Polling(
      (question) => this.#poll(question),
      (error) => this.#pollOn(error),
    );
    this.requests = new OneAtATime({
      begun: () => this.#polling.stop(),
      done: () => this.#schedulePoll(),
    });
  }

  get state(): RegistrationState {
    return this.#state;
  }

  get screen(): Shown {
    return this.#screen;
  }

  /** The person has left: nothing is sent, asked or shown any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** When the org is asked next, in milliseconds since the epoch; null where it is not. */
  get asksAgainAt(): number | null {
    return this.#polling.nextAt;
  }

  get interactionCode(): string | undefined {
    return this.#interactionCode;
  }

  get endingLinks(): LinkBook | undefined {
    return this.#endingLinks;
  }

  /** What the person typed is on its way; later steps address them by it. */
  noteTyped(values: FormValues): void {
    this.#screen.rememberPerson(values);
  }

  /** The org took a form without an error, so a form beside the first one is done with. */
  noteTaken({ name }: Remediation): void {
    this.#isAccountCreated ||= name === 'enroll-profile';
    this.#screen.focus(null);
    if (name === 'resend') this.#screen.codeWasSent();
  }

  /** Shows another form of the answer; null is the one that the org put first. */
  showForm(remediation: string | null): void {
    this.#screen.focus(remediation);
    this.show();
  }

  /** A page of the step is open in the browser. */
  noteOpened(link: string): void {
    this.#screen.markOpened(link);
    this.show();
  }

  /** The browser came back: its page is not waited for any more. */
  noteReturned(messages: readonly MessageView[] = []): void {
    this.#screen.markOpened(null);
    if (messages.length > 0) this.#screen.carry(messages);
  }

  /** Says something on the current step that does not come from the org. */
  say(messages: readonly MessageView[]): void {
    this.#screen.carry(messages);
    this.show();
  }

  /** Follows an answer that is about another step than the one shown. */
  async moveTo(response: IdxResponse): Promise<Unanswered | null> {
    this.#screen.focus(null);
    return this.settle(response);
  }

  /** Nothing is sent, asked or waited for any more. */
  close(): void {
    this.#isClosed = true;
    this.#polling.stop();
    this.conversation.abort();
  }

  clearScreen(): void {
    this.#screen.clear();
  }

  /** Forgets what the org was known by, and that there was a sign-up at all. */
  forget(): void {
    this.#interactionCode = undefined;
    this.#endingLinks = undefined;
    this.#state = { phase: 'idle', serial: this.ports.nextSerial() };
    this.conversation.forgetHandles();
  }

  /** Follows an answer to the next thing a person has to do; returns what stopped it on the way. */
  async settle(response: IdxResponse, isOfPicker = false): Promise<Unanswered | null> {
    if (this.#isClosed) return null;
    const code = interactionCodeOf(response);
    if (code !== undefined) {
      // The step stays, and polls, until the tokens are there.
      const finish = await this.finish(code);
      return typeof finish === 'string' ? null : finish;
    }
    this.#screen.accept(response);
    const step = this.#screen.plan(response);
    if (!step) return this.#endWith(response);
    const hasBegun = this.#state.phase === 'step' || this.#hasSeenProfile;
    const move = nextMove(response, step, {
      hasSeenProfile: this.#hasSeenProfile,
      // The picker is shown when the org sends it twice in a row, and when it is the first step.
      mayPassPicker: hasBegun && !isOfPicker && !this.#screen.isFocused,
    });
    switch (move.kind) {
      case 'show':
        if (step.view.step === 'enroll-profile') this.#hasSeenProfile = true;
        this.show();
        return null;
      case 'sign-up-not-offered':
        return this.#endWith(response, move.kind);
      case 'ask-for-profile':
        this.#hasSeenProfile = true;
        this.#screen.carry(move.messages);
        return this.#move(move.href, move.body, true);
      case 'pass-picker':
        return this.#move(move.href, move.body, false);
    }
  }

  async finish(interactionCode: string): Promise<Finish> {
    this.#interactionCode = interactionCode;
    const outcome = await this.conversation.exchange(interactionCode);
    if (this.#isClosed) {
      await this.leaveUnclaimed();
      return 'closed';
    }
    if (outcome.kind === 'unanswered') return outcome.why;
    this.#interactionCode = undefined;
    if (outcome.kind === 'rejected') {
      const { reason, misconfigurations } = outcome;
      await this.leaveUnclaimed();
      this.end(reason, [], { misconfigurations });
      return 'finished';
    }
    this.conversation.takeUnclaimed();
    await this.ports.onTokens(outcome.tokens, this.ports.org);
    this.#become({ outcome: { kind: 'success' }, messages: [], detail: null, links: [] });
    return 'finished';
  }

  /** Nobody may go on with what was issued to somebody who left, or is not taken. */
  async leaveUnclaimed(): Promise<void> {
    const unclaimed = this.conversation.takeUnclaimed();
    if (unclaimed) await this.ports.onUnclaimed(unclaimed, this.ports.org);
  }

  /** Shows the current answer as a new view. */
  show(): void {
    const view = this.#screen.show();
    if (!view) return;
    this.#state = view;
    this.ports.log.info('registration.step', {
      remediation: view.step,
      key: view.authenticator?.key ?? null,
    });
  }

  endUnanswered(unanswered: Unanswered): void {
    const { reason, messages, retryAfter } = toEnding(unanswered);
    this.end(reason, messages, { retryAfter });
  }

  end(reason: TerminalReason, messages: readonly MessageView[], rest: Ending = {}): void {
    if (this.#isClosed) return;
    const { retryAfter = null, detail = null, links = [] } = rest;
    this.ports.log.info('registration.ended', { reason });
    this.#become({
      outcome: {
        kind: 'terminal',
        reason,
        isAccountCreated: this.#isAccountCreated,
        reference: notReadyReasons.includes(reason) ? this.ports.onNotReady(this.ports.org) : null,
        retryAfter,
        misconfigurations: [...(rest.misconfigurations ?? this.#diagnose(reason, messages))],
      },
      messages: [...this.#screen.takeCarried(), ...messages].slice(0, bounds.messages),
      detail,
      links,
    });
  }

  #schedulePoll(): void {
    const { response, step } = this.#screen;
    if (!this.#isClosed && response && step) this.#polling.schedule(response);
  }

  async #move(href: string, body: object, isForProfile: boolean): Promise<Unanswered | null> {
    // To ask for the form changes nothing; to pass the picker chooses a method.
    const outcome = await (isForProfile
      ? this.conversation.ask(href, body)
      : this.conversation.post(href, body));
    if (this.#isClosed) return null;
    if (outcome.kind === 'response') {
      const { response } = outcome;
      // A refusal to show the profile form brings the sign-in page again.
      const isRefused =
        isForProfile &&
        response.status >= 400 &&
        this.#screen.plan(response)?.view.step !== 'enroll-profile';
      return isRefused ? this.#endWith(response) : this.settle(response, !isForProfile);
    }
    if (!isForProfile) {
      // The picker is shown after all, so that the person can try again.
      this.show();
      this.ports.onChange(this.#state);
    }
    return outcome;
  }

  async #poll({ href, stateHandle = this.#screen.stateHandle }: Remediation): Promise<void> {
    const serial = this.#screen.step?.view.serial;
    if (this.#isClosed || this.requests.isRunning || serial === undefined) return;
    if (this.#interactionCode !== undefined) return this.#finishLate(this.#interactionCode);
    const outcome = await this.conversation.ask(href, { stateHandle });
    // What the person did meanwhile counts more than the answer to an older question.
    const isOutdated = this.requests.isRunning || this.#screen.step?.view.serial !== serial;
    if (this.#isClosed || isOutdated) return;
    if (outcome.kind !== 'response') {
      this.#polling.backOff(outcome.kind === 'too-many-requests');
      return this.#waitOn();
    }
    this.#polling.resume();
    if (this.#screen.refresh(outcome.response)) return this.#waitOn();
    await this.requests.run(() => this.settle(outcome.response));
    this.ports.onChange(this.#state);
  }

  /** A question failed in a way that nobody foresaw: the person is told, and the next one is due. */
  #pollOn(error: unknown): void {
    this.ports.unforeseen.note(error, 'poll');
    this.#polling.backOff(false);
    this.#schedulePoll();
  }

  /** The org has nothing more to ask: only the tokens are missing. */
  async #finishLate(interactionCode: string): Promise<void> {
    await this.requests.run(async () => {
      const finish = await this.finish(interactionCode);
      if (typeof finish !== 'string') this.#polling.backOff(finish.kind === 'too-many-requests');
    });
    this.ports.onChange(this.#state);
  }

  /** Nothing has changed but the time of the next question, which some steps show. */
  #waitOn(): void {
    this.#schedulePoll();
    const view = this.#screen.waitUntil(this.#polling.nextAt);
    if (!view) return;
    this.#state = view;
    this.ports.onChange(view);
  }

  #endWith(response: IdxResponse, fallback?: TerminalReason): null {
    const { orgUrl } = this.ports.org;
    const { reason, messages, detail, links, book } = toTerminalAnswer(response, orgUrl);
    const isUnknown = reason === 'unknown' || reason === 'session-expired';
    this.#endingLinks = book;
    this.end(isUnknown && fallback ? fallback : reason, messages, { detail, links: [...links] });
    return null;
  }

  /** How the org may be set up wrong, where its answer tells. */
  #diagnose(reason: TerminalReason, messages: readonly MessageView[]): readonly Misconfiguration[] {
    const { issuer, orgUrl } = this.ports.org;
    const keys = messages.flatMap(({ key }) => key ?? []);
    const isOrgIssuer = issuer === orgUrl;
    const told = misconfigurationsOfKeys(keys, { isOrgIssuer });
    if (told.length > 0) return told;
    const refusal = messages.find(({ key }) => key === 'access_denied');
    if (refusal) {
      const context = { isOrgIssuer, isIdentityEngine: true };
      return classifyInteractError('access_denied', refusal.text, context).misconfigurations;
    }
    return reason === 'sign-up-not-offered' ? signUpNotOffered : [];
  }

  #become(ending: Omit<EndedView, 'phase' | 'serial'>): void {
    this.#state = { phase: 'ended', serial: this.ports.nextSerial(), ...ending };
    this.#polling.stop();
    this.#screen.clear();
    this.ports.unforeseen.own(this.conversation.close(null));
  }
}
