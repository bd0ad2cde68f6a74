import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type RunningApp, startApp } from '../support/app';
import { hasNoViolations } from './axe';
import { expect } from './desk';
import { goodPassword, person } from './wizard';

/** The app as it is on the first run: nothing stored, nothing managed. */
const test = base.extend<{ app: RunningApp }>({
  app: async ({ page, context }, use) => {
    const app = await startApp();
    await app.letIn(context);
    await page.goto(app.url);
    await use(app);
    await app.stop();
  },
});

test('a first try: the practice org, its messages beside the wizard', async ({ app, page }) => {
  expect(app.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const field = (name: string) => page.locator(`[name="${name}"]`);
  await expect(button(/Connect to your Okta org/)).toBeVisible();
  await button(/Try the practice org/).click();
  await button('Create account').click();
  for (const [name, value] of Object.entries(person)) {
    await field(`userProfile.${name}`).fill(value);
  }
  await button('Continue').click();
  await button('Password').click();
  await field('credentials.passcode').fill(goodPassword);
  await field('confirmPassword').fill(goodPassword);
  await button('Create password').click();

  const outbox = page.getByRole('complementary', { name: 'Practice messages' });
  await expect(outbox).toContainText('never leave this computer');
  await expect(outbox.getByRole('listitem')).toHaveCount(1);
  await expect(outbox).toContainText(person.email);
  const code = /code: (\d{6})/.exec((await outbox.textContent()) ?? '')?.[1] ?? '';
  await field('credentials.passcode').fill(code);
  await button('Confirm email').click();
  await button('Finish').click();
  await expect(page.locator('[data-step="success"]')).toContainText('Ada Lovelace');
});

base(
  'settings that cannot be read are kept aside, and the first page says so',
  async ({ page, context }) => {
    const userData = mkdtempSync(join(tmpdir(), 'frontdesk-'));
    writeFileSync(join(userData, 'settings.json'), '{"orgUrl": "https://acme.okta.com", oops');
    const app = await startApp({ userData });
    await app.letIn(context);
    await page.goto(app.url);
    const [aside = ''] = readdirSync(userData).filter((name) => name.includes('unreadable'));
    await expect(page.getByText(aside)).toBeVisible();
    expect(readFileSync(join(userData, aside), 'utf8')).toContain('acme.okta.com');
    await app.stop();
    rmSync(userData, { recursive: true });
  },
);

test('another practice policy is a setting away', async ({ app, page }) => {
  expect(app.log()).not.toContain('"level":"error"');
  await page.getByRole('button', { name: /Try the practice org/ }).click();
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByLabel('Practice policy').selectOption('password-on-profile');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('main').getByText('Settings saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.locator('[name="credentials.passcode"]')).toBeVisible();
});

for (const { name, use } of [
  { name: 'light', use: { colorScheme: 'light' } },
  { name: 'dark', use: { colorScheme: 'dark' } },
  { name: 'Arabic', use: { locale: 'ar' } },
] as const) {
  test.describe(`in ${name}`, () => {
    test.use({ ...use, contextOptions: { reducedMotion: 'reduce' } });
    test('the pages around a sign-up have no accessibility violation', async ({ app, page }) => {
      test.slow();
      await expect(page.locator('h1')).toBeVisible();
      await hasNoViolations(page);
      await page.locator('nav button').nth(0).click();
      await page.locator('form details summary').first().click();
      await expect(page.locator('[name="redirectUri"]')).toBeVisible();
      await hasNoViolations(page);
      await page.locator('[name="orgUrl"]').fill('not an address');
      await page.locator('form button[type="submit"]').first().click();
      await expect(page.locator('[name="orgUrl"]')).toHaveAttribute('aria-invalid', 'true');
      await hasNoViolations(page);
      await page.goto(app.url);
      await page.locator('nav button').nth(1).click();
      await expect(page.locator('main h1')).toBeVisible();
      await hasNoViolations(page);
    });
  });
}
