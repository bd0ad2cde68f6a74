import { bounds } from '../../../preload/contract/registration/bounds';
import { type MessageView } from '../../../preload/contract/registration/message';
import { asRecords, asString, clamp, dig, type JsonRecord } from '../idx/json';
import type { Input, Remediation } from '../idx/remediation';
import { askedInputs } from './fields';
import type { LinkBook } from '../idx/links';
import { messagesOf } from '../idx/messages';

/**
 * What an org says of parts of a form that no person sees: hidden and unchangeable fields, groups of
 * fields. It belongs above the form; where only the org's words will do, they begin with the label.
 */
export function unseenMessages(shown: Remediation, links: LinkBook): MessageView[] {
  const seen = new Set(rawFields(shown.inputs));
  return carriers(shown.raw)
    .filter((raw) => !seen.has(raw))
    .flatMap((raw) => messagesOf(raw, links).map((message) => labelled(message, raw)));
}

function rawFields(inputs: readonly Input[]): JsonRecord[] {
  return askedInputs(inputs).flatMap(({ raw, choices }) => [
    raw,
    ...choices.flatMap((choice) => rawFields(choice.inputs)),
  ]);
}

/** Every field, group and option of a form that carries messages. */
function carriers(raw: JsonRecord, found: JsonRecord[] = []): JsonRecord[] {
  if (raw['messages'] !== undefined) found.push(raw);
  for (const inner of [
    raw['value'],
    dig(raw, 'form', 'value'),
    dig(raw, 'value', 'form', 'value'),
    raw['options'],
  ]) {
    // An option's value is a text more often than not: a list of none for each adds up.
    if (Array.isArray(inner)) for (const one of asRecords(inner)) carriers(one, found);
  }
  return found;
}

function labelled(message: MessageView, raw: JsonRecord): MessageView {
  const label = asString(raw['label']) ?? '';
  if (label === '' || message.text === '') return message;
  return { ...message, text: clamp(`${label}: ${message.text}`, bounds.message) };
}
