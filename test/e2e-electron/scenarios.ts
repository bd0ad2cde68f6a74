import { expect, type Page, test as base } from '@playwright/test';
import * as v from 'valibot';
import { connectionTo } from '../e2e/desk';
import { Wizard } from '../e2e/wizard';
import { type RunningPracticeOrg, startPracticeOrg } from '../support/practice-org';
import { plugInAuthenticator } from '../support/virtual-authenticator';
import { type Driver, type Program, startProgram } from './program';

const isLong = Boolean(process.env['FRONTDESK_LONG']);
const scheme = 'app.frontdesk.desktop:/callback';

const Requests = v.array(
  v.object({
    method: v.string(),
    path: v.string(),
    origin: v.optional(v.string()),
    referer: v.optional(v.string()),
  }),
);

type Policy = Readonly<Record<string, unknown>>;

/** The six things that only Electron can show, for Electron itself and for its stand-in. */
export function describeScenarios(driver: Driver): void {
  const reason = driver.whyNot();

  const test = base.extend<{
    policy: Policy;
    isPageBroken: boolean;
    isInstalled: boolean;
    org: RunningPracticeOrg;
    program: Program;
  }>({
    policy: [{}, { option: true }],
    isPageBroken: [false, { option: true }],
    isInstalled: [false, { option: true }],
    org: async ({ policy }, use) => {
      const org = await startPracticeOrg(policy);
      await use(org);
      await org.stop();
    },
    program: async ({ org, browser, isPageBroken, isInstalled }, use) => {
      const settings = settingsFor(org);
      const program = await startProgram(driver, {
        settings,
        browser,
        isPageBroken,
        isInstalled,
      });
      await use(program);
      await program.stop();
    },
  });

  base.describe(driver.name, () => {
    base.skip(reason !== null, reason ?? '');

    test.describe('a link of an e-mail that is answered by a redirect', () => {
      test.use({ policy: { magicLink: true, pollSeconds: 30, emailCallbackUri: scheme } });
      test('is opened once, and the step goes on', async ({ program, org }) => {
        const wizard = new Wizard(await program.page(), org);
        await wizard.start();
        await wizard.sendProfile();
        await wizard.choose('Email');
        await wizard.isAt('enroll-authenticator', 'okta_email');
        await org.latestCode('ada@example.com');
        const link = (await org.outbox())[0]?.link ?? '';
        await wizard.field('credentials.passcode').fill(link);
        await wizard.button('Confirm email').click();
        await wizard.isAt('enroll-authenticator', 'okta_password');
        const opened = (await requestsTo(org)).filter(({ path }) => path.startsWith('/email/'));
        expect(opened).toMatchObject([{ method: 'GET', path: new URL(link).pathname }]);
      });
    });

    test('a cold start can be seen in time', async ({ org, browser }) => {
      const begun = performance.now();
      const program = await startProgram(driver, { settings: settingsFor(org), browser });
      await expect.poll(() => program.isVisible(), { timeout: driver.coldStart }).toBe(true);
      expect(performance.now() - begun).toBeLessThan(driver.coldStart);
      const page = await program.page();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await program.questions()).toEqual([]);
      await program.stop();
    });

    test.describe('a page whose scripts fail', () => {
      test.use({ isPageBroken: true });
      test('has a window all the same, and a question', async ({ program }) => {
        await expect.poll(() => program.isVisible(), { timeout: 10_000 }).toBe(true);
        await expect.poll(() => program.questions(), { timeout: 10_000 }).toHaveLength(1);
      });
    });

    test.describe('a provider that vouches for a person', () => {
      test.use({
        policy: { identityProviders: [{ type: 'GOOGLE', name: 'Google', outcome: 'completes' }] },
        isInstalled: true,
      });
      base.skip(!driver.canBeInstalled, 'only an installed app has a scheme');
      test('leads back by a link that starts the program again', async ({
        program,
        org,
        browser,
      }) => {
        const wizard = new Wizard(await program.page(), org);
        await wizard.start();
        await wizard.button(/Google/).click();
        await expect.poll(() => program.opened()).toHaveLength(1);
        const [address = ''] = await program.opened();
        const link = await comeBack(await browser.newPage(), address);
        await program.startAgain(link.replace(/state=[^&]+/, 'state=somebody-elses'));
        await program.startAgain(link);
        await wizard.isAt('success');
        expect(await program.countWindows()).toBe(1);
      });
    });

    test.describe('a provider that vouches for a person, for an app that is not installed', () => {
      test.use({
        policy: { identityProviders: [{ type: 'GOOGLE', name: 'Google', outcome: 'completes' }] },
      });
      test('leads back over this machine', async ({ program, org, browser }) => {
        const wizard = new Wizard(await program.page(), org);
        await wizard.start();
        await wizard.button(/Google/).click();
        await expect.poll(() => program.opened()).toHaveLength(1);
        const [address = ''] = await program.opened();
        const provider = await browser.newPage();
        await provider.goto(address);
        await provider.getByRole('button').first().click();
        await provider.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/callback\?/);
        await expect(provider.getByRole('heading')).toHaveText('You can go back to Frontdesk');
        await provider.close();
        await wizard.isAt('success');
      });
    });

    test.describe('a link of an e-mail that the system opens', () => {
      test.use({ policy: { magicLink: true, pollSeconds: 30, emailCallbackUri: scheme } });
      test('goes on by starting the program again', async ({ program, org }) => {
        const wizard = new Wizard(await program.page(), org);
        await wizard.start();
        await wizard.sendProfile();
        await wizard.choose('Email');
        await wizard.isAt('enroll-authenticator', 'okta_email');
        await org.latestCode('ada@example.com');
        const link = (await org.outbox())[0]?.link ?? '';
        const answer = await fetch(link, { redirect: 'manual' });
        const address = answer.headers.get('location') ?? '';
        expect(address).toContain(`${scheme}?`);
        await program.startAgain(address.replace(/state=[^&]+/, 'state=somebody-elses'));
        await wizard.isAt('enroll-authenticator', 'okta_email');
        await program.startAgain(address);
        await wizard.isAt('enroll-authenticator', 'okta_password');
        expect(await program.countWindows()).toBe(1);
      });
    });

    test.describe('a captcha', () => {
      test.use({ policy: { captcha: 'hcaptcha' } });
      test('is asked for by the org’s own page, and the org never sees that page', async ({
        program,
        org,
      }) => {
        const wizard = new Wizard(await program.page(), org);
        const { origin } = new URL(org.issuer);
        await wizard.start();
        const window = await program.windowOpenedBy(() => wizard.sendProfile());
        expect(new URL(window.url()).origin).toBe(origin);
        await window.getByRole('button', { name: 'I am a person' }).click();
        await wizard.isAt('select-authenticator-enroll');
        await expect.poll(() => program.countWindows()).toBe(1);
        const seen = await requestsTo(org);
        const atProvider = seen.filter(({ path }) => path.startsWith('/practice/captcha/'));
        const referer = `${origin}/`;
        expect(atProvider).toMatchObject([
          { method: 'GET', path: '/practice/captcha/api.js', referer },
          { method: 'POST', path: '/practice/captcha/token', referer, origin },
        ]);
        expect(seen.filter(({ path }) => path.startsWith('/frontdesk/'))).toEqual([]);
      });
    });

    test.describe('an org that requires a passkey', () => {
      test.use({
        policy: {
          authenticators: { okta_email: 'off', phone_number: 'off', webauthn: 'required' },
        },
      });
      test('takes one that is made in the window of the org’s origin', async ({ program, org }) => {
        const wizard = new Wizard(await program.page(), org);
        await wizard.start();
        await wizard.sendProfile();
        await wizard.choose('Password');
        await wizard.createPassword();
        await wizard.isAt('enroll-authenticator', 'webauthn');
        const window = await program.windowOpenedBy(() =>
          wizard.button('Create a passkey').click(),
        );
        // The system that this runs on keeps none.
        await plugInAuthenticator(window, { transport: 'usb' });
        await window.getByRole('button', { name: 'Create passkey', exact: true }).click();
        await wizard.isSignedUp();
        expect(await program.countWindows()).toBe(1);
      });
    });

    test.describe('a day of people', () => {
      test.use({ policy: { captcha: 'hcaptcha', requestsPerMinute: 100_000 } });
      test('leaves nothing of the one before', async ({ program, org }) => {
        const cycles = isLong ? 200 : 15;
        base.setTimeout(isLong ? 20 * 60_000 : 90_000);
        let memoryBefore = 0;
        let crashes: number[] = [];
        for (let cycle = 0; cycle < cycles; cycle += 1) {
          const wizard = new Wizard(await program.page(), org);
          await wizard.start();
          const window = await program.windowOpenedBy(() => wizard.sendProfile());
          await window.close();
          await expect(wizard.step).toContainText('closed too early');
          await wizard.button('Cancel sign-up').click();
          await wizard.page
            .getByRole('dialog')
            .getByRole('button', { name: 'Cancel sign-up' })
            .click();
          await expect(wizard.button('Create account')).toBeVisible();
          await hasForgotten(program);
          // The third within a minute would end the program.
          crashes = crashes.filter((at) => performance.now() - at < 61_000);
          if (crashes.length < 2) {
            crashes.push(performance.now());
            await wizard.start();
            await wizard.isAt('enroll-profile');
            await program.crash();
            const page = await program.page();
            await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
            await hasForgotten(program);
          }
          // The first ones fill caches that stay.
          if (cycle === 4) memoryBefore = await program.memory();
        }
        expect((await program.sessions()).made).toBeLessThanOrEqual(4);
        expect((await program.memory()) - memoryBefore).toBeLessThan(200);
      });
    });
  });
}

/** The texts that the tests look for are English. */
const settingsFor = (org: RunningPracticeOrg) => ({ ...connectionTo(org), language: 'en' });

async function requestsTo(org: RunningPracticeOrg) {
  return v.parse(Requests, await (await fetch(`${org.adminUrl}/requests`)).json());
}

/** Between two people nobody's cookies are anywhere. */
async function hasForgotten(program: Program): Promise<void> {
  await expect.poll(async () => (await program.sessions()).cookies).toBe(0);
}

/** Goes through a provider's page, and gives the link that would lead back to the program. */
async function comeBack(page: Page, address: string): Promise<string> {
  const leaving = page.waitForEvent('response', (response) =>
    (response.headers()['location'] ?? '').startsWith(scheme),
  );
  await page.goto(address);
  await page.getByRole('button').first().click();
  const link = (await leaving).headers()['location'] ?? '';
  await page.close();
  return link;
}
