import type { Page } from '@playwright/test';
import { hasNoViolations, sampledLanguages } from './axe';
import { expect, test } from './desk';
import { goodPassword, person, phone, type Wizard } from './wizard';

/** Nothing has to be scrolled sideways to be read (WCAG 1.4.10). */
async function fitsItsWidth(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Every screen of a sign-up, found by the names of fields and not by any language's words. */
async function walk(wizard: Wizard, look: (page: Page) => Promise<void>): Promise<void> {
  test.slow();
  const { page } = wizard;
  const check = () => look(page);
  const send = () => page.locator('[data-step] button[type="submit"]').click();
  const method = (index: number) =>
    page.locator('[data-step] button[name="authenticator"]').nth(index);

  await check();
  await page.locator('main button.primary').first().click();
  await wizard.isAt('enroll-profile');
  await check();
  await send();
  await check();
  await wizard.fillProfile();
  await send();

  await wizard.isAt('select-authenticator-enroll');
  await check();
  await method(0).click();
  await wizard.isAt('enroll-authenticator', 'okta_password');
  await check();
  await wizard.field('credentials.passcode').fill(goodPassword);
  await wizard.field('confirmPassword').fill(goodPassword);
  await check();
  await send();

  await wizard.isAt('enroll-authenticator', 'okta_email');
  await check();
  await wizard.field('credentials.passcode').fill('000000');
  await send();
  await expect(wizard.field('credentials.passcode')).toHaveAttribute('aria-invalid', 'true');
  await check();
  await wizard.field('credentials.passcode').fill(await wizard.org.latestCode(person.email));
  await send();

  await wizard.isAt('select-authenticator-enroll');
  await check();
  await method(0).click();
  await wizard.isAt('authenticator-enrollment-data', 'phone_number');
  await check();
  await wizard.field('authenticator.phoneNumber').fill(phone);
  await send();
  await wizard.isAt('enroll-authenticator', 'phone_number');
  await check();
  await wizard.field('credentials.passcode').fill(await wizard.org.latestCode(phone));
  await send();
  await wizard.isAt('success');
  await check();
}

const settled = { reducedMotion: 'reduce' } as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, contextOptions: settled });
    test('no screen has an accessibility violation', async ({ desk: { wizard } }) => {
      await walk(wizard, hasNoViolations);
    });
  });
}

test.describe('in Arabic', () => {
  test.use({ managed: { language: 'ar' }, contextOptions: settled });
  test('no screen has an accessibility violation', async ({ desk: { wizard } }) => {
    await expect(wizard.page.locator('html')).toHaveAttribute('dir', 'rtl');
    await walk(wizard, async (page) => {
      await hasNoViolations(page);
      await fitsItsWidth(page);
    });
  });
});

test.describe('in more contrast', () => {
  test.use({ contextOptions: { ...settled, contrast: 'more', forcedColors: 'active' } });
  test('no screen has an accessibility violation', async ({ desk: { wizard } }) => {
    await walk(wizard, hasNoViolations);
  });
});

for (const language of sampledLanguages.filter((tag) => tag !== 'ar')) {
  test.describe(`in a small window, in ${language}`, () => {
    test.use({
      viewport: { width: 400, height: 600 },
      managed: { language },
      contextOptions: settled,
    });
    test('no screen is wider than the window', async ({ desk: { wizard } }) => {
      await walk(wizard, fitsItsWidth);
    });
  });
}

test.describe('at 200 % zoom', () => {
  // Zooming a window of 1280 by 800 to 200 % leaves this many CSS pixels.
  test.use({
    viewport: { width: 640, height: 400 },
    deviceScaleFactor: 2,
    contextOptions: settled,
  });
  test('no screen is wider than the window', async ({ desk: { wizard } }) => {
    await walk(wizard, fitsItsWidth);
  });
});

test.describe('sign-up is not allowed', () => {
  test.use({ policy: { signUpAllowed: false }, contextOptions: settled });
  test('the ending has no accessibility violation', async ({ desk: { wizard } }) => {
    await wizard.start();
    await wizard.isAt('terminal');
    await hasNoViolations(wizard.page);
  });
});
