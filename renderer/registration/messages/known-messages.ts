import type { MessageView, Sentence } from '../../../preload/contract/registration/message';
import type { Param } from './catalogue/explanation';
import { deviceMessage, type DeviceMessage } from './device-messages';
import { messageCatalogue, type MessageId, messageIdOf } from './message-catalogue';

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

/** The words for what main recognized in a text; the key has those for all other sentences. */
const sentenceTexts: Readonly<Partial<Record<Sentence, MessageId>>> = {
  'token-will-change': 'nextCode',
  'browser-request': 'redirectUri',
  'redirect-uri': 'redirectUri',
  'network-zone': 'networkZone',
  'network-policy': 'networkZone',
  'scopes-rejected': 'scopesRefused',
  'activation-token-invalid': 'activationUnknown',
  'activation-token': 'activationNotHere',
  'interaction-code-flow': 'interactionCodeOff',
  feature: 'interactionCodeOff',
  'policy-evaluation': 'noMatchingPolicy',
  'sign-up-denied': 'signUpOff',
  'not-assigned': 'notAssigned',
  'custom-server': 'customServer',
  'client-credentials': 'clientType',
  'application-type': 'clientType',
};

function idBySentence(sentence: Sentence | undefined): MessageId | undefined {
  return sentence && sentenceTexts[sentence];
}

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
  const id = idBySentence(message.sentence) ?? messageIdOf(key);
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
