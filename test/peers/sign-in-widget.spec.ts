import { expect, type Page, test } from '@playwright/test';
import * as v from 'valibot';
import { goodPassword, type TestOrg } from '../unit/practice-org/practice';
import { choose, expectSignedIn, openWidget, press } from './widget';

/** What the authenticator app of the practice phone shows. */
const AppEntries = v.array(v.object({ login: v.string(), code: v.string() }));

const password = (page: Page) => page.getByRole('textbox', { name: 'Enter password', exact: true });

async function sentCode(org: TestOrg, channel: string): Promise<string> {
  await expect.poll(() => org.mail().some((message) => message.channel === channel)).toBe(true);
  return org.latest(channel).code ?? '';
}

test('the official Sign-In Widget signs a person up as it comes', async ({ page }) => {
  const org = await openWidget(page, {});
  await press(page, 'Sign Up');

  await choose(page, 'okta_password');
  await password(page).fill(goodPassword);
  await page.getByRole('textbox', { name: 'Re-enter password' }).fill(goodPassword);
  await press(page, 'Next');

  await choose(page, 'okta_email');
  await page.getByLabel('Enter Code').fill('wrong');
  await press(page, 'Verify');
  await expect(page.getByText('Invalid code. Try again.')).toBeVisible();
  await page.getByLabel('Enter Code').fill(await sentCode(org, 'email'));
  // The widget shows its message some time before it takes another submit.
  await expect(async () => {
    await page.getByLabel('Enter Code').press('Enter', { timeout: 500 });
    await expect(page.locator('[data-se="phone_number"]')).toBeVisible({ timeout: 1_000 });
  }).toPass();

  await choose(page, 'phone_number');
  await page.getByLabel('Phone number').fill('2025550123');
  await press(page, 'Receive a code via SMS');
  await page.getByLabel('Enter Code').fill(await sentCode(org, 'sms'));
  await press(page, 'Verify');

  await expectSignedIn(page, org);
});

test('the widget moves on when the link of the mail is opened in another browser', async ({
  page,
  browser,
}) => {
  const org = await openWidget(page, {
    passwordOn: 'profile',
    magicLink: true,
    pollSeconds: 1,
  });
  await page.getByRole('textbox', { name: 'Password' }).fill(goodPassword);
  await press(page, 'Sign Up');
  await choose(page, 'okta_email');
  await sentCode(org, 'email');

  const elsewhere = await browser.newPage();
  await elsewhere.goto(org.latest('email').link ?? '');
  await expect(elsewhere.getByRole('heading')).toHaveText(
    'Success! Return to the original tab or window',
  );
  await elsewhere.close();

  await page.getByText('Continue', { exact: true }).click();
  await expectSignedIn(page, org);
});

test('the widget sets up an authenticator app and a security question', async ({ page }) => {
  const org = await openWidget(page, {
    authenticators: {
      okta_password: 'off',
      okta_email: 'off',
      phone_number: 'off',
      google_otp: 'required',
      security_question: 'required',
    },
  });
  await press(page, 'Sign Up');

  await choose(page, 'google_otp');
  await expect(page.locator('img[src^="data:image/"]')).toBeVisible();
  await page.getByRole('link', { name: 'Next' }).click();
  const [entry] = v.parse(AppEntries, JSON.parse((await org.get('/practice/admin/totp')).text));
  await page.getByLabel('Enter code').fill(entry?.code ?? '');
  await page.getByRole('link', { name: 'Verify' }).click();

  await choose(page, 'security_question');
  await page.getByRole('textbox', { name: 'Answer' }).fill('a bicycle');
  await press(page, 'Verify');

  await expectSignedIn(page, org);
});
