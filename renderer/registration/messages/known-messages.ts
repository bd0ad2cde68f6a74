import type { MessageView } from '../../../preload/contract/registration/message';
import type { Param } from './catalogue/explanation';
import { deviceMessage, type DeviceMessage } from './device-messages';
import { messageCatalogue, type MessageId, messageIdOf } from './message-catalogue';
import { idByWording } from './wordings';

export interface ExplainedMessage {
  readonly id: MessageId;
  readonly params: Readonly<Partial<Record<Param, string>>>;
  /** The attribute that the message names, where it stands on no field. */
  readonly attribute: string | null;
}

/** Messages that name an attribute, and their texts for an e-mail address. */
const emailTexts: Readonly<Partial<Record<MessageId, MessageId>>> = {
  emailShape: 'emailShapeEmail',
  pattern: 'patternEmail',
  taken: 'takenEmail',
};

/** What the app has to say about a message, or null where only the org's words will do. */
export function knownMessage(
  message: MessageView,
  fieldName?: string,
): ExplainedMessage | DeviceMessage | null {
  return deviceMessage(message) ?? explainedMessage(message, fieldName);
}

function explainedMessage(message: MessageView, fieldName?: string): ExplainedMessage | null {
  if (message.key === null) return null;
  const key = message.key.replace(/^errors\.(?=E\d)/, '').replace(/\.(Email|custom)$/, '');
  const id = idByWording(key, message.text) ?? messageIdOf(key);
  if (id === undefined) return null;
  const params = paramsOf(id, message.params);
  if (params === null) return null;
  const ofEmail = emailTexts[id];
  if (ofEmail === undefined) return { id, params, attribute: null };
  const [named] = message.params;
  const isEmail = /e-?mail$/i.test(fieldName ?? named ?? '');
  return {
    id: isEmail ? ofEmail : id,
    params,
    attribute: fieldName === undefined && !isEmail ? (named ?? null) : null,
  };
}

/** The parameters by name; null where the text cannot do without one that is not there. */
function paramsOf(id: MessageId, given: readonly string[]): ExplainedMessage['params'] | null {
  const named: Partial<Record<Param, string>> = {};
  for (const [index, name] of (messageCatalogue[id].params ?? []).entries()) {
    const value = given[index]?.trim() ?? '';
    if (name === 'count' && !/^\d{1,6}$/.test(value)) return null;
    if (value !== '') named[name] = value;
  }
  return named;
}
