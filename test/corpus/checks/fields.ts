import type { Page } from '@playwright/test';
import type { Asked } from '../reading/form';
import { words } from '../reading/loose';
import { type Control, look, settled } from '../screen';
import { type Check, named } from './probe';

/** A labelled control within reach for every question of the form and every answer it allows. */
export const checkFields: Check = async ({ reading, screen, desk }) => {
  const found: string[] = [];
  for (const field of reading.form.asked) {
    found.push(...missingOf(field, screen.controls));
    const inner = field.forms.filter(({ asked }) => asked.length > 0);
    if (inner.length === 0) continue;
    const revealed = await reveal(desk.page, field.name);
    for (const form of inner) {
      const isShown = revealed.some((controls) =>
        form.asked.every((one) => missingOf(one, controls).length === 0),
      );
      const names = form.asked.map(({ name }) => name).join(', ');
      if (!isShown) found.push(`no way to ${names} of option "${words(form.raw['label'])}"`);
    }
  }
  return found;
};

export function missingOf(field: Asked, controls: readonly Control[]): string[] {
  const own = controls.filter(({ name, isReachable }) => name === field.name && isReachable);
  if (own.length === 0) return [`no control for ${field.name}`];
  const found: string[] = [];
  if (own.some(({ label }) => label === '')) found.push(`${field.name} has no accessible name`);
  const offered = new Set(own.flatMap(({ value, values }) => [value, ...values]));
  const lacking = field.values.filter((value) => !offered.has(String(value)));
  if (lacking.length > 0) found.push(`${field.name} does not offer ${lacking.join(', ')}`);
  if (field.forms.length > 0 && offered.size < field.forms.length) {
    found.push(`${field.name} offers ${offered.size} of ${field.forms.length} options`);
  }
  const label = words(field.raw['label']);
  if (field.raw['customLabel'] === true && !own.some((control) => control.label.includes(label))) {
    found.push(`${field.name} does not have the administrator's label`);
  }
  return found;
}

/**
 * The controls to be seen after choosing each option of a question in turn, or after opening what
 * can be opened beside an option that is a button.
 */
async function reveal(page: Page, name: string): Promise<(readonly Control[])[]> {
  const seen: (readonly Control[])[] = [];
  const choices = page.locator(`[data-step] input[type="radio"]${named(name)}`);
  for (const choice of await choices.all()) {
    await choice.check();
    seen.push((await settled(page)).controls);
  }
  const openers = page.locator('[data-step] main :is([aria-expanded]:not([role]), summary)');
  // Handles: what one of them opens may hold further ones.
  for (const opener of await openers.elementHandles()) {
    const isOpen = (await opener.getAttribute('aria-expanded')) === 'true';
    if (isOpen || !(await opener.isVisible())) continue;
    const { length } = (await look(page)).controls;
    await opener.click();
    const grown = await settled(page, ({ controls }) => controls.length > length, 1500);
    seen.push(grown.controls);
  }
  return seen;
}
