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
import { nextMove } from './next-move';
import type { Connection } from '../network/connection';
import { Polling } from './polling';
import type { RegistrationPorts } from './ports';
import type { Stage } from './stage';
import type { Transaction } from './transaction';
import { Turn } from './turn';
import { mayHaveActed, toEnding, type Unanswered } from './unanswered';
import { interactionCodeOf, toTerminalAnswer } from './view/ending';
import type { LinkBook } from './view/links';

interface JourneyPorts extends RegistrationPorts {
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

/** Where a sign-up stands, and where the org's answers take it. */
export class Journey {
  state: RegistrationState;
  isClosed = false;
  isAccountCreated = false;
  /** Waits to be exchanged because the org could not be reached. */
  interactionCode: string | undefined;
  /** The links of an ending; a step has its own. */
  endingLinks: LinkBook | undefined;
  /** The profile form was shown or asked for: whatever leads away from it is the person's choice. */
  #hasSeenProfile = false;
  readonly polling: Polling;
  /** Polling rests while something is on its way. */
  readonly turn: Turn;

  constructor(
    private readonly ports: JourneyPorts,
    private readonly transaction: Transaction,
    private readonly stage: Stage,
  ) {
    this.state = { phase: 'idle', serial: ports.nextSerial() };
    this.polling = new Polling(
      (question) => this.#poll(question),
      (error) => this.#pollOn(error),
    );
    this.turn = new Turn({ taken: () => this.polling.stop(), free: () => this.#schedulePoll() });
  }

  /** Follows an answer to the next thing a person has to do; returns what stopped it on the way. */
  async settle(response: IdxResponse, isOfPicker = false): Promise<Unanswered | null> {
    if (this.isClosed) return null;
    const code = interactionCodeOf(response);
    if (code !== undefined) {
      // The step stays, and polls, until the tokens are there.
      const finish = await this.finish(code);
      return typeof finish === 'string' ? null : finish;
    }
    this.stage.accept(response);
    const step = this.stage.plan(response);
    if (!step) return this.#endWith(response);
    const hasBegun = this.state.phase === 'step' || this.#hasSeenProfile;
    const move = nextMove(response, step, {
      hasSeenProfile: this.#hasSeenProfile,
      // An org that keeps to its picker, or begins with it, has it shown.
      mayPassPicker: hasBegun && !isOfPicker && !this.stage.isFocused,
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
        this.stage.carry(move.messages);
        return this.#move(move.href, move.body, true);
      case 'pass-picker':
        return this.#move(move.href, move.body, false);
    }
  }

  async finish(interactionCode: string): Promise<Finish> {
    this.interactionCode = interactionCode;
    const outcome = await this.transaction.exchange(interactionCode);
    if (this.isClosed) {
      await this.leaveUnclaimed();
      return 'closed';
    }
    if (outcome.kind === 'unanswered') return outcome.why;
    this.interactionCode = undefined;
    if (outcome.kind === 'rejected') {
      const { reason, misconfigurations } = outcome;
      await this.leaveUnclaimed();
      this.end(reason, [], { misconfigurations });
      return 'finished';
    }
    this.transaction.takeUnclaimed();
    await this.ports.onTokens(outcome.tokens, this.ports.org);
    this.#become({ outcome: { kind: 'success' }, messages: [], detail: null, links: [] });
    return 'finished';
  }

  /** Nobody may go on with what was issued to somebody who left, or is not taken. */
  async leaveUnclaimed(): Promise<void> {
    const unclaimed = this.transaction.takeUnclaimed();
    if (unclaimed) await this.ports.onUnclaimed(unclaimed, this.ports.org);
  }

  /** Shows the current answer as a new view. */
  show(): void {
    const view = this.stage.show();
    if (!view) return;
    this.state = view;
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
    if (this.isClosed) return;
    const { retryAfter = null, detail = null, links = [] } = rest;
    this.ports.log.info('registration.ended', { reason });
    this.#become({
      outcome: {
        kind: 'terminal',
        reason,
        isAccountCreated: this.isAccountCreated,
        reference: notReadyReasons.includes(reason) ? this.ports.onNotReady(this.ports.org) : null,
        retryAfter,
        misconfigurations: [...(rest.misconfigurations ?? this.#diagnose(reason, messages))],
      },
      messages: [...this.stage.takeCarried(), ...messages].slice(0, bounds.messages),
      detail,
      links,
    });
  }

  #schedulePoll(): void {
    const { response, step } = this.stage;
    if (!this.isClosed && response && step) this.polling.schedule(response);
  }

  async #move(href: string, body: object, isForProfile: boolean): Promise<Unanswered | null> {
    const outcome = await this.transaction.post(href, body);
    if (this.isClosed) return null;
    if (outcome.kind === 'response') {
      const { response } = outcome;
      // A refusal to show the profile form brings the sign-in page again.
      const isRefused =
        isForProfile &&
        response.status >= 400 &&
        this.stage.plan(response)?.view.step !== 'enroll-profile';
      return isRefused ? this.#endWith(response) : this.settle(response, !isForProfile);
    }
    if (!isForProfile) {
      // The picker is shown after all, so that the person can try again.
      this.transaction.isUncertain = mayHaveActed(outcome);
      this.show();
      this.ports.onChange(this.state);
    }
    return outcome;
  }

  async #poll({ href, stateHandle = this.stage.stateHandle }: Remediation): Promise<void> {
    const serial = this.stage.step?.view.serial;
    if (this.isClosed || this.turn.isTaken || serial === undefined) return;
    if (this.interactionCode !== undefined) return this.#finishLate(this.interactionCode);
    const outcome = await this.transaction.post(href, { stateHandle });
    // What the person did meanwhile counts more than the answer to an older question.
    const isOutdated = this.turn.isTaken || this.stage.step?.view.serial !== serial;
    if (this.isClosed || isOutdated) return;
    if (outcome.kind !== 'response') {
      this.polling.backOff(outcome.kind === 'too-many-requests');
      return this.#waitOn();
    }
    this.polling.resume();
    if (this.stage.refresh(outcome.response)) return this.#waitOn();
    await this.turn.take(() => this.settle(outcome.response));
    this.ports.onChange(this.state);
  }

  /** A question failed in a way that nobody foresaw: the person is told, and the next one is due. */
  #pollOn(error: unknown): void {
    this.ports.unforeseen.note(error, 'poll');
    this.polling.backOff(false);
    this.#schedulePoll();
  }

  /** The org has nothing more to ask: only the tokens are missing. */
  async #finishLate(interactionCode: string): Promise<void> {
    await this.turn.take(async () => {
      const finish = await this.finish(interactionCode);
      if (typeof finish !== 'string') this.polling.backOff(finish.kind === 'too-many-requests');
    });
    this.ports.onChange(this.state);
  }

  /** Nothing has changed but the time of the next question, which some steps show. */
  #waitOn(): void {
    this.#schedulePoll();
    const view = this.stage.waitUntil(this.polling.nextAt);
    if (!view) return;
    this.state = view;
    this.ports.onChange(view);
  }

  #endWith(response: IdxResponse, fallback?: TerminalReason): null {
    const { orgUrl } = this.ports.org;
    const { reason, messages, detail, links, book } = toTerminalAnswer(response, orgUrl);
    const isUnknown = reason === 'unknown' || reason === 'session-expired';
    this.endingLinks = book;
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
    this.state = { phase: 'ended', serial: this.ports.nextSerial(), ...ending };
    this.polling.stop();
    this.stage.clear();
    this.ports.unforeseen.own(this.transaction.close(null));
  }
}
