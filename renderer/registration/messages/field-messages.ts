import type { FieldView, MessageView } from '../../../preload/schemas/registration';
import { everyField, type Value } from '../drafts';
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
  return {
    onFields: all.filter(({ field }) => active.has(field)),
    above: all.filter(({ field }) => !active.has(field)),
  };
}
