import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, test as base } from '@playwright/test';
import { type RunningApp, startApp } from '../support/app';
import { type RunningPracticeOrg, startPracticeOrg } from '../support/practice-org';
import { connectionTo, expect, test as managed } from './desk';
import { Wizard } from './wizard';

const test = base.extend<{ app: RunningApp; org: RunningPracticeOrg }>({
  org: async ({}, use) => {
    const org = await startPracticeOrg();
    await use(org);
    await org.stop();
  },
  app: async ({ page, context }, use) => {
    const app = await startApp();
    await app.letIn(context);
    await page.goto(app.url);
    await page.getByRole('button', { name: /Connect to your Okta org/ }).click();
    await use(app);
    await app.stop();
  },
});

const setting = (page: Page, name: string) => page.locator(`[name="${name}"]`);

async function connect(page: Page, org: RunningPracticeOrg): Promise<void> {
  const { orgUrl, clientId } = connectionTo(org);
  await setting(page, 'orgUrl').fill(orgUrl);
  await setting(page, 'clientId').fill(clientId);
}

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check readiness' }).click();
}

test('org URL and client ID are all that a sign-up needs', async ({ app, org, page }) => {
  await connect(page, org);
  await check(page);
  await expect(page.locator('[data-verdict=ready]')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  const wizard = new Wizard(page, org);
  await wizard.signUpToPhone();
  await wizard.skip();
  await wizard.isSignedUp();
  const stored = readFileSync(join(app.userData, 'settings.json'), 'utf8');
  expect(stored).toContain(org.clientId);
});

test('a wrong client ID and a wrong address are told apart', async ({ app, org, page }) => {
  expect(app.url).toBeDefined();
  await connect(page, org);
  await setting(page, 'clientId').fill('0oaWRONGWRONGWRONG12');
  await check(page);
  await expect(setting(page, 'clientId')).toHaveAttribute('aria-invalid', 'true');
  await expect(setting(page, 'orgUrl')).not.toHaveAttribute('aria-invalid', 'true');
  await connect(page, org);
  await setting(page, 'orgUrl').fill('http://localhost:9');
  await page.getByRole('button', { name: 'Check everything' }).click();
  await expect(setting(page, 'orgUrl')).toHaveAttribute('aria-invalid', 'true');
  await expect(setting(page, 'clientId')).not.toHaveAttribute('aria-invalid', 'true');
});

test('what cannot be tried is said before anything is sent', async ({ app, org, page }) => {
  expect(app.url).toBeDefined();
  await connect(page, org);
  await setting(page, 'orgUrl').fill('https://acme-admin.okta.com');
  await check(page);
  await expect(page.getByRole('heading', { name: /cannot be tried/ })).toBeFocused();
  await page.getByRole('link', { name: 'Go to “Org URL”' }).click();
  await expect(setting(page, 'orgUrl')).toBeFocused();
  await expect(setting(page, 'orgUrl')).toHaveAccessibleDescription(/Admin Console/);
});

test('the address of the Admin Console is refused with an explanation', async ({ app, page }) => {
  expect(app.url).toBeDefined();
  await setting(page, 'orgUrl').fill('https://acme-admin.okta.com/admin/dashboard');
  await setting(page, 'clientId').fill('0oa12345678901234567');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(setting(page, 'orgUrl')).toHaveAttribute('aria-invalid', 'true');
  await expect(setting(page, 'orgUrl')).toHaveAccessibleDescription(/Admin Console/);
  await expect(setting(page, 'orgUrl')).toHaveValue('https://acme-admin.okta.com/admin/dashboard');
});

managed('what an administrator set is shown as theirs and cannot be changed', async ({ desk }) => {
  const { page } = desk.wizard;
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(setting(page, 'orgUrl')).toHaveValue(new URL(desk.org.issuer).origin);
  await expect(setting(page, 'orgUrl')).not.toBeEditable();
  await expect(page.getByText(/administrator/).first()).toBeVisible();
});

managed.describe('an unknown key in the managed settings', () => {
  managed.use({ managed: { orgURL: 'https://typo.example' } });
  managed('is reported', async ({ desk }) => {
    await desk.wizard.page.getByRole('button', { name: 'Settings', exact: true }).click();
    await expect(desk.wizard.page.getByText(/orgURL/).first()).toBeVisible();
  });
});

managed.describe('managed settings that change while the app runs', () => {
  managed('show on the open page without a reload, and go with their file', async ({ desk }) => {
    const { page } = desk.wizard;
    const connection = connectionTo(desk.org);
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await expect(setting(page, 'orgUrl')).toHaveValue(connection.orgUrl);
    await page.locator('details.advanced summary').click();
    await setting(page, 'appearance').selectOption('light');
    await desk.app.manage({
      ...connection,
      clientId: 'another-client',
      scopes: ['openid', 'email'],
    });
    await expect(setting(page, 'clientId')).toHaveValue('another-client');
    await expect(setting(page, 'scopes')).toHaveValue('openid email');
    await expect(setting(page, 'scopes')).not.toBeEditable();
    await expect(setting(page, 'appearance')).toHaveValue('light');
    await desk.app.manage('{"clientId":');
    await expect(page.getByText(/no longer valid JSON/)).toBeVisible();
    await expect(setting(page, 'clientId')).toHaveValue('another-client');
    await desk.app.manage({ ...connection, language: 'de' });
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(setting(page, 'clientId')).toHaveValue(connection.clientId);
  });

  managed('wait for whoever is signing up', async ({ desk }) => {
    const { wizard, app } = desk;
    await wizard.signUpToPhone();
    const log = app.log().length;
    await app.manage({ ...connectionTo(desk.org), language: 'de', mode: 'kiosk', unknown: 1 });
    await expect.poll(() => app.log().slice(log)).toContain('settings.managed-unknown-key');
    await expect(wizard.page.locator('html')).toHaveAttribute('lang', 'en');
    await wizard.skip();
    await wizard.isSignedUp();
    await expect(wizard.page.locator('html')).toHaveAttribute('lang', 'en');
  });

  managed('come into force when a sign-up is given up', async ({ desk }) => {
    const { wizard, app } = desk;
    await wizard.signUpToPhone();
    const log = app.log().length;
    await app.manage({ ...connectionTo(desk.org), language: 'de', unknown: 1 });
    await expect.poll(() => app.log().slice(log)).toContain('settings.managed-unknown-key');
    await expect(wizard.page.locator('html')).toHaveAttribute('lang', 'en');
    await wizard.button('Cancel sign-up').click();
    await wizard.page.getByRole('dialog').getByRole('button', { name: 'Cancel sign-up' }).click();
    await expect(wizard.page.locator('html')).toHaveAttribute('lang', 'de');
  });
});
