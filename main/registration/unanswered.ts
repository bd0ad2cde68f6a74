import { fail, type Result } from '../../preload/define';
import type { MessageView, TerminalReason } from '../../preload/schemas/registration';
import type { ForeignAnswer } from '../network/foreign-answer';
import type { IdxOutcome } from './idx/idx-client';
import { otherHostMessage } from './view/messages';

/** A request that led to no step: the person may try again. */
export type Unanswered = Exclude<IdxOutcome, { kind: 'response' }>;

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

function messagesOf(outcome: Unanswered): readonly MessageView[] {
  if (outcome.kind === 'other-host') return [otherHostMessage(outcome.host)];
  return outcome.kind === 'no-answer' ? [] : outcome.messages;
}

/** Whether the org may have acted on a request although no usable answer came. */
export function mayHaveActed(outcome: Unanswered): boolean {
  return outcome.kind !== 'too-many-requests' && outcome.kind !== 'other-host';
}
