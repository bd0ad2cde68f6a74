import type { Page } from '@playwright/test';
import { expect, test } from './desk';
import { goodPassword, person } from './wizard';

/** Moves on with the Tab key until something with this accessible name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const matches = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  for (let presses = 0; presses < 40; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const labels = element?.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const labelled = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      return (labelled || element?.getAttribute('aria-label') || element?.textContent || '').trim();
    });
    if (matches(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${String(name)}`);
}

test('a whole sign-up with the keyboard alone', async ({ desk: { wizard, org, app } }) => {
  const { page } = wizard;
  await page.goto(app.url);
  await tabTo(page, 'Create account');
  await page.keyboard.press('Enter');

  await expect(wizard.field('userProfile.firstName')).toBeFocused();
  await page.keyboard.type(person.firstName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.lastName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.email);
  await page.keyboard.press('Enter');

  await wizard.isAt('select-authenticator-enroll');
  await tabTo(page, 'Password');
  await page.keyboard.press('Enter');

  await wizard.isAt('enroll-authenticator', 'okta_password');
  while (
    !(await wizard.field('credentials.passcode').evaluate((e) => e === document.activeElement))
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type(goodPassword);
  while (!(await wizard.field('confirmPassword').evaluate((e) => e === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type(goodPassword);
  await page.keyboard.press('Enter');

  await wizard.isAt('enroll-authenticator', 'okta_email');
  await expect(wizard.field('credentials.passcode')).toBeFocused();
  await page.keyboard.type(await org.latestCode(person.email));
  await page.keyboard.press('Enter');

  await wizard.isAt('select-authenticator-enroll');
  await tabTo(page, /^(Skip|Finish)$/);
  await page.keyboard.press('Enter');
  await wizard.isSignedUp();
});
