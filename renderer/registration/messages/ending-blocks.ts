import type { MessageView, TerminalReason } from '../../../preload/schemas/registration';
import { isAboutDevice } from './device-messages';
import { knownMessage } from './known-messages';
import { type MessageBlock, messageBlocks } from './message-blocks';
import { messageCatalogue, type MessageId } from './message-catalogue';

/** Pages that say no more than that it did not work, and the messages that say no more either. */
const vagueReasons: readonly TerminalReason[] = ['access-denied', 'server-error', 'unreachable'];
const vagueMessages: readonly MessageId[] = [
  'accessDenied',
  'noConnection',
  'serverBusy',
  'serverError',
];

/** What an ending quotes: a page of its own says the rest better than the message that led to it. */
export function endingBlocks(
  messages: readonly MessageView[],
  reason: TerminalReason,
): MessageBlock[] {
  return messageBlocks(messages.filter((one) => saysMore(one, reason)));
}

function saysMore(message: MessageView, reason: TerminalReason): boolean {
  if (reason === 'unknown' || isAboutDevice(message) || message.links.length > 0) return true;
  const known = knownMessage(message);
  if (known === null || !('id' in known)) return true;
  if (messageCatalogue[known.id].isQuoted) return true;
  return vagueReasons.includes(reason) && !vagueMessages.includes(known.id);
}
