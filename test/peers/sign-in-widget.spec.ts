import { expect, type Page, test } from '@playwright/test';
import * as v from 'valibot';
import { goodPassword, type TestOrg } from '../unit/practice-org/practice';
import { choose, expectSignedIn, method, openWidget, press, send, signedIn } from './widget';

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
  await send(
    [
      [password(page), goodPassword],
      [page.getByRole('textbox', { name: 'Re-enter password' }), goodPassword],
    ],
    page.getByRole('button', { name: 'Next' }),
    method(page, 'okta_email'),
  );

  await choose(page, 'okta_email');
  const enterCode = page.getByLabel('Enter Code');
  const verify = page.getByRole('button', { name: 'Verify' });
  await send([[enterCode, 'wrong']], verify, page.getByText('Invalid code. Try again.'));
  await send([[enterCode, await sentCode(org, 'email')]], verify, method(page, 'phone_number'));

  await choose(page, 'phone_number');
  const bySms = page.getByRole('button', { name: 'Receive a code via SMS' });
  await send([[page.getByLabel('Phone number'), '2025550123']], bySms, enterCode);
  await send([[enterCode, await sentCode(org, 'sms')]], verify, signedIn(page));

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
  await send(
    [[page.getByLabel('Enter code'), entry?.code ?? '']],
    page.getByRole('link', { name: 'Verify' }),
    method(page, 'security_question'),
  );

  await choose(page, 'security_question');
  await send(
    [[page.getByRole('textbox', { name: 'Answer' }), 'a bicycle']],
    page.getByRole('button', { name: 'Verify' }),
    signedIn(page),
  );

  await expectSignedIn(page, org);
});

test('the widget’s SDK asks without a prompt, and is told that nobody is logged in', async ({
  page,
}) => {
  await openWidget(page, {});
  // `signIn` is the widget of the page, and its client is okta-auth-js.
  const silent = page.evaluate(
    'signIn.authClient.token.getWithoutPrompt().catch(({ errorCode, errorSummary }) => [errorCode, errorSummary])',
  );
  expect(await silent).toEqual([
    'login_required',
    'The client specified not to prompt, but the user is not logged in.',
  ]);
});
