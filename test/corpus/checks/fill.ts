import type { Locator, Page } from '@playwright/test';
import type { Values } from '../reading/body';
import type { Asked, Form } from '../reading/form';
import { plausible } from '../reading/values';
import { named } from './probe';

export interface Filled {
  readonly values: Values;
  /** The forms of which one is sent: that of the option taken, or any where buttons are grouped. */
  readonly options: readonly Form[];
  /** The button that answers the last question and sends the form with it. */
  readonly answer: Locator | null;
}

/** Answers every question that has to be answered, as a person would. */
export async function fill(page: Page, form: Form, authenticator: string): Promise<Filled> {
  const values = new Map<Asked, string | number | boolean>();
  let options: readonly Form[] = [];
  let answer: Locator | null = null;
  for (const field of form.asked) {
    const controls = page.locator(`[data-step] ${named(field.name)}`);
    const button = page.locator(`[data-step] button${named(field.name)}`);
    if (field.forms.length > 0) {
      const index = await firstFree(controls);
      options = field.forms;
      if ((await button.count()) > 0) answer = button.nth(index);
      else {
        options = field.forms.slice(index, index + 1);
        await controls.nth(index).check();
      }
    } else if (field.isRequired) {
      const value = plausible(field, authenticator);
      values.set(field, value);
      if ((await button.count()) > 0) answer = page.locator(choice('button', field, value));
      else await enter(page, field, value);
    }
  }
  const inner = answer ? [] : options.flatMap(({ asked }) => asked);
  for (const field of inner.filter(({ isRequired }) => isRequired)) {
    const value = plausible(field, authenticator);
    values.set(field, value);
    await enter(page, field, value);
  }
  await repeat(page, values);
  return { values, options, answer };
}

async function enter(page: Page, field: Asked, value: string | number | boolean): Promise<void> {
  const control = page.locator(`[data-step] ${named(field.name)}`).first();
  const kind = await control.evaluate((element) =>
    element instanceof HTMLSelectElement ? 'select' : (element.getAttribute('type') ?? 'text'),
  );
  if (kind === 'select') await control.selectOption(String(value));
  else if (kind === 'radio') await page.locator(choice('input', field, value)).check();
  else if (kind === 'checkbox') await control.setChecked(value === true);
  else await control.fill(String(value));
}

/** What is to be typed twice stands in a box that the form itself knows nothing of. */
async function repeat(page: Page, values: Values): Promise<void> {
  const [secret] = [...values].find(([field]) => field.path.at(-1) === 'passcode') ?? [];
  if (!secret) return;
  for (const box of await page.locator('[data-step] form input[name^="confirm"]').all()) {
    await box.fill(String(values.get(secret)));
  }
}

/** The first option that can be taken: not every method can be set up everywhere. */
async function firstFree(controls: Locator): Promise<number> {
  for (const [index, control] of (await controls.all()).entries()) {
    const isHeld = await control.evaluate(
      (element) => element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true',
    );
    if (!isHeld) return index;
  }
  return 0;
}

function choice(tag: string, field: Asked, value: string | number | boolean): string {
  return `[data-step] ${tag}${named(field.name)}[value=${JSON.stringify(String(value))}]`;
}
