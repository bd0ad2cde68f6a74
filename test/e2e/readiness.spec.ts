import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hasNoViolations, sampledLanguages } from './axe';
import { expect, test } from './desk';
import { tabTo } from './tab-to';

const verdict = (page: Page) => page.locator('[data-verdict]');

/** From the welcome page or an ending: the page of the check, and the check itself. */
async function check(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Check readiness' });
  await button.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Check readiness' })).toBeFocused();
  await button.click();
}

test('a sound org is ready, and nobody is registered there', async ({ desk: { wizard, org } }) => {
  const { page } = wizard;
  await check(page);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'ready');
  await expect(verdict(page).getByRole('heading')).toBeFocused();
  await expect(page.locator('[data-check] [data-status=pass]')).toHaveCount(9);
  expect(await (await fetch(`${org.adminUrl}/users`)).json()).toEqual([]);
});

test('from the failed start over the check to the remedy and another check', async ({ desk }) => {
  const { page } = desk.wizard;
  await desk.steer('/policy', { signUpAllowed: false });
  await desk.wizard.start();
  await desk.wizard.isAt('terminal');
  const remedy = page.getByRole('region', { name: 'For the administrator' });
  await expect(remedy.getByText(/> User Profile Policies/).first()).toBeVisible();
  await check(page);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not-ready');
  const failed = page.locator('[data-check=introspect]');
  await expect(failed.getByText('Security > User Profile Policies').first()).toBeVisible();
  await desk.steer('/policy', { signUpAllowed: true });
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'ready');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await desk.wizard.isAt('enroll-profile');
});

test('the keyboard alone runs, reads, copies and leaves a check', async ({ desk, context }) => {
  const { page } = desk.wizard;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.steer('/policy', { signUpAllowed: false });
  await tabTo(page, 'Check readiness');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Check readiness' })).toBeFocused();
  await page.keyboard.press('Tab');
  await tabTo(page, 'Check readiness');
  await page.keyboard.press('Enter');
  await expect(verdict(page).getByRole('heading')).toBeFocused();
  await tabTo(page, /^Issuer/);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-check=issuer] details').first()).toHaveAttribute('open', '');
  await tabTo(page, 'Copy as Markdown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('User Profile');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Create your account' })).toBeVisible();
});

test('a slow org is seen step by step, and the check can be cancelled', async ({ desk }) => {
  const { page } = desk.wizard;
  await desk.steer('/slow', { milliseconds: 3000 });
  await check(page);
  await expect(page.getByRole('heading', { name: /^Checking/ })).toBeFocused();
  await expect(page.locator('[data-status=running]')).toHaveCount(1);
  await expect(page.locator('[data-status=waiting]')).toHaveCount(8);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'cancelled');
  await expect(verdict(page).getByRole('heading')).toBeFocused();
});

test('a dead org is told from one that is set up wrong', async ({ desk }) => {
  const { page } = desk.wizard;
  await desk.steer('/down');
  await check(page);
  await expect(page.locator('[data-check=org-address] ol').first()).toBeVisible();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'cannot-tell');
  await desk.steer('/up');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'ready');
});

test('a token is used and leaves no trace', async ({ desk: { wizard, app } }) => {
  const { page } = wizard;
  const token = '00canaryReadOnlyToken';
  await page.getByRole('button', { name: 'Check readiness' }).click();
  await page.getByText('With a read-only token').click();
  await page.getByLabel('Read-only token').fill(token);
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toBeVisible();
  await page.getByText('With a read-only token').click();
  await expect(page.getByText('A token is in memory')).toBeVisible();
  expect(await page.content()).not.toContain(token);
  await page.getByRole('button', { name: 'Remove the token' }).click();
  await expect(page.getByText('A token is in memory')).toBeHidden();
  const kept = readdirSync(app.userData).map((name) => readFileSync(join(app.userData, name)));
  expect(app.log() + kept.join()).not.toContain(token);
});

test('the practice org is set up wrong on purpose, and its own token tells how', async ({
  desk: { wizard },
}) => {
  const { page } = wizard;
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.locator('[name=org][value=practice]').check();
  await page.locator('[name=practiceFault]').selectOption('client-inactive');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It is set up wrong on purpose')).toContainText('deactivated');
  await page.getByRole('button', { name: 'Create account' }).click();
  await wizard.isAt('terminal');
  await check(page);
  const suspects = page.locator('[data-check=interact]');
  await expect(suspects.getByText('The org does not know this client ID').first()).toBeVisible();
  await page.getByText('With a read-only token').click();
  await page.getByRole('button', { name: 'Use the practice org’s token' }).click();
  await expect(page.locator('[data-check=app-settings] [data-status=fail]')).toBeVisible();
  await expect(suspects.getByText('The app is deactivated').first()).toBeVisible();
});

test.describe('a desk for walk-up visitors', () => {
  test.use({ managed: { kiosk: true } });
  test('keeps causes to staff and gives a reference', async ({ desk }) => {
    const { page } = desk.wizard;
    await expect(page.getByRole('button', { name: /Settings|Check readiness/ })).toHaveCount(0);
    await desk.steer('/policy', { signUpAllowed: false });
    await desk.wizard.start();
    await expect(
      page.getByRole('heading', { name: 'You cannot sign up here right now' }),
    ).toBeFocused();
    const reference = await page.getByText(/^FD-\w+$/).textContent();
    await expect
      .poll(() => desk.app.log())
      .toMatch(new RegExp(`readiness.checked.*not-ready.*${reference}`));
    await expect(page.getByText(/policy|administrator/i)).toHaveCount(0);
    await hasNoViolations(page);
    await desk.steer('/policy', { signUpAllowed: true });
    await page.getByRole('button', { name: 'Try again' }).click();
    await desk.wizard.isAt('enroll-profile');
  });
});

/** Nothing has to be scrolled sideways to be read (WCAG 1.4.10). */
async function fitsItsWidth(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

for (const language of sampledLanguages) {
  test.describe(`in ${language}`, () => {
    test.use({
      managed: { language },
      viewport: { width: 360, height: 740 },
      // A colour on its way to another is neither.
      contextOptions: { reducedMotion: 'reduce' },
    });
    test('ending, check and settings have no barriers', async ({ desk }) => {
      test.slow();
      const { page } = desk.wizard;
      const look = async () => {
        await hasNoViolations(page);
        await fitsItsWidth(page);
      };
      await desk.steer('/policy', { signUpAllowed: false });
      await page.locator('main button.primary').first().click();
      await desk.wizard.isAt('terminal');
      await expect(page.locator('[aria-labelledby=for-administrator] ol').first()).toBeVisible();
      await look();
      await page.locator('[aria-labelledby=for-administrator] button').last().click();
      const start = page.locator('main button.primary');
      await expect(start).toBeVisible();
      await look();
      await start.click();
      await expect(verdict(page)).toBeVisible();
      await page.locator('details').evaluateAll((all: HTMLDetailsElement[]) => {
        for (const one of all) one.open = true;
      });
      await look();
      await page.emulateMedia({ colorScheme: 'dark' });
      await look();
      await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
      await look();
      await page.locator('nav button').first().click();
      await expect(
        page.locator('[aria-labelledby=readiness-section] button').first(),
      ).toBeVisible();
      await look();
    });
  });
}
