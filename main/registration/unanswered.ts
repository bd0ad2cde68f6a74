import { fail, type Result } from '../../preload/contract/define';
import type { MessageView } from '../../preload/contract/registration/message';
import type { TerminalReason } from '../../preload/contract/registration/ending';
import { type ForeignAnswer, foreignAnswerOf } from '../network/foreign-answer';
import type { HttpOutcome } from '../network/okta-http';
import { retryAfterOf } from '../network/retry-after';
import type { IdxOutcome } from './idx/idx-client';
import { InTrouble, type NoAnswer } from './okta-client';
import { connectionMessage, otherHostMessage } from './idx/messages';

/** A request that led to no step: the person may try again. */
export type Unanswered = Exclude<IdxOutcome, { kind: 'response' }>;

type Lost = 'unreachable' | 'tls' | 'timeout' | 'aborted' | 'redirected';

type UnansweredCode =
  | ForeignAnswer
  | 'unreachable'
  | 'timeout'
  | 'server-error'
  | 'other-host'
  | 'unreadable-answer'
  | 'too-many-requests';

function codeOf(outcome: Unanswered): UnansweredCode {
  if (outcome.kind === 'server-error') return outcome.foreign ?? outcome.kind;
  if (outcome.kind !== 'no-answer') return outcome.kind;
  return outcome.reason === 'timeout' ? 'timeout' : 'unreachable';
}

/** The same form can be sent again. */
export function toFailure(outcome: Unanswered): Result<never, UnansweredCode> {
  const retryAfter = outcome.kind === 'too-many-requests' ? outcome.retryAfter : null;
  const host = outcome.kind === 'other-host' ? outcome.host : null;
  return fail(codeOf(outcome), { retryAfter, host });
}

/** There is no form yet, so the sign-up ends before it began. */
export function toEnding(outcome: Unanswered): {
  reason: TerminalReason;
  messages: readonly MessageView[];
  retryAfter: number | null;
} {
  return {
    reason: codeOf(outcome),
    messages: messagesOf(outcome),
    retryAfter: outcome.kind === 'too-many-requests' ? outcome.retryAfter : null,
  };
}

/** What it was, of a request by the SDK; null where what came for it cannot be read. */
export function unansweredOf(unusable: NoAnswer | InTrouble, serverNow: number): Unanswered | null {
  if (unusable instanceof InTrouble) {
    return inTrouble(unusable, serverNow);
  }
  switch (unusable.kind) {
    case 'too-large':
    case 'unreadable':
      return null;
    case 'network-sign-in':
    case 'gateway-refused':
    case 'gateway-unavailable':
    case 'request-too-large':
      return { kind: 'server-error', messages: [], foreign: unusable.kind };
    case 'other-host':
      return { kind: 'other-host', host: unusable.host ?? '' };
    default:
      return noAnswer(unusable.kind);
  }
}

/**
 * What it was, of a request besides the forms; null where the org itself took it, whatever it then
 * said of it.
 */
export function unansweredBy(outcome: HttpOutcome, serverNow: number): Unanswered | null {
  const foreign = foreignAnswerOf(outcome);
  if (foreign !== null) return { kind: 'server-error', messages: [], foreign };
  switch (outcome.kind) {
    case 'answered':
      return outcome.status === 429 || outcome.status >= 500 ? inTrouble(outcome, serverNow) : null;
    case 'too-large':
      return { kind: 'unreadable-answer', messages: [connectionMessage('network.too-large')] };
    case 'other-host':
      return outcome;
    default:
      return noAnswer(outcome.kind);
  }
}

function inTrouble({ status, headers }: Omit<InTrouble, keyof Error>, now: number): Unanswered {
  return status === 429
    ? { kind: 'too-many-requests', messages: [], retryAfter: retryAfterOf(headers, now) }
    : { kind: 'server-error', messages: [] };
}

function noAnswer(kind: Lost): Unanswered {
  const isNamed = kind === 'timeout' || kind === 'aborted';
  return { kind: 'no-answer', reason: isNamed ? kind : 'unreachable' };
}

function messagesOf(outcome: Unanswered): readonly MessageView[] {
  if (outcome.kind === 'other-host') return [otherHostMessage(outcome.host)];
  return outcome.kind === 'no-answer' ? [] : outcome.messages;
}

/** Whether the org may have acted on a request although no usable answer came. */
export function mayHaveActed(outcome: Unanswered): boolean {
  return outcome.kind !== 'too-many-requests' && outcome.kind !== 'other-host';
}
