import type { MessageView, TerminalReason } from '../../../preload/schemas/registration';
import { isAboutDevice } from './device-messages';
import { knownMessage } from './known-messages';
import { type MessageBlock, messageBlocks } from './message-blocks';
import { messageCatalogue } from './message-catalogue';

/** What an ending quotes: a page of its own says the rest better than the message that led to it. */
export function endingBlocks(
  messages: readonly MessageView[],
  reason: TerminalReason,
): MessageBlock[] {
  return messageBlocks(messages.filter((one) => reason === 'unknown' || saysMore(one)));
}

function saysMore(message: MessageView): boolean {
  if (isAboutDevice(message) || message.links.length > 0) return true;
  const known = knownMessage(message);
  return known === null || ('id' in known && messageCatalogue[known.id].isQuoted === true);
}
