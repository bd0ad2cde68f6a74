import type { MessageView } from '../../../preload/contract/registration/message';
import type { TerminalReason } from '../../../preload/contract/registration/ending';
import { isAboutDevice } from './device-messages';
import { knownMessage } from './known-messages';
import { type MessageBlock, messageBlocks } from './message-blocks';
import { messageCatalogue, type MessageId } from './message-catalogue';

/** Pages that say no more than that it did not work, and the messages that say no more either. */
const vagueReasons: readonly TerminalReason[] = [
  'access-denied',
  'cancelled',
  'server-error',
  'unreachable',
  'unreadable-answer',
  'other-host',
];
const vagueMessages: readonly MessageId[] = [
  'accessDenied',
  'cancelled',
  'noConnection',
  'serverBusy',
  'serverError',
];

/**
 * What an ending quotes. A page of its own says it better than the one message that led to it;
 * which of several led to it is not known here, so they are all quoted.
 */
export function endingBlocks(
  messages: readonly MessageView[],
  reason: TerminalReason,
): MessageBlock[] {
  const quoted = messages.length > 1 ? messages : messages.filter((one) => saysMore(one, reason));
  return messageBlocks(quoted);
}

function saysMore(message: MessageView, reason: TerminalReason): boolean {
  if (reason === 'unknown' || isAboutDevice(message) || message.links.length > 0) return true;
  const known = knownMessage(message);
  if (known === null || !('id' in known)) return true;
  if (messageCatalogue[known.id].isQuoted) return true;
  return vagueReasons.includes(reason) && !vagueMessages.includes(known.id);
}
