import { expect, test } from './desk';
import { person, type Wizard } from './wizard';

async function toEmailCode(wizard: Wizard): Promise<void> {
  await wizard.start();
  await wizard.sendProfile();
  await wizard.choose('Email');
  await wizard.isAt('enroll-authenticator', 'okta_email');
}

test('a wrong code says so on its field and keeps what was typed', async ({ desk: { wizard } }) => {
  await toEmailCode(wizard);
  const box = wizard.field('credentials.passcode');
  await box.fill('000000');
  await wizard.button('Confirm email').click();
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expect(box).toHaveAccessibleDescription(/not right/);
  await expect(box).toHaveValue('000000');
  await box.fill('');
  await wizard.confirmEmail();
  await wizard.isAt('enroll-authenticator', 'okta_password');
});

test('a pasted message is searched for its code', async ({ desk: { wizard, org } }) => {
  await toEmailCode(wizard);
  await org.latestCode(person.email);
  const [message] = await org.outbox();
  await wizard.field('credentials.passcode').fill(message?.text ?? '');
  await wizard.button('Confirm email').click();
  await wizard.isAt('enroll-authenticator', 'okta_password');
});

test('a wrong address is changed, and the rest of the profile is still there', async ({
  desk: { wizard },
}) => {
  await toEmailCode(wizard);
  await wizard.button('Wrong address? Change it').click();
  await wizard.isAt('enroll-profile');
  for (const [name, value] of Object.entries(person)) {
    await expect(wizard.field(`userProfile.${name}`)).toHaveValue(value);
  }
  const other = 'countess@example.com';
  await wizard.field('userProfile.email').fill(other);
  await wizard.button('Continue').click();
  await wizard.choose('Email');
  await wizard.confirmEmail(other);
  await wizard.isAt('enroll-authenticator', 'okta_password');
});

test.describe('a mail that waits to be asked for', () => {
  test.use({ policy: { emailDataFirst: true } });
  test('goes out with one press, as there is only one way for it', async ({
    desk: { wizard, org },
  }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.choose('Email');
    await wizard.isAt('authenticator-enrollment-data', 'okta_email');
    expect(await org.outbox()).toEqual([]);
    await wizard.step.locator('button[type="submit"]').first().click();
    await wizard.confirmEmail();
    await wizard.isAt('enroll-authenticator', 'okta_password');
  });
});

test.describe('an expired code', () => {
  test.use({ policy: { codeLifetimeSeconds: 1, resendSeconds: 0 } });
  test('is refused like a wrong one', async ({ desk: { wizard, org } }) => {
    await toEmailCode(wizard);
    const code = await org.latestCode(person.email);
    await expect(async () => {
      const sentAt = Date.parse((await org.outbox())[0]?.sentAt ?? '');
      expect(Date.now() - sentAt).toBeGreaterThan(1500);
    }).toPass();
    await wizard.field('credentials.passcode').fill(code);
    await wizard.button('Confirm email').click();
    await expect(wizard.field('credentials.passcode')).toHaveAttribute('aria-invalid', 'true');
  });
});

test('another code can be asked for after the wait, and replaces the first', async ({
  desk: { wizard, org, steer },
}) => {
  await wizard.page.clock.install();
  await steer('/policy', { resendSeconds: 0 });
  await toEmailCode(wizard);
  const first = await org.latestCode(person.email);
  await expect(wizard.page.getByText(/Time until you can ask for another email: \d/)).toBeVisible();
  await expect(wizard.button('Send again')).toHaveCount(0);
  await wizard.page.clock.fastForward(31_000);
  await wizard.button('Send again').click();
  const second = await org.latestCode(person.email, first);
  await expect(wizard.page.getByText(/Use the newest code/)).toBeVisible();
  const box = wizard.field('credentials.passcode');
  await box.fill(first);
  await wizard.button('Confirm email').click();
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await box.fill(second);
  await wizard.button('Confirm email').click();
  await wizard.isAt('enroll-authenticator', 'okta_password');
});

test.describe('an alphanumeric code', () => {
  test.use({ policy: { codeFormat: 'alphanumeric', codeLength: 10 } });
  test('is taken as it comes', async ({ desk: { wizard } }) => {
    await toEmailCode(wizard);
    await wizard.confirmEmail();
    await wizard.isAt('enroll-authenticator', 'okta_password');
  });
});

test.describe('a link that shows the code', () => {
  test.use({ policy: { magicLink: true, magicLinkPage: 'shows-code', pollSeconds: 1 } });
  test('is explained, and the code typed here moves on', async ({ desk: { wizard, org } }) => {
    await toEmailCode(wizard);
    await expect(wizard.step).toContainText('enter that code here');
    await wizard.confirmEmail();
    await wizard.isAt('enroll-authenticator', 'okta_password');
    expect((await org.outbox())[0]?.link).toBeDefined();
  });
});
