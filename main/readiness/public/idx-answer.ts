import { asObject, inside, type Json, objectsOf, textOf } from '../json';

/** What a check reads of an answer of the Identity Engine. */
export interface IdxAnswer {
  readonly stateHandle: string | null;
  readonly remediations: readonly Json[];
  /** Keys of its messages, those inside fields included. */
  readonly keys: readonly string[];
  /** Its first message, in the org's words. */
  readonly detail: string | null;
  readonly json: Json;
}

export function readIdxAnswer(json: Json | null): IdxAnswer | null {
  if (!json || !('version' in json || 'remediation' in json || 'messages' in json)) return null;
  const messages = [...messagesIn(json)];
  return {
    stateHandle: textOf(json, 'stateHandle'),
    remediations: objectsOf(inside(json, 'remediation', 'value')),
    keys: messages.flatMap((message) => textOf(asObject(message['i18n']), 'key') ?? []),
    detail: textOf(messages[0] ?? null, 'message'),
    json,
  };
}

export function remediation(answer: IdxAnswer | null, name: string): Json | null {
  return answer?.remediations.find((one) => one['name'] === name) ?? null;
}

function* messagesIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const one of value) yield* messagesIn(one);
  const object = asObject(value);
  if (!object) return;
  yield* objectsOf(inside(object, 'messages', 'value'));
  for (const [name, part] of Object.entries(object))
    if (name !== 'messages') yield* messagesIn(part);
}
