import { patience } from '../patience';
import { at, words } from '../reading/loose';
import { readForm } from '../reading/form';
import { settled } from '../screen';
import { missingOf } from './fields';
import { type Check, until } from './probe';

/** The other forms of an answer are shown without a request, and ask what they have to ask. */
export function checkSiblings(startAnew: () => Promise<void>): Check {
  return async ({ reading, desk }) => {
    const found: string[] = [];
    for (const sibling of reading.siblings) {
      const { asked } = readForm(sibling);
      const name = words(sibling['name']);
      if (asked.length === 0) continue;
      await startAnew();
      const button = desk.page.locator(`[data-step] [data-action=${JSON.stringify(name)}]`).first();
      if (!(await button.isVisible())) continue;
      await button.click();
      const screen = await settled(
        desk.page,
        ({ steps, controls }) =>
          steps[0]?.step === name &&
          asked.every((field) => missingOf(field, controls).length === 0),
      );
      if (screen.steps[0]?.step !== name) found.push(`${name} cannot be reached`);
      else found.push(...asked.flatMap((field) => missingOf(field, screen.controls)));
      // A step that waits for the org asks it all the while.
      const sent = desk.org.posted().filter(({ path }) => !path.endsWith('/poll'));
      if (sent.length > 0) found.push(`going to ${name} took a request`);
    }
    return found;
  };
}

/** A person can leave; the org is told where it offered a way to. */
export const checkLeave: Check = async ({ reading, desk: { page, org } }) => {
  const leave = page.getByRole('button', { name: 'Cancel sign-up' });
  await leave.click();
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor();
  await leave.last().click();
  await page.locator('[data-step]').waitFor({ state: 'detached' });
  const isOffered = at(reading.body, 'cancel', 'href') !== undefined;
  const told = await until(
    () => org.posted().filter(({ path }) => path === '/idp/idx/cancel').length,
    (count) => count > 0,
    isOffered ? patience : 0,
  );
  if (isOffered) return told === 1 ? [] : [`leaving told the org ${told} times`];
  return told === 0 ? [] : ['leaving told an org that did not offer it'];
};
