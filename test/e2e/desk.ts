import { test as base } from '@playwright/test';
import { type RunningApp, startApp } from '../support/app';
import { type RunningPracticeOrg, startPracticeOrg } from '../support/practice-org';
import { Wizard } from './wizard';

type Policy = string | Readonly<Record<string, unknown>>;

export interface Desk {
  readonly org: RunningPracticeOrg;
  readonly app: RunningApp;
  readonly wizard: Wizard;
  /** Changes the org for the requests to come. */
  steer(path: string, body?: object): Promise<void>;
}

interface Fixtures {
  policy: Policy;
  /** Settings an administrator would add to org URL and client ID. */
  managed: Readonly<Record<string, unknown>>;
  /** What the app's process finds in its environment. */
  environment: Readonly<Record<string, string>>;
  desk: Desk;
}

/** An org of the test's own, and the app set up for it by managed settings. */
export const test = base.extend<Fixtures>({
  policy: ['default', { option: true }],
  managed: [{}, { option: true }],
  environment: [{}, { option: true }],
  desk: async ({ policy, managed, environment, page, context }, use) => {
    const org = await startPracticeOrg(policy);
    const app = await startApp({ managed: { ...connectionTo(org), ...managed }, environment });
    await app.letIn(context);
    await page.goto(app.url);
    await use({
      org,
      app,
      wizard: new Wizard(page, org),
      async steer(path, body) {
        await fetch(`${org.adminUrl}${path}`, {
          method: 'POST',
          ...(body
            ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
            : {}),
        });
      },
    });
    await app.stop();
    await org.stop();
  },
});

export function connectionTo({ issuer, clientId, redirectUri }: RunningPracticeOrg) {
  return { orgUrl: new URL(issuer).origin, clientId, issuer, redirectUri };
}

export { expect } from '@playwright/test';
