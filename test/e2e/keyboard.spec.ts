import { expect, test } from './desk';
import { tabTo } from './tab-to';
import { goodPassword, person } from './wizard';

test('a whole sign-up with the keyboard alone', async ({ desk: { wizard, org, app } }) => {
  const { page } = wizard;
  await page.goto(app.url);
  await tabTo(page, 'Create account');
  await page.keyboard.press('Enter');

  await expect(wizard.field('userProfile.firstName')).toBeFocused();
  await page.keyboard.type(person.firstName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.lastName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.email);
  await page.keyboard.press('Enter');

  await wizard.isAt('select-authenticator-enroll');
  await tabTo(page, 'Password');
  await page.keyboard.press('Enter');

  await wizard.isAt('enroll-authenticator', 'okta_password');
  while (
    !(await wizard.field('credentials.passcode').evaluate((e) => e === document.activeElement))
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type(goodPassword);
  while (!(await wizard.field('confirmPassword').evaluate((e) => e === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type(goodPassword);
  await page.keyboard.press('Enter');

  await wizard.isAt('enroll-authenticator', 'okta_email');
  await expect(wizard.field('credentials.passcode')).toBeFocused();
  await page.keyboard.type(await org.latestCode(person.email));
  await page.keyboard.press('Enter');

  await wizard.isAt('select-authenticator-enroll');
  await tabTo(page, /^(Skip|Finish)$/);
  await page.keyboard.press('Enter');
  await wizard.isSignedUp();
});
