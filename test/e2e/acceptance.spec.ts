import { expect, test } from './desk';
import { goodPassword, person, phone } from './wizard';

/** The scenarios of Okta's own acceptance suite for self-service registration, at the wizard. */
test.describe('self-service registration', () => {
  test('with e-mail, then a password, and without a phone', async ({ desk: { wizard } }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.choose('Email');
    await wizard.confirmEmail();
    await wizard.createPassword();
    await wizard.isAt('select-authenticator-enroll');
    await wizard.skip();
    await wizard.isSignedUp();
  });

  test('with e-mail, a password and a phone by text message', async ({ desk: { wizard, org } }) => {
    await wizard.signUpToPhone();
    await wizard.choose('Phone');
    await wizard.isAt('authenticator-enrollment-data', 'phone_number');
    await wizard.field('authenticator.phoneNumber').fill(phone);
    await wizard.button('Text me a code').click();
    await wizard.isAt('enroll-authenticator', 'phone_number');
    await wizard.field('credentials.passcode').fill(await org.latestCode(phone));
    await wizard.button('Confirm phone').click();
    await wizard.isSignedUp();
  });

  test('with an invalid e-mail address', async ({ desk: { wizard, org } }) => {
    await wizard.start();
    await wizard.sendProfile({ ...person, email: 'e2e-ada' });
    const email = wizard.field('userProfile.email');
    await expect(email).toHaveAttribute('aria-invalid', 'true');
    await expect(email).toHaveAccessibleDescription(/email address/i);
    // What the app lets through, the org refuses.
    await wizard.sendProfile({ ...person, email: 'ada@localhost' });
    await expect(email).toHaveAttribute('aria-invalid', 'true');
    await expect(wizard.step).toHaveAttribute('data-step', 'enroll-profile');
    const users: unknown = await (await fetch(`${org.adminUrl}/users`)).json();
    expect(users).toEqual([]);
  });

  test('with an invalid phone number', async ({ desk: { wizard, org } }) => {
    await wizard.signUpToPhone();
    await wizard.choose('Phone');
    const number = wizard.field('authenticator.phoneNumber');
    await number.fill('+1 2');
    await wizard.button('Text me a code').click();
    await expect(number).toHaveAttribute('aria-invalid', 'true');
    expect((await org.outbox()).filter(({ channel }) => channel === 'sms')).toEqual([]);
    await number.fill(phone);
    await wizard.button('Text me a code').click();
    await wizard.isAt('enroll-authenticator', 'phone_number');
  });

  test.describe('by the link of the mail', () => {
    test.use({ policy: { magicLink: true, pollSeconds: 1 } });
    test('goes on where it began', async ({ desk: { wizard, org }, browser }) => {
      await wizard.start();
      await wizard.sendProfile();
      await wizard.choose('Email');
      await wizard.isAt('enroll-authenticator', 'okta_email');
      await org.latestCode(person.email);
      const elsewhere = await browser.newPage();
      await elsewhere.goto((await org.outbox())[0]?.link ?? '');
      await elsewhere.close();
      await wizard.createPassword();
      await wizard.skip();
      await wizard.isSignedUp();
    });
  });

  test.describe('with a required attribute of the org', () => {
    test.use({
      policy: {
        profileAttributes: [
          { name: 'firstName', label: 'First name' },
          { name: 'lastName', label: 'Last name' },
          { name: 'email', label: 'Email' },
          { name: 'birthCity', label: 'Town of birth', customLabel: true },
        ],
      },
    });
    test('asks for it in the words of the administrator', async ({ desk: { wizard, org } }) => {
      await wizard.start();
      await wizard.sendProfile();
      const town = wizard.page.getByLabel('Town of birth');
      await expect(town).toHaveAttribute('aria-invalid', 'true');
      await town.fill('London');
      await wizard.button('Continue').click();
      await wizard.isAt('select-authenticator-enroll');
      const users: unknown = await (await fetch(`${org.adminUrl}/users`)).json();
      expect(users).toMatchObject([{ profile: { birthCity: 'London' } }]);
    });
  });

  test.describe('where the password is optional', () => {
    test.use({ policy: { authenticators: { okta_password: 'optional', phone_number: 'off' } } });

    test('without one', async ({ desk: { wizard } }) => {
      await wizard.start();
      await wizard.sendProfile();
      await wizard.confirmEmail();
      await wizard.isAt('select-authenticator-enroll');
      await wizard.skip();
      await wizard.isSignedUp();
    });

    test('with one', async ({ desk: { wizard } }) => {
      await wizard.start();
      await wizard.sendProfile();
      await wizard.confirmEmail();
      await wizard.choose('Password');
      await wizard.createPassword(goodPassword);
      await wizard.isSignedUp();
    });
  });

  test('by an activation link, which this app may not use', async ({
    desk: { app, wizard },
    context,
  }) => {
    // Where the link of the administrator's mail leads a browser on this machine. Any page can lead
    // one there, so the wizard stays as it is.
    const link = new URL('/callback?activationToken=canary-token', app.url);
    await expect(wizard.button('Create account')).toBeVisible();
    const elsewhere = await context.newPage();
    await elsewhere.goto(link.href);
    await expect(elsewhere.getByRole('main')).toContainText(/administrator/i);
    await wizard.start();
    await wizard.isAt('enroll-profile');
    await elsewhere.reload();
    await wizard.isAt('enroll-profile');
    await expect(wizard.step).not.toContainText(/administrator/i);
    expect(app.log()).not.toContain('canary-token');
  });
});
