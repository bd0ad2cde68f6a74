import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test as base } from '@playwright/test';
import { type RunningApp, startApp } from '../support/app';
import { type RunningPracticeOrg, startPracticeOrg } from '../support/practice-org';
import { type Prompter, type Session, startSession } from '../support/secret-service';
import { connectionTo, expect } from './desk';
import { goodPassword, person, Wizard } from './wizard';

interface Computer {
  readonly userData: string;
  /** Starts the app as this user does every time, and opens its page. */
  start(environment?: Readonly<Record<string, string>>): Promise<RunningApp>;
}

interface Fixtures {
  prompter: Prompter;
  policy: Readonly<Record<string, unknown>>;
  keyring: Session;
  org: RunningPracticeOrg;
  computer: Computer;
  wizard: Wizard;
}

/** One user's computer: what they have in the keychain and on disk outlives each start of the app. */
const test = base.extend<Fixtures>({
  prompter: ['none', { option: true }],
  policy: [{}, { option: true }],
  keyring: async ({ prompter }, use) => {
    const session = await startSession(prompter);
    await session.startKeyring('unlocked');
    await use(session);
    await session.stop();
  },
  org: async ({ policy }, use) => {
    const org = await startPracticeOrg(policy);
    await use(org);
    await org.stop();
  },
  computer: async ({ keyring, org, page, context }, use) => {
    const userData = mkdtempSync(join(tmpdir(), 'frontdesk-user-'));
    const started: RunningApp[] = [];
    await use({
      userData,
      async start(environment = {}) {
        const app = await startApp({
          managed: connectionTo(org),
          userData,
          environment: { ...keyring.environment, ...environment },
        });
        started.push(app);
        await app.letIn(context);
        await page.goto(app.url);
        return app;
      },
    });
    for (const app of started) await app.stop();
    rmSync(userData, { recursive: true, force: true });
  },
  wizard: ({ page, org }, use) => use(new Wizard(page, org)),
});

test.beforeEach(() => test.slow());

async function signUp(wizard: Wizard): Promise<void> {
  await wizard.signUpToPhone();
  await wizard.skip();
  await wizard.isSignedUp();
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });
const warning = (page: Page, name: string) => page.getByRole('region', { name });

async function isSignedIn(page: Page): Promise<void> {
  await expect(heading(page, 'You are signed in')).toBeVisible();
  await expect(page.getByText('Ada Lovelace')).toBeVisible();
  await expect(page.getByText(person.email)).toBeVisible();
}

async function isWelcome(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
}

/** The token in an entry, and the text that the entry is made of. */
async function readEntry(keyring: Session, account: string) {
  const entry = await keyring.lookup(account);
  const { value } = JSON.parse(Buffer.from(entry, 'base64').toString()) as { value: string };
  return { entry, token: value };
}

/** The files under `folder` in which any of the texts can be read. */
function filesWith(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => {
      const content = readFileSync(path, 'latin1');
      return texts.some((text) => content.includes(text));
    });
}

/** Milliseconds from the request to stop until the process is gone. */
async function timeToStop(app: RunningApp): Promise<number> {
  const before = Date.now();
  await app.stop();
  return Date.now() - before;
}

test('a sign-in is kept in the keychain alone, until the person signs out', async ({
  computer,
  keyring,
  page,
  wizard,
}) => {
  const first = await computer.start();
  await signUp(wizard);
  await expect(warning(page, 'Sign-ins are not kept')).toHaveCount(0);
  await expect(page.getByText('ends when Frontdesk closes')).toHaveCount(0);
  expect(await keyring.accounts()).toEqual(['access-token', 'id-token']);
  const idToken = await readEntry(keyring, 'id-token');
  const accessToken = await readEntry(keyring, 'access-token');
  const secrets = [idToken, accessToken].flatMap(({ entry, token }) => [entry, token]);
  expect(filesWith(computer.userData, [...secrets, goodPassword])).toEqual([]);
  expect(filesWith(keyring.folder, [...secrets, goodPassword])).toEqual([]);
  await first.stop();

  const second = await computer.start();
  await isSignedIn(page);
  await expect(warning(page, 'Sign-ins are not kept')).toHaveCount(0);
  await wizard.button('Sign out').click();
  await isWelcome(page);
  expect(await keyring.accounts()).toEqual([]);
  await second.stop();

  await computer.start();
  await isWelcome(page);
});

test('a sign-in that the org revoked has ended', async ({
  computer,
  keyring,
  org,
  page,
  wizard,
}) => {
  const first = await computer.start();
  await signUp(wizard);
  await first.stop();
  const { token } = await readEntry(keyring, 'access-token');
  const revoked = await fetch(`${org.issuer}/v1/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token, client_id: org.clientId }),
  });
  expect(revoked.status).toBe(200);

  await computer.start();
  await expect(heading(page, 'Your session has ended')).toBeVisible();
  await expect(page.getByText('The organization ended this sign-in.')).toBeVisible();
  await expect(wizard.button('Sign up another person')).toBeVisible();
});

test.describe('a sign-in that is time that the organization allows', () => {
  test.use({ policy: { tokenLifetimeSeconds: 8 } });
  test('has ended', async ({ computer, page, wizard }) => {
    const first = await computer.start();
    await signUp(wizard);
    await first.stop();
    await page.waitForTimeout(8_000);
    await computer.start();
    await expect(heading(page, 'Your session has ended')).toBeVisible();
    await expect(page.getByText('time that the organization allows')).toBeVisible();
  });
});

test('without a keychain the sign-in ends with the app, and a banner says so', async ({
  computer,
  keyring,
  page,
  wizard,
}) => {
  const noBus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/frontdesk-bus' };
  const first = await computer.start(noBus);
  await expect(warning(page, 'Sign-ins are not kept')).toBeVisible();
  await signUp(wizard);
  await expect(warning(page, 'Sign-ins are not kept')).toContainText('Nothing is written to disk');
  // Every JSON Web Token begins so, as it is and in Base64.
  const secrets = ['eyJ', Buffer.from('eyJ').toString('base64'), goodPassword];
  expect(filesWith(computer.userData, secrets)).toEqual([]);
  expect(filesWith(keyring.folder, secrets)).toEqual([]);
  expect(await keyring.accounts()).toEqual([]);
  await first.stop();

  await computer.start(noBus);
  await isWelcome(page);
});

test('a keychain that is locked at the start is said to be, and read once it is unlocked', async ({
  computer,
  keyring,
  page,
  wizard,
}) => {
  const first = await computer.start();
  await signUp(wizard);
  await first.stop();
  await keyring.stopKeyring();
  await keyring.startKeyring('locked');

  const second = await computer.start();
  await expect(heading(page, 'Your sign-in cannot be read')).toBeVisible();
  await expect(page.getByText('The keychain of this computer is locked.')).toBeVisible();
  await keyring.unlock();
  await wizard.button('Try again').click();
  await isSignedIn(page);
  expect(await timeToStop(second)).toBeLessThan(5_000);
});

test.describe('a keychain whose question nobody answers', () => {
  test.use({ prompter: 'silent' });
  test('holds up neither the page nor the end of the app', async ({
    computer,
    keyring,
    page,
    wizard,
  }) => {
    const first = await computer.start();
    await signUp(wizard);
    await first.stop();
    await keyring.lock();

    const second = await computer.start();
    await expect(page.getByText('Starting Frontdesk…')).toBeVisible();
    expect(await timeToStop(second)).toBeLessThan(5_000);

    const third = await computer.start();
    await expect(page.getByText('The keychain of this computer is locked.')).toBeVisible({
      timeout: 30_000,
    });
    expect(await timeToStop(third)).toBeLessThan(5_000);
  });
});
