import { expect, test } from '@playwright/test';
import type { AuthenticatorKey } from '../../main/practice-org/policy/schema';
import { choose, expectSignedIn, method, openWidget, press, send, signedIn } from './widget';

const only = (...keys: readonly AuthenticatorKey[]) => ({
  okta_password: 'off' as const,
  okta_email: 'off' as const,
  phone_number: 'off' as const,
  ...Object.fromEntries(keys.map((key) => [key, 'required' as const])),
});

test('the widget sets up Okta Verify by mail, and says what the phone complains of', async ({
  page,
}) => {
  const org = await openWidget(page, { authenticators: only('okta_verify'), pollSeconds: 1 });
  await press(page, 'Sign Up');
  await choose(page, 'okta_verify');
  await expect(page.locator('img[src^="data:image/png"]')).toBeVisible();
  await org.postJson('/practice/admin/okta-verify/approve', { outcome: 'biometrics' });
  await expect(page.getByText('Your organization requires biometrics')).toBeVisible();

  await page.getByRole('link', { name: 'Setup without scanning a QR code.' }).click();
  await page.getByText('Email me a setup link').click();
  await press(page, 'Next');
  await send(
    [[page.getByLabel('Email'), 'phone@example.com']],
    page.getByRole('button', { name: 'Send me the setup link' }),
    page.getByText('phone@example.com'),
  );
  await org.get(org.latest('email').link ?? '');
  await expectSignedIn(page, org);
});

test('the widget sets up tokens, cards and codes by key', async ({ page }) => {
  const org = await openWidget(page, {
    authenticators: only('yubikey_token', 'rsa_token', 'symantec_vip', 'nfc_pin'),
    pollSeconds: 1,
  });
  await press(page, 'Sign Up');

  const verify = page.getByRole('button', { name: 'Verify' });
  await choose(page, 'yubikey_token');
  const yubiKey = page.getByLabel('Insert then tap your YubiKey');
  await send([[yubiKey, 'c'.repeat(44)]], verify, method(page, 'rsa_token'));

  await choose(page, 'rsa_token');
  await expect(page.getByLabel('Enter RSA SecurID username')).toHaveValue('katherine@example.com');
  const passcode = page.getByLabel('Enter RSA SecurID passcode');
  const tokenMustChange = page.getByText('Pin accepted, Wait for token to change');
  await send([[passcode, '912345']], verify, tokenMustChange);
  await send([[passcode, '123456']], verify, method(page, 'symantec_vip'));

  await choose(page, 'symantec_vip');
  await send(
    [
      [page.getByLabel('Enter credential ID'), 'VSMT12345678'],
      [page.getByLabel('Security Code 1'), '123456'],
      [page.getByLabel('Security Code 2'), '654321'],
    ],
    page.getByRole('button', { name: 'Enroll' }),
    method(page, 'nfc_pin'),
  );

  await choose(page, 'nfc_pin');
  await org.postJson('/practice/admin/okta-verify/approve', {});
  await send(
    [
      [page.getByLabel('PIN', { exact: true }), '4711'],
      [page.getByLabel('Re-enter PIN'), '4711'],
    ],
    page.getByRole('button', { name: /set up|verify|next/i }),
    signedIn(page),
  );
  await expectSignedIn(page, org);
});

test('the widget passes over the passkey that is offered at the end', async ({ page }) => {
  const org = await openWidget(page, { authenticators: only(), passkeyPromotion: true });
  await press(page, 'Sign Up');
  await expect(page.getByText('Set up a passkey')).toBeVisible();
  await page.getByText('Maybe later').click();
  await expectSignedIn(page, org);
});
