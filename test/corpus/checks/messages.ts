import type { Asked } from '../reading/form';
import { nameOf, says, unsaid } from '../reading/marks';
import { type Control, settled } from '../screen';
import { type Check, named } from './probe';

/** Every message is on the page: those of a field at the field, each of the others by itself. */
export const checkMessages: Check = async ({ reading, screen, desk }) => {
  const found = unsaid(reading.messages, screen.blocks).map(
    (message) => `not said: ${nameOf(message)}`,
  );
  for (const field of reading.form.asked) {
    found.push(...unsaidAt(field, screen.controls));
    for (const [index, form] of field.forms.entries()) {
      const said = form.asked.filter(({ messages }) => messages.length > 0);
      if (said.length === 0) continue;
      const choice = desk.page
        .locator(`[data-step] input[type="radio"]${named(field.name)}`)
        .nth(index);
      await choice.check();
      const { controls } = await settled(desk.page);
      found.push(...said.flatMap((one) => unsaidAt(one, controls)));
    }
  }
  return found;
};

function unsaidAt(field: Asked, controls: readonly Control[]): string[] {
  const own = controls.filter(({ name }) => name === field.name);
  return field.messages.flatMap((message) => {
    const isSaid = own.some(({ description }) => says(description, message));
    const isMarked = message['class'] === 'INFO' || own.some(({ isInvalid }) => isInvalid);
    return [
      ...(isSaid ? [] : [`${field.name} is not described by ${nameOf(message)}`]),
      ...(isMarked ? [] : [`${field.name} is not marked invalid`]),
    ];
  });
}
