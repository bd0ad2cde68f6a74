import { hasNoViolations } from './axe';
import { expect, test } from './desk';
import { person } from './wizard';

const own = { type: 'string', required: true };
const profileAttributes = [
  { name: 'firstName', label: 'First name' },
  { name: 'lastName', label: 'Last name' },
  { name: 'email', label: 'Email' },
  { ...own, name: 'mobilePhone', label: 'Mobile phone', pattern: '\\+[1-9]\\d{6,14}' },
  { ...own, name: 'preferredLanguage', label: 'Preferred language', pattern: 'en-GB' },
  { ...own, name: 'locale', label: 'Locale', pattern: 'en_GB' },
  { ...own, name: 'countryCode', label: 'Country code', pattern: 'GB' },
  { ...own, name: 'timezone', label: 'Time zone', pattern: 'Asia/Kolkata' },
  {
    name: 'news',
    label: 'Send me offers',
    type: 'boolean',
    required: false,
    input: 'checkbox',
  },
  {
    name: 'terms',
    label: 'Terms of use',
    input: 'radio',
    options: [{ label: 'I agree to the terms of use', value: 'agreed' }],
  },
];

test.use({
  policy: { profileAttributes, authenticators: { okta_email: 'off', phone_number: 'off' } },
  locale: 'en-GB',
  timezoneId: 'Asia/Calcutta',
});

test('a profile is sent in the forms that Okta wants, by the keyboard alone', async ({
  desk: { wizard },
}) => {
  const { page } = wizard;
  const type = async (name: string, text: string) => {
    await wizard.field(`userProfile.${name}`).focus();
    await page.keyboard.type(text);
  };
  await wizard.start();
  await wizard.fillProfile(person);
  await type('mobilePhone', '0049 176 12345678');
  await expect(page.locator('[data-preview]')).toHaveText('+4917612345678');
  await type('preferredLanguage', 'british');
  await page.keyboard.press('Enter');
  await type('locale', 'english united k');
  await page.keyboard.press('Enter');
  // Typed in full and left, without a look at the list.
  await type('countryCode', 'United Kingdom');
  await page.keyboard.press('Tab');
  await expect(wizard.field('userProfile.countryCode')).toHaveValue(/^United Kingdom .*GB/);
  await type('timezone', 'calcutta');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option')).toContainText('Asia/Kolkata');
  await hasNoViolations(page);
  await page.keyboard.press('Enter');
  await expect(wizard.field('userProfile.timezone')).toHaveValue(/Asia\/Kolkata/);
  await expect(page.getByLabel('Send me offers (optional)')).not.toBeChecked();

  // Nobody has agreed yet.
  await wizard.button('Continue').click();
  await expect(page.getByText('Please choose one.').first()).toBeVisible();
  await wizard.isAt('enroll-profile');
  await page.getByLabel('I agree to the terms of use').check();
  await wizard.button('Continue').click();
  await wizard.isAt('enroll-authenticator', 'okta_password');
});

test('what this computer is set to can be taken over', async ({ desk: { wizard } }) => {
  const { page } = wizard;
  await wizard.start();
  await wizard.fillProfile({ ...person, mobilePhone: '+44 20 7946 0958' });
  await page.getByLabel('I agree to the terms of use').check();
  for (let left = 4; left > 0; left -= 1) {
    await expect(wizard.button(/^Use this: /)).toHaveCount(left);
    await wizard
      .button(/^Use this: /)
      .first()
      .click();
  }
  await expect(wizard.field('userProfile.timezone')).toHaveValue(/Asia\/Kolkata/);
  await wizard.button('Continue').click();
  await wizard.isAt('enroll-authenticator', 'okta_password');
});

test('a number of a country is dialled abroad as from there', async ({ desk: { wizard } }) => {
  const { page } = wizard;
  await wizard.start();
  await wizard.isAt('enroll-profile');
  const country = wizard.field('userProfile.mobilePhone.country');
  await country.click();
  await country.fill('hong kong');
  await page.getByRole('option', { name: 'Hong Kong' }).first().click();
  await wizard.field('userProfile.mobilePhone').fill('001 64 21 123 456');
  await expect(page.locator('[data-preview]')).toHaveText('+6421123456');
  await expect(wizard.step).toContainText('Country: New Zealand');
  await page.keyboard.press('Tab');
  await expect(wizard.field('userProfile.mobilePhone')).toHaveValue('021 123 456');
  await expect(country).toHaveValue(/New Zealand/);
});
