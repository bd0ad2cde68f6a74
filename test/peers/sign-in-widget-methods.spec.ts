import { expect, test } from '@playwright/test';
import type { AuthenticatorKey } from '../../main/practice-org/policy/schema';
import { choose, expectSignedIn, openWidget, press } from './widget';

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
  await page.getByLabel('Email').fill('phone@example.com');
  await press(page, 'Send me the setup link');
  await expect(page.getByText('phone@example.com')).toBeVisible();
  await org.get(org.latest('email').link ?? '');
  await expectSignedIn(page, org);
});

test('the widget sets up tokens, cards and codes by key', async ({ page }) => {
  const org = await openWidget(page, {
    authenticators: only('yubikey_token', 'rsa_token', 'symantec_vip', 'nfc_pin'),
    pollSeconds: 1,
  });
  await press(page, 'Sign Up');

  await choose(page, 'yubikey_token');
  await page.getByLabel('Insert then tap your YubiKey').fill('c'.repeat(44));
  await press(page, 'Verify');

  await choose(page, 'rsa_token');
  await expect(page.getByLabel('Enter RSA SecurID username')).toHaveValue('katherine@example.com');
  await page.getByLabel('Enter RSA SecurID passcode').fill('912345');
  await press(page, 'Verify');
  await expect(page.getByText('Pin accepted, Wait for token to change')).toBeVisible();
  await page.getByLabel('Enter RSA SecurID passcode').fill('123456');
  // The widget shows its message some time before it takes another submit.
  await expect(async () => {
    await page.getByRole('button', { name: 'Verify' }).click({ timeout: 500 });
    await expect(page.locator('[data-se="symantec_vip"]')).toBeVisible({ timeout: 1_000 });
  }).toPass();

  await choose(page, 'symantec_vip');
  await page.getByLabel('Enter credential ID').fill('VSMT12345678');
  await page.getByLabel('Security Code 1').fill('123456');
  await page.getByLabel('Security Code 2').fill('654321');
  await press(page, 'Enroll');

  await choose(page, 'nfc_pin');
  await org.postJson('/practice/admin/okta-verify/approve', {});
  await page.getByLabel('PIN', { exact: true }).fill('4711');
  await page.getByLabel('Re-enter PIN').fill('4711');
  await page.getByRole('button', { name: /set up|verify|next/i }).click();
  await expectSignedIn(page, org);
});

test('the widget passes over the passkey that is offered at the end', async ({ page }) => {
  const org = await openWidget(page, { authenticators: only(), passkeyPromotion: true });
  await press(page, 'Sign Up');
  await expect(page.getByText('Set up a passkey')).toBeVisible();
  await page.getByText('Maybe later').click();
  await expectSignedIn(page, org);
});
