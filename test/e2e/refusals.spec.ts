import { expect, test } from './desk';
import { goodPassword, person } from './wizard';

test('an address that is none is noticed before it is sent', async ({ desk: { wizard, org } }) => {
  await wizard.start();
  await wizard.sendProfile({ ...person, email: 'ada at example' });
  const email = wizard.field('userProfile.email');
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveValue('ada at example');
  const requests: unknown = await (await fetch(`${org.adminUrl}/requests`)).json();
  expect(JSON.stringify(requests)).not.toContain('/idp/idx/enroll/new');
});

test('a second account for an e-mail address is refused on its field', async ({
  desk: { wizard },
}) => {
  await wizard.signUpToPhone();
  await wizard.skip();
  await wizard.button('Sign up another person').click();
  await wizard.sendProfile();
  const email = wizard.field('userProfile.email');
  await expect(email).toHaveAccessibleDescription(/already exists/);
  await expect(wizard.field('userProfile.firstName')).toHaveValue(person.firstName);
  await wizard.field('userProfile.email').fill('grace@example.com');
  await wizard.button('Continue').click();
  await wizard.isAt('select-authenticator-enroll');
});

test.describe('password rules', () => {
  const adelaide = {
    firstName: 'Adelaide',
    lastName: 'Duckworth',
    email: 'lovely.person@example.com',
  };
  /** Counts above one cannot be set in an org; the page goes by what it is told all the same. */
  const complexity = {
    minLength: 10,
    minLowerCase: 1,
    minUpperCase: 1,
    minSymbol: 2,
    minNumber: 2,
    excludeUsername: true,
    excludeAttributes: ['firstName', 'lastName'],
    maxConsecutiveRepeatingCharacters: 2,
  };
  const passwordStep = {
    version: '1.0.0',
    stateHandle: 'x',
    remediation: {
      type: 'array',
      value: [
        {
          name: 'enroll-authenticator',
          relatesTo: ['$.currentAuthenticator'],
          href: 'http://localhost:3000/idp/idx/challenge/answer',
          method: 'POST',
          value: [
            {
              name: 'credentials',
              type: 'object',
              required: true,
              form: { value: [{ name: 'passcode', label: 'Enter password', secret: true }] },
            },
            { name: 'stateHandle', required: true, value: 'x', visible: false, mutable: false },
          ],
        },
      ],
    },
    currentAuthenticator: {
      type: 'object',
      value: {
        type: 'password',
        key: 'okta_password',
        id: 'autPassword',
        displayName: 'Password',
        methods: [{ type: 'password' }],
        settings: { complexity },
      },
    },
    user: { type: 'object', value: { identifier: adelaide.email, profile: adelaide } },
  };
  const rules = [
    ['At least 10 characters', 'Ab1!2', 'Ab1!2cdef?gh'],
    ['A lowercase letter', 'AB12!?CDEF', 'Ab12!?CDEF'],
    ['An uppercase letter', 'ab12!?cdef', 'aB12!?cdef'],
    ['At least 2 numbers', 'Ab1!?cdefg', 'Ab1!?cdef2'],
    ['At least 2 symbols', 'Ab12!cdefg', 'Ab12!cdef?'],
    ['No part of your username', 'Ab12!?lovely.duck', 'Ab12!?quiet.swan'],
    ['Not your first name', 'xAdelaide12!?', 'xMatilda12!?'],
    ['Not your last name', 'Duckworth12!?', 'Swanworth12!?'],
    ['The same character at most 2 times in a row', 'Abccc12!?xy', 'Abcc12!?xyz'],
  ] as const;

  test('tick off as they are met', async ({ desk: { wizard, steer } }) => {
    await wizard.start();
    await wizard.sendProfile(adelaide);
    await wizard.isAt('select-authenticator-enroll');
    await steer('/next', { body: passwordStep });
    await wizard.choose('Password');
    await wizard.isAt('enroll-authenticator', 'okta_password');
    for (const [rule, bad, good] of rules) {
      const item = wizard.page.getByRole('listitem').filter({ hasText: rule });
      await wizard.field('credentials.passcode').fill(bad);
      await expect(item).toContainText('(not met yet)');
      await wizard.field('credentials.passcode').fill(good);
      await expect(item).toContainText('(met)');
    }
  });
});

test('a common password is refused by the org on its field', async ({ desk: { wizard } }) => {
  await wizard.start();
  await wizard.sendProfile();
  await wizard.choose('Password');
  await wizard.createPassword('Password1');
  await expect(wizard.field('credentials.passcode')).toHaveAttribute('aria-invalid', 'true');
  await wizard.createPassword(goodPassword);
  await wizard.isAt('enroll-authenticator', 'okta_email');
});

test('two different passwords are not sent', async ({ desk: { wizard } }) => {
  await wizard.start();
  await wizard.sendProfile();
  await wizard.choose('Password');
  await wizard.field('credentials.passcode').fill(goodPassword);
  await wizard.field('confirmPassword').fill('Wrong4Horse');
  await wizard.button('Create password').click();
  await expect(wizard.field('confirmPassword')).toHaveAttribute('aria-invalid', 'true');
  await wizard.isAt('enroll-authenticator', 'okta_password');
});

test('a sign-up that the org forgot ends with a page of its own', async ({
  desk: { wizard, steer },
}) => {
  await wizard.start();
  await wizard.fillProfile();
  await steer('/expire-sessions');
  await wizard.button('Continue').click();
  await wizard.isAt('terminal');
  await expect(wizard.step).toContainText('has expired');
  await wizard.button('Start again').click();
  await wizard.isAt('enroll-profile');
});

test.describe('sign-up is not allowed', () => {
  test.use({ policy: { signUpAllowed: false } });
  test('ends with what an administrator has to do', async ({ desk: { wizard } }) => {
    await wizard.start();
    await wizard.isAt('terminal');
    await expect(wizard.step).toContainText('self-service registration');
  });
});

test.describe('the account is not assigned to the app', () => {
  test.use({ policy: { appAssignment: 'none' } });
  test('ends with what an administrator has to do', async ({ desk: { wizard } }) => {
    await wizard.signUpToPhone();
    await wizard.skip();
    await wizard.isAt('terminal');
    await expect(wizard.step).toContainText('assign the app');
    await expect(wizard.step).toContainText('Your account has been created');
  });
});

test.describe('the account is confirmed by e-mail later', () => {
  test.use({
    policy: {
      emailVerification: 'afterwards',
      authenticators: { okta_email: 'off', phone_number: 'off' },
    },
  });
  test('ends with the advice to check the mailbox', async ({ desk: { wizard } }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.createPassword();
    await wizard.isAt('terminal');
    await expect(wizard.step).toContainText('Check your email');
  });
});

test('leaving asks first, and then nothing is left', async ({ desk: { wizard } }) => {
  await wizard.start();
  await wizard.fillProfile();
  await wizard.button('Cancel sign-up').click();
  const dialog = wizard.page.getByRole('dialog').or(wizard.page.getByRole('alertdialog'));
  await dialog.getByRole('button', { name: 'Keep going' }).click();
  await expect(wizard.field('userProfile.firstName')).toHaveValue(person.firstName);
  await wizard.button('Cancel sign-up').click();
  await dialog.getByRole('button', { name: 'Cancel sign-up' }).click();
  await wizard.start();
  await wizard.isAt('enroll-profile');
  await expect(wizard.field('userProfile.firstName')).toHaveValue('');
});

test.describe('a sign-up that stood still for too long', () => {
  test.use({ policy: { sessionLifetimeSeconds: 6 } });
  test('starts again without the details of the one before', async ({ desk: { wizard } }) => {
    await wizard.start();
    await wizard.fillProfile();
    await expect(wizard.step).toHaveAttribute('data-step', 'terminal', { timeout: 15_000 });
    await wizard.button('Start again').click();
    await wizard.isAt('enroll-profile');
    await expect(wizard.field('userProfile.firstName')).toHaveValue('');
  });
});
