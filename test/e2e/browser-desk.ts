import type { Page } from '@playwright/test';
import { createSystemBrowser, type SystemBrowser } from '../support/system-browser';
import { test as deskTest } from './desk';

interface Fixtures {
  /** The app finds a system browser that a test can be. */
  systemBrowser: SystemBrowser;
  /** Goes where the app sent the system's browser. */
  follow: () => Promise<Page>;
}

/** A desk whose app can send a person to a browser. */
export const test = deskTest.extend<Fixtures>({
  systemBrowser: async ({}, use) => {
    const systemBrowser = await createSystemBrowser();
    await use(systemBrowser);
    await systemBrowser.stop();
  },
  environment: async ({ systemBrowser }, use) => {
    await use(systemBrowser.environment);
  },
  follow: async ({ browser, systemBrowser }, use) => {
    const elsewhere = await browser.newContext();
    await use(async () => {
      const page = await elsewhere.newPage();
      await page.goto(await systemBrowser.opened());
      return page;
    });
    await elsewhere.close();
  },
});

/** What the page of the org's own address shows. */
export const scene = (page: Page, name: string) => page.locator(`main[data-scene="${name}"]`);

export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click();

export { expect, type Desk } from './desk';
