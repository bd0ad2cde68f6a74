import { expect, test } from './desk';
import { person, type Wizard } from './wizard';

async function toEmailCode(wizard: Wizard): Promise<void> {
  await wizard.start();
  await wizard.sendProfile();
  await wizard.choose('Email');
  await wizard.isAt('enroll-authenticator', 'okta_email');
}

test('a code is read in any script and sentence, and nothing else is sent', async ({
  desk: { wizard, org },
}) => {
  await toEmailCode(wizard);
  const code = await org.latestCode(person.email);
  const box = wizard.field('credentials.passcode');
  const requests: string[] = [];
  wizard.page.on('request', (request) => {
    if (request.url().includes('registration.submit')) requests.push(request.url());
  });
  for (const [typed, said] of [
    [code.slice(0, 5), /The code has 6 digits/],
    [`${code}7`, /The code has 6 digits/],
    ['hello there', /no code in this text/],
    ['abc', /digits only/],
  ] as const) {
    await box.fill(typed);
    await wizard.button('Confirm email').click();
    await expect(box).toHaveAccessibleDescription(said);
  }
  expect(requests).toEqual([]);
  const arabic = [...code].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('');
  await box.fill(`\u202bرمز التحقق:${arabic}.\u202c`);
  await wizard.button('Confirm email').click();
  await wizard.isAt('enroll-authenticator', 'okta_password');
});

test.describe('a mail with a link', () => {
  test.use({ policy: { magicLink: true, pollSeconds: 30 } });
  test('counts with anything around it, and wrapped by an email protection', async ({
    desk: { wizard, org },
  }) => {
    await toEmailCode(wizard);
    await org.latestCode(person.email);
    const link = (await org.outbox())[0]?.link ?? '';
    const box = wizard.field('credentials.passcode');
    await box.fill('https://other.example/email/verify/0oa1?token=abc');
    await wizard.button('Confirm email').click();
    await expect(wizard.step).toContainText('not from this organization');
    await box.fill('https://protect-us.mimecast.com/s/abc?domain=acme.example');
    await wizard.button('Confirm email').click();
    await expect(wizard.step).toContainText('wrapped by an email protection');
    const wrapped = `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=x`;
    await box.fill(`<${wrapped}>`);
    await wizard.button('Confirm email').click();
    await wizard.isAt('enroll-authenticator', 'okta_password');
  });
});
