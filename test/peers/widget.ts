import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import type { PolicyInput } from '../../main/practice-org/policy/schema';
import { startTestOrg, type TestOrg } from '../unit/practice-org/practice';
import { servePage, type Generation } from './widget-page';

/** Which of Okta's widgets: the package that this folder installs it as, and its generation. */
export interface Widget {
  readonly package: '@okta/okta-signin-widget' | 'widget-7.20';
  readonly generation: Generation;
}

export const secondGeneration: Widget = { package: '@okta/okta-signin-widget', generation: 2 };

/** The official widget on a page of its own, before anything is filled in. */
export async function showWidget(
  page: Page,
  policy: PolicyInput,
  { package: name, generation }: Widget,
  flow?: 'signup',
): Promise<TestOrg> {
  const files = fileURLToPath(new URL(`node_modules/${name}/dist`, import.meta.url));
  expect(existsSync(files), 'npm ci --ignore-scripts in test/peers comes first').toBe(true);
  const org = await startTestOrg(policy);
  const { issuer, clientId, origin } = org;
  const captchaScript = `${origin}/practice/captcha/api.js`;
  const site = await servePage({
    files,
    generation,
    issuer,
    clientId,
    captchaScript,
    ...(flow && { flow }),
  });
  page.once('close', () => {
    void site.close();
    void org.close();
  });
  await page.goto(site.url);
  return org;
}

/** The widget of the second generation with the first form filled in. */
export async function openWidget(page: Page, policy: PolicyInput): Promise<TestOrg> {
  const org = await showWidget(page, policy, secondGeneration, 'signup');
  await page.getByLabel('First name').fill('Katherine');
  await page.getByLabel('Last name').fill('Johnson');
  await page.getByLabel('Email').fill('katherine@example.com');
  return org;
}

type Typed = readonly [field: Locator, value: string];

export const method = (page: Page, key: string) => page.locator(`[data-se="${key}"]`);
export const choose = (page: Page, key: string) => method(page, key).locator('.button').click();
export const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

/**
 * Fills in a form and sends it, until `answer` is there. The widget hears of typing, and takes a submit
 * after a message, only some time later: a press that comes too soon is lost or finds nothing typed.
 */
export async function send(fields: readonly Typed[], button: Locator, answer: Locator) {
  await expect(async () => {
    for (const [field, value] of fields) await field.fill(value, { timeout: 1_000 });
    await button.click({ timeout: 1_000 });
    await expect(answer).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

/** What the page shows once it has tokens. */
export const signedIn = (page: Page) => page.locator('#claims:not(:empty)');

export async function expectSignedIn(page: Page, org: TestOrg) {
  await expect(page.locator('#claims')).toContainText('"email":"katherine@example.com"');
  await expect(page.locator('#claims')).toContainText(`"iss":"${org.issuer}"`);
}
