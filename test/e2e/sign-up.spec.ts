import { expect, test } from './desk';
import { goodPassword, person, phone } from './wizard';

test('profile, password, e-mail code, phone skipped', async ({ desk: { wizard } }) => {
  await wizard.signUpToPhone();
  await wizard.skip();
  await wizard.isSignedUp();
});

test('the first field, and then the code box, has the focus', async ({ desk: { wizard } }) => {
  await wizard.start();
  await expect(wizard.field('userProfile.firstName')).toBeFocused();
  await wizard.sendProfile();
  await wizard.choose('Email');
  await expect(wizard.field('credentials.passcode')).toBeFocused();
});

for (const channel of ['sms', 'voice'] as const) {
  test(`a phone by ${channel}`, async ({ desk: { wizard, org } }) => {
    await wizard.signUpToPhone();
    await wizard.choose('Phone');
    await wizard.isAt('authenticator-enrollment-data', 'phone_number');
    const methods = wizard.field('authenticator.methodType');
    await expect(methods.and(wizard.page.locator('[value="sms"]'))).toBeChecked();
    await methods.and(wizard.page.locator(`[value="${channel}"]`)).check();
    await wizard.field('authenticator.phoneNumber').fill(phone);
    await wizard.button(channel === 'sms' ? 'Text me a code' : 'Call me with a code').click();
    await wizard.isAt('enroll-authenticator', 'phone_number');
    const [message] = await org.outbox();
    expect(message).toMatchObject({ to: phone, channel });
    await wizard.field('credentials.passcode').fill(await org.latestCode(phone));
    await wizard.button('Confirm phone').click();
    await wizard.isSignedUp();
  });
}

test('another number, then a call instead of a text message', async ({
  desk: { wizard, org, steer },
}) => {
  await steer('/policy', { resendSeconds: 0 });
  await wizard.signUpToPhone();
  await wizard.choose('Phone');
  await wizard.field('authenticator.phoneNumber').fill('+12025550100');
  await wizard.button('Text me a code').click();
  await wizard.button('Change number').click();
  await wizard.isAt('authenticator-enrollment-data', 'phone_number');
  await wizard.field('authenticator.phoneNumber').fill(phone);
  await wizard.button('Text me a code').click();
  await wizard.isAt('enroll-authenticator', 'phone_number');
  await wizard.button('Get a call instead').click();
  await expect.poll(async () => (await org.outbox())[0]?.channel).toBe('voice');
  await wizard.isAt('enroll-authenticator', 'phone_number');
  expect((await org.outbox())[0]).toMatchObject({ to: phone, channel: 'voice' });
  await wizard.field('credentials.passcode').fill(await org.latestCode(phone));
  await wizard.button('Confirm phone').click();
  await wizard.isSignedUp();
});

test.describe('password or phone', () => {
  test.use({ policy: 'password-or-phone' });
  test('one of e-mail and phone is enough', async ({ desk: { wizard } }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.createPassword();
    await wizard.isAt('select-authenticator-enroll');
    await expect(wizard.button(/^(Skip|Finish)$/)).toHaveCount(0);
    await wizard.choose('Email');
    await wizard.confirmEmail();
    await wizard.isAt('select-authenticator-enroll');
    await wizard.skip();
    await wizard.isSignedUp();
  });
});

test.describe('e-mail only', () => {
  test.use({ policy: 'email-only' });
  test('the password is skipped', async ({ desk: { wizard } }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.confirmEmail();
    await wizard.isAt('select-authenticator-enroll');
    await wizard.skip();
    await wizard.isSignedUp();
  });
});

test.describe('password on the profile page', () => {
  test.use({ policy: 'password-on-profile' });
  test('is asked for there, by the same rules', async ({ desk: { wizard } }) => {
    await wizard.start();
    await wizard.fillProfile();
    await wizard.field('credentials.passcode').fill(goodPassword);
    await wizard.button('Continue').click();
    await wizard.confirmEmail();
    await wizard.skip();
    await wizard.isSignedUp();
  });
});

test.describe('an e-mail link', () => {
  test.use({ policy: { magicLink: true, pollSeconds: 1 } });
  test('opened in another browser moves this one on', async ({
    desk: { wizard, org },
    browser,
  }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.choose('Email');
    await wizard.isAt('enroll-authenticator', 'okta_email');
    await org.latestCode(person.email);
    const link = (await org.outbox())[0]?.link ?? '';
    const elsewhere = await browser.newContext();
    await (await elsewhere.newPage()).goto(link);
    await wizard.createPassword();
    await wizard.skip();
    await wizard.isSignedUp();
    await elsewhere.close();
  });
});

test('register another person, from a clean form', async ({ desk: { wizard } }) => {
  await wizard.signUpToPhone();
  await wizard.skip();
  await wizard.isSignedUp();
  await wizard.button('Sign up another person').click();
  await wizard.isAt('enroll-profile');
  await expect(wizard.page.getByText(person.email)).toHaveCount(0);
  for (const name of Object.keys(person)) {
    await expect(wizard.field(`userProfile.${name}`)).toHaveValue('');
  }
});

test('sign out ends on the welcome page', async ({ desk: { wizard } }) => {
  await wizard.signUpToPhone();
  await wizard.skip();
  await wizard.button('Sign out').click();
  await expect(wizard.button('Create account')).toBeVisible();
});

test('a reloaded page goes on where it was', async ({ desk: { wizard, app } }) => {
  await wizard.start();
  await wizard.sendProfile();
  await wizard.choose('Password');
  await wizard.isAt('enroll-authenticator', 'okta_password');
  await wizard.page.goto(app.url);
  await wizard.createPassword();
  await wizard.confirmEmail();
});

test('a second tab shows the same sign-up', async ({ desk: { wizard, app }, context }) => {
  const second = await context.newPage();
  await second.goto(app.url);
  await expect(second.getByRole('button', { name: 'Create account' })).toBeVisible();
  await wizard.start();
  await expect(second.locator('[data-step="enroll-profile"]')).toBeVisible();
  await wizard.sendProfile();
  await expect(second.locator('[data-step="select-authenticator-enroll"]')).toBeVisible();
});

test('a sign-up takes no request more than it needs', async ({ desk: { wizard, org } }) => {
  const requests = async () => {
    const seen: unknown = await (await fetch(`${org.adminUrl}/requests`)).json();
    await fetch(`${org.adminUrl}/requests`, { method: 'DELETE' });
    return (seen as { method: string; path: string }[]).map(
      ({ method, path }) => `${method} ${path.replace('/oauth2/default', '')}`,
    );
  };
  // Metadata and keys too: nothing of the person before verifies the next one's tokens.
  const forEverybody = [
    'GET /.well-known/openid-configuration',
    'POST /v1/interact',
    'POST /idp/idx/introspect',
    'POST /idp/idx/enroll',
    'POST /idp/idx/enroll/new',
    'POST /idp/idx/credential/enroll',
    'POST /idp/idx/challenge/answer',
    'POST /idp/idx/credential/enroll',
    'POST /idp/idx/challenge/answer',
    'POST /idp/idx/skip',
    'POST /v1/token',
    'GET /v1/keys',
    'GET /v1/userinfo',
  ];
  await requests();
  await wizard.signUpToPhone();
  await wizard.skip();
  await wizard.isSignedUp();
  expect(await requests()).toEqual(forEverybody);

  await wizard.button('Sign up another person').click();
  const grace = { ...person, firstName: 'Grace', email: 'grace@example.com' };
  await wizard.sendProfile(grace);
  await wizard.choose('Password');
  await wizard.createPassword();
  await wizard.confirmEmail(grace.email);
  await wizard.isAt('select-authenticator-enroll');
  await wizard.skip();
  await wizard.isSignedUp('Grace Lovelace', grace.email);
  // Ada's token is revoked besides.
  const next = (await requests()).filter((request) => request !== 'POST /v1/revoke');
  expect(next).toEqual(forEverybody);
});
