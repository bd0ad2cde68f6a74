import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { connectionTo } from '../e2e/desk';
import { Wizard } from '../e2e/wizard';
import { type RunningPracticeOrg, startPracticeOrg } from '../support/practice-org';
import { test as electronTest, whyNot } from './electron-app';

const reason = whyNot();

/** The app, set up for an org that keeps programs out. */
const test = electronTest.extend<{ org: RunningPracticeOrg }>({
  org: async ({}, use) => {
    const org = await startPracticeOrg({ captcha: 'hcaptcha' });
    await use(org);
    await org.stop();
  },
  launch: async ({ launch, org }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'managed-'));
    const managed = join(folder, 'managed.json');
    await writeFile(managed, JSON.stringify(connectionTo(org)));
    await use({ ...launch, env: { ...launch.env, FRONTDESK_CONFIG: managed } });
    await rm(folder, { recursive: true });
  },
});

test.skip(reason !== null, reason ?? '');

test('a captcha is solved in a window of the org’s address', async ({ electron, page, org }) => {
  const wizard = new Wizard(page, org);
  const { origin } = new URL(org.issuer);
  await wizard.start();
  const opening = electron.waitForEvent('window');
  await wizard.sendProfile();
  const window = await opening;
  await expect(window.getByRole('button', { name: 'I am a person' })).toBeVisible();
  expect(new URL(window.url()).origin).toBe(origin);

  const reach = await window.evaluate(async (org) => {
    const asked = [`${org}/practice/outbox`, 'https://example.com/'].map((address) =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    return { app: typeof Reflect.get(globalThis, 'frontdesk'), asked: await Promise.all(asked) };
  }, origin);
  expect(reach).toEqual({ app: 'undefined', asked: [false, false] });

  await window.getByRole('button', { name: 'I am a person' }).click();
  await wizard.isAt('select-authenticator-enroll');
  expect(electron.windows()).toHaveLength(1);
});

test('closing the window is a no, and the form can be sent again', async ({
  electron,
  page,
  org,
}) => {
  const wizard = new Wizard(page, org);
  await wizard.start();
  const opening = electron.waitForEvent('window');
  await wizard.sendProfile();
  await (await opening).close();
  await expect(wizard.step).toContainText('closed too early');
  await expect(wizard.button('Continue')).toBeEnabled();
});
