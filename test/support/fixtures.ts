import { test as base } from '@playwright/test';
import { type RunningApp, startApp } from './app';

/** `page` is let into an app of the worker's own; `openPage` is where most tests begin. */
export const test = base.extend<{ openPage: () => Promise<void> }, { app: RunningApp }>({
  app: [
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.stop();
    },
    { scope: 'worker' },
  ],
  context: async ({ context, app }, use) => {
    await app.letIn(context);
    await use(context);
  },
  openPage: async ({ page, app }, use) => {
    await use(async () => {
      await page.goto(app.url);
    });
  },
});

export { expect } from '@playwright/test';
