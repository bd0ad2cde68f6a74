import { expect, test, type Desk } from './desk';
import { goodPassword, person, phone } from './wizard';

/** Presses a button while the org is away, sees what is said, and presses it again. */
async function throughOutage({ wizard, steer }: Desk, press: string | RegExp): Promise<void> {
  await steer('/down');
  await wizard.button(press).click();
  await expect(wizard.page.getByText('The organization cannot be reached')).toBeVisible();
  await steer('/up');
  await wizard.button(press).click();
}

test('an org that goes away and comes back at every step', async ({ desk }) => {
  const { wizard, steer, org } = desk;
  await steer('/down');
  await wizard.start();
  await wizard.isAt('terminal');
  await expect(wizard.step).toContainText('cannot be reached');
  await steer('/up');
  await wizard.button('Start again').click();

  await wizard.fillProfile();
  await throughOutage(desk, 'Continue');
  await wizard.isAt('select-authenticator-enroll');

  await throughOutage(desk, 'Password');
  await wizard.isAt('enroll-authenticator', 'okta_password');

  await wizard.field('credentials.passcode').fill(goodPassword);
  await wizard.field('confirmPassword').fill(goodPassword);
  await throughOutage(desk, 'Create password');
  await wizard.isAt('enroll-authenticator', 'okta_email');

  await wizard.field('credentials.passcode').fill(await org.latestCode(person.email));
  await throughOutage(desk, 'Confirm email');
  await wizard.isAt('select-authenticator-enroll');

  await throughOutage(desk, /^(Skip|Finish)$/);
  await wizard.isSignedUp();
});

test('an org that goes away and comes back while a phone is set up', async ({ desk }) => {
  const { wizard, org } = desk;
  await wizard.signUpToPhone();
  await throughOutage(desk, 'Phone');
  await wizard.isAt('authenticator-enrollment-data', 'phone_number');
  await wizard.field('authenticator.phoneNumber').fill(phone);
  await throughOutage(desk, 'Text me a code');
  await wizard.isAt('enroll-authenticator', 'phone_number');
  expect((await org.outbox()).filter(({ to }) => to === phone)).toHaveLength(1);
  await wizard.field('credentials.passcode').fill(await org.latestCode(phone));
  await throughOutage(desk, 'Confirm phone');
  await wizard.isSignedUp();
});

test('an org that is slow: a line after a second, a way out after eight', async ({ desk }) => {
  const { wizard, steer } = desk;
  const { page } = wizard;
  await page.clock.install();
  await wizard.start();
  await wizard.fillProfile();
  await steer('/slow', { milliseconds: 20_000 });
  await wizard.button('Continue').click();
  await page.clock.fastForward(1_000);
  await expect(page.getByText('Still working on it…')).toBeVisible();
  await expect(page.getByText('This is taking longer than usual')).toBeHidden();
  await page.clock.fastForward(7_000);
  await expect(page.getByText('This is taking longer than usual')).toBeVisible();
  await expect(wizard.field('userProfile.firstName')).toHaveValue(person.firstName);
  await steer('/up');
  await wizard.button('Stop waiting').click();
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await dialog.getByRole('button', { name: 'Cancel sign-up' }).click();
  await expect(wizard.button('Create account')).toBeVisible();
});

test('a reload in the middle of a slow start is no dead end', async ({ desk }) => {
  const { wizard, steer, app } = desk;
  const { page } = wizard;
  await page.clock.install();
  await steer('/slow', { milliseconds: 20_000 });
  await wizard.start();
  await page.clock.fastForward(8_000);
  await expect(page.getByText('This is taking longer than usual')).toBeVisible();
  await expect(wizard.button('Stop waiting')).toBeVisible();
  await page.goto(app.url);
  // The org is well again; what was asked before is still under way.
  await steer('/up');
  await wizard.button('Create account').click();
  await page.clock.fastForward(8_000);
  await wizard.button('Stop waiting').click();
  await wizard.button('Create account').click();
  await wizard.isAt('enroll-profile');
});

test('a slow start can be given up', async ({ desk }) => {
  const { wizard, steer } = desk;
  const { page } = wizard;
  await page.clock.install();
  await steer('/slow', { milliseconds: 20_000 });
  await wizard.start();
  await page.clock.fastForward(8_000);
  await wizard.button('Stop waiting').click();
  await expect(wizard.button('Create account')).toBeVisible();
  await expect(page.getByText('This is taking longer than usual')).toBeHidden();
});
