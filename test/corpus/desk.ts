import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { startApp } from '../support/app';
import { type FakeOrg, type Play, startFakeOrg } from './fake-org';
import { patience } from './patience';

/** The app at an org that plays recordings, on a page that many of them share. */
export interface Desk {
  readonly page: Page;
  readonly org: FakeOrg;
  /** Begins a sign-up at the org playing `scene`, and waits for what the app makes of it. */
  signUp(scene: Play): Promise<void>;
  /** Addresses that went to the system's browser. */
  opened(): Promise<string[]>;
}

interface WorkerFixtures {
  desk: Desk;
}

/** One app and one org for all that a worker does: to start them takes longer than most recordings. */
export const test = base.extend<object, WorkerFixtures>({
  desk: [
    async ({ browser }, use) => {
      const org = await startFakeOrg();
      const desktop = await fakeDesktop();
      const app = await startApp({
        managed: {
          orgUrl: org.origin,
          issuer: `${org.origin}/oauth2/default`,
          clientId: org.clientId,
          redirectUri: `${org.origin}/callback`,
        },
        environment: desktop.environment,
      });
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      await app.letIn(context);
      const page = await context.newPage();
      page.setDefaultTimeout(patience);
      await page.clock.install();
      await page.goto(app.url);
      await use({ page, org, signUp: (scene) => signUp(page, org, scene), opened: desktop.opened });
      await context.close();
      await app.stop();
      await org.close();
      await desktop.remove();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';

async function signUp(page: Page, org: FakeOrg, scene: Play): Promise<void> {
  await page.clock.setSystemTime(Date.now());
  await page.evaluate(giveUp);
  const start = page.locator('main').getByRole('button', { name: 'Create account' });
  await start.waitFor();
  org.play(scene);
  await start.click();
  await page.locator('[data-step] h1').waitFor();
}

/** As the app's own page asks main: also where the page shows no way to start anew. */
async function giveUp(): Promise<void> {
  await window.frontdesk.registration.cancel({});
  await window.frontdesk.account.signOut({});
}

/** A desktop whose browser only notes what it is given. */
async function fakeDesktop() {
  const folder = await mkdtemp(join(tmpdir(), 'fake-desktop-'));
  const notes = join(folder, 'opened');
  const opener = join(folder, 'xdg-open');
  await writeFile(notes, '');
  await writeFile(opener, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${notes}'\n`);
  await chmod(opener, 0o755);
  return {
    environment: {
      DISPLAY: ':99',
      PATH: [folder, process.env['PATH'] ?? ''].join(delimiter),
    },
    opened: async () => (await readFile(notes, 'utf8')).split('\n').filter((line) => line !== ''),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
