import * as v from 'valibot';
import { hasNoViolations } from './axe';
import { expect, test } from './desk';

const only = (key: string) => ({
  authenticators: {
    okta_password: 'off',
    okta_email: 'off',
    phone_number: 'off',
    [key]: 'required',
  },
});
const AppEntries = v.array(v.object({ code: v.string() }));

test.describe('an authenticator app', () => {
  test.use({ policy: only('google_otp') });
  test('is set up by its picture or its key, and a code', async ({ desk: { wizard, org } }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.isAt('enroll-authenticator', 'google_otp');
    await expect(wizard.page.getByRole('img', { name: /QR code/ })).toBeVisible();
    await hasNoViolations(wizard.page);
    const code = wizard.field('credentials.passcode');
    await code.fill('000000');
    await wizard.button('Confirm code').click();
    await expect(code).toHaveAttribute('aria-invalid', 'true');
    const entries: unknown = await (await fetch(`${org.adminUrl}/totp`)).json();
    await code.fill(v.parse(AppEntries, entries)[0]?.code ?? '');
    await wizard.button('Confirm code').click();
    await wizard.isSignedUp();
  });
});

test.describe('a security question', () => {
  test.use({ policy: only('security_question') });

  test("is one of the org's", async ({ desk: { wizard } }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.isAt('enroll-authenticator', 'security_question');
    await wizard.field('credentials.questionKey').selectOption({ index: 2 });
    const answer = wizard.field('credentials.answer');
    await answer.fill('abc');
    await wizard.button('Save answer').click();
    await expect(answer).toHaveAccessibleDescription(/at least 4 characters/);
    await answer.fill('a red bicycle');
    await wizard.button('Save answer').click();
    await wizard.isSignedUp();
  });

  test('is one of a person’s own', async ({ desk: { wizard } }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.page.getByLabel('Write my own').check();
    await wizard.field('credentials.question').fill('What did I ride to school?');
    await wizard.field('credentials.answer').fill('a red bicycle');
    await hasNoViolations(wizard.page);
    await wizard.button('Save answer').click();
    await wizard.isSignedUp();
  });
});

test.describe('at the end', () => {
  test.use({
    policy: { ...only('okta_password'), consent: 'granular', keepMeSignedIn: true },
  });
  test('the org may ask what the app gets, and whether to remember a person', async ({
    desk: { wizard, org },
  }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.createPassword();
    for (let page = 0; page < 2; page += 1) {
      await expect(wizard.step).toHaveAttribute(
        'data-step',
        /^(granular-consent|keep-me-signed-in)$/,
      );
      await hasNoViolations(wizard.page);
      const step = await wizard.step.getAttribute('data-step');
      if (step === 'granular-consent') {
        // Nothing is agreed to for the person.
        await wizard.field('optedScopes.email').check();
        await wizard.field('optedScopes.calendar').check();
        await expect(wizard.field('optedScopes.calendar.events')).not.toBeChecked();
        await wizard.button('Allow').click();
      } else {
        await wizard.button('Continue').click();
      }
      await expect(wizard.step).not.toHaveAttribute('data-step', step ?? '');
    }
    await wizard.isSignedUp();
    const requests: unknown = await (await fetch(`${org.adminUrl}/requests`)).json();
    expect(requests).toContainEqual(
      expect.objectContaining({
        path: '/idp/idx/consent',
        body: expect.objectContaining({
          consent: true,
          optedScopes: expect.objectContaining({ calendar: true, 'calendar.events': false }),
        }),
      }),
    );
  });
});

test.describe('an org that is being serviced', () => {
  test.use({ policy: { ...only('okta_password'), safeMode: 'poll', safeModePolls: 2 } });
  test('is asked again by itself', async ({ desk: { wizard } }) => {
    await wizard.start();
    await expect(wizard.step).toHaveAttribute('data-step', /^(poll|enroll-profile)$/);
    if ((await wizard.step.getAttribute('data-step')) === 'enroll-profile') {
      await wizard.sendProfile();
      await wizard.isAt('poll');
    }
    await expect(wizard.page.getByText(/Time until the next try: \d/)).toBeVisible();
    await expect(wizard.step).not.toHaveAttribute('data-step', 'poll', { timeout: 20_000 });
  });
});

test('an unknown step is a form that can be sent, in the words of the org', async ({
  desk: { wizard, org, app, steer },
}) => {
  await steer('/next', {
    body: {
      version: '1.0.0',
      stateHandle: 'x',
      remediation: {
        type: 'array',
        value: [
          {
            name: 'sing-a-song',
            href: 'http://localhost:3000/idp/idx/sing',
            method: 'POST',
            value: [
              { name: 'song', form: { value: [{ name: 'title', label: 'Song <b>title</b>' }] } },
              { name: 'secret', label: 'Secret', secret: true },
              { name: 'fixed', value: 'echo', mutable: false, visible: false },
              { name: 'stateHandle', value: 'x', mutable: false, visible: false },
            ],
          },
        ],
      },
    },
  });
  await wizard.start();
  await wizard.isAt('sing-a-song');
  await hasNoViolations(wizard.page);
  await expect(wizard.page.getByText('Song <b>title</b>')).toBeVisible();
  await expect(wizard.field('secret')).toHaveAttribute('type', 'password');
  await wizard.field('song.title').fill('Over the rainbow');
  await wizard.field('secret').fill('canary-4711');
  await wizard.button('Continue').click();
  await expect(wizard.step).not.toHaveAttribute('data-step', 'sing-a-song');
  const requests: unknown = await (await fetch(`${org.adminUrl}/requests`)).json();
  expect(requests).toContainEqual(
    expect.objectContaining({
      path: '/idp/idx/sing',
      body: expect.objectContaining({
        song: { title: 'Over the rainbow' },
        secret: 'canary-4711',
        fixed: 'echo',
      }),
    }),
  );
  expect(app.log()).toContain('sing-a-song');
  expect(app.log()).not.toContain('canary-4711');
});
