import type { FieldView } from '../../../preload/contract/registration/field';
import type { MessageView } from '../../../preload/contract/registration/message';
import { everyField, type Value } from '../../stores/drafts';
import { activeFields } from '../step-context';

export interface FieldMessage {
  readonly field: FieldView;
  readonly message: MessageView;
}

/**
 * Where the messages of fields belong: beside their field if it is on the page, else above the
 * form, so that nothing the org says is lost with an option that was not chosen.
 *
 * @param drawn names of the controls on the page; null while nobody has looked yet
 */
export function placeFieldMessages(
  fields: readonly FieldView[],
  valueOf: (field: FieldView) => Value,
  drawn: ReadonlySet<string> | null,
): { readonly onFields: readonly FieldMessage[]; readonly above: readonly FieldMessage[] } {
  const active = new Set(
    activeFields(fields, valueOf).filter(({ name }) => drawn === null || drawn.has(name)),
  );
  const all = everyField(fields).flatMap((field) =>
    field.messages.map((message) => ({ field, message })),
  );
  const onFields = all.filter(({ field }) => active.has(field));
  const shownFirst = [...onFields, ...all.filter((one) => !onFields.includes(one))];
  return {
    onFields,
    above: all.filter((one) => !active.has(one.field) && isFirst(one, shownFirst)),
  };
}

/** Two options may have the same field, with the same message: it is said once. */
function isFirst(one: FieldMessage, all: readonly FieldMessage[]): boolean {
  return one === all.find((other) => isSame(one, other));
}

function isSame(one: FieldMessage, other: FieldMessage): boolean {
  const { key, text, params } = one.message;
  return (
    one.field.name === other.field.name &&
    key === other.message.key &&
    text === other.message.text &&
    params.join() === other.message.params.join()
  );
}
