import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { plugInAuthenticator } from '../support/virtual-authenticator';
import { hasNoViolations } from './axe';
import { type Desk, expect, press, scene, test } from './browser-desk';

test.describe('a passkey', () => {
  test('is made for the org, and for the account that the org names', async ({ desk, follow }) => {
    await toPasskey(desk);
    const page = await follow();
    const authenticator = await plugInAuthenticator(page);
    await expect(scene(page, 'ready')).toContainText('localhost');
    await hasNoViolations(page);
    await press(page, 'Create passkey');
    await expect(scene(page, 'sent')).toBeVisible();

    const { clientData, attestation, transports, clientExtensions } = await sentCredentials(desk);
    expect(JSON.parse(Buffer.from(clientData, 'base64').toString())).toMatchObject({
      type: 'webauthn.create',
      challenge: activationData.challenge,
      origin: new URL(desk.org.issuer).origin,
    });
    const [credential] = await authenticator.credentials();
    expect(credential?.rpId).toBe('localhost');
    expect(bytes(credential?.userHandle)).toEqual(bytes(activationData.user.id));
    expect(bytes(attestation).includes(bytes(credential?.credentialId))).toBe(true);
    expect(JSON.parse(transports)).toEqual(['internal']);
    expect(JSON.parse(clientExtensions)).toEqual({ credProps: { rk: true } });
    expect(desk.app.log()).not.toContain(clientData);
  });

  test('is not made twice on one device', async ({ desk, follow }) => {
    const known = randomBytes(16);
    await toPasskey(desk, [known.toString('base64url')]);
    const page = await follow();
    await (await plugInAuthenticator(page)).holds(known);
    await press(page, 'Create passkey');
    await expect(scene(page, 'sent')).toBeVisible();
    await expect(desk.wizard.step).toContainText('already holds a passkey');
  });

  test('is refused by a no, and asked for again', async ({ desk, follow }) => {
    await toPasskey(desk);
    const first = await follow();
    await (await plugInAuthenticator(first)).waitsForTouch();
    await press(first, 'Create passkey');
    await expect(scene(first, 'working')).toBeVisible();
    await hasNoViolations(first);
    await press(first, 'Cancel');
    await expect(desk.wizard.step).toContainText('closed too early');

    await desk.wizard.button('Create a passkey').click();
    const second = await follow();
    await plugInAuthenticator(second);
    await press(second, 'Create passkey');
    await sentCredentials(desk);
  });

  test('that no device can make is explained, with a way back', async ({ desk, follow }) => {
    await toPasskey(desk);
    const page = await follow();
    // Nobody can prove to this device that it is them, and the org insists.
    await plugInAuthenticator(page, { hasUserVerification: false });
    await press(page, 'Create passkey');
    await expect(scene(page, 'stopped')).toBeVisible();
    await hasNoViolations(page);
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(scene(page, 'stopped')).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(desk.wizard.button('Create a passkey')).toBeEnabled();
    await expect(desk.wizard.step).toContainText(/closed too early|did not succeed/);
  });
});

test.describe('on a computer that visitors share', () => {
  const authenticators = { okta_email: 'off', phone_number: 'off', webauthn: 'required' };
  test.use({ managed: { kiosk: true }, policy: { authenticators } });
  test('a passkey is made with a security key, which the list says beforehand', async ({
    desk: { wizard },
    follow,
  }) => {
    await wizard.start();
    await wizard.sendProfile();
    await expect(wizard.step.getByRole('button', { name: 'Passkey' })).toContainText(
      'On this computer it takes a security key',
    );
    await wizard.choose('Password');
    await wizard.createPassword();
    await wizard.isAt('enroll-authenticator', 'webauthn');
    await expect(wizard.step).toContainText('it takes a security key');
    await wizard.button('Create a passkey').click();
    const page = await follow();
    const kept = await plugInAuthenticator(page);
    const carried = await plugInAuthenticator(page, { transport: 'usb' });
    await press(page, 'Create passkey');
    await wizard.isAt('success');
    expect(await carried.credentials()).toHaveLength(1);
    expect(await kept.credentials()).toHaveLength(0);
  });

  test('a passkey that would have to be kept there is not asked for', async ({ desk }) => {
    const { wizard, steer } = desk;
    await wizard.start();
    await wizard.fillProfile();
    const authenticatorSelection = { authenticatorAttachment: 'platform' };
    await steer('/next', { body: passkeyStep([], { ...activationData, authenticatorSelection }) });
    await wizard.button('Continue').click();
    await wizard.isAt('enroll-authenticator', 'webauthn');
    await expect(wizard.step).toContainText('only a passkey that the computer itself keeps');
    await expect(wizard.button('Create a passkey')).toHaveCount(0);
  });
});

test.describe('an org that requires a passkey', () => {
  const authenticators = { okta_email: 'off', phone_number: 'off', webauthn: 'required' };
  test.use({ policy: { authenticators } });
  test('takes the one that was made, and the sign-up ends', async ({ desk, follow }) => {
    const { wizard } = desk;
    await wizard.start();
    await wizard.sendProfile();
    await wizard.choose('Password');
    await wizard.createPassword();
    await wizard.isAt('enroll-authenticator', 'webauthn');
    await wizard.button('Create a passkey').click();
    const page = await follow();
    await plugInAuthenticator(page);
    await press(page, 'Create passkey');
    await wizard.isSignedUp();
  });
});

test.describe('an org that offers a passkey at the end', () => {
  const authenticators = { okta_email: 'off', phone_number: 'off' };
  test.use({ policy: { authenticators, passkeyPromotion: true } });
  test('takes it, and the sign-up ends', async ({ desk: { wizard }, follow }) => {
    await wizard.start();
    await wizard.sendProfile();
    await wizard.createPassword();
    await wizard.isAt('enroll-authenticator-promotion');
    await wizard.button('Create a passkey').click();
    const page = await follow();
    await plugInAuthenticator(page);
    await press(page, 'Create passkey');
    await wizard.isSignedUp();
  });
});

test.describe('in the language of the app', () => {
  test.use({ managed: { language: 'ar' } });
  test('its page speaks and reads from right to left', async ({ desk, follow }) => {
    const { wizard, steer } = desk;
    await wizard.page.locator('main').getByRole('button').first().click();
    await wizard.fillProfile();
    await steer('/next', { body: passkeyStep([]) });
    await wizard.page.locator('button[type="submit"]').click();
    await wizard.isAt('enroll-authenticator', 'webauthn');
    await wizard.page.locator('button[type="submit"]').click();
    const page = await follow();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading')).toHaveText('إنشاء مفتاح مرور');
    await hasNoViolations(page);
  });
});

const activationData = {
  rp: { name: 'Practice' },
  user: { id: '00uPract1ce', name: 'ada@example.com', displayName: 'Ada Lovelace' },
  pubKeyCredParams: [
    { type: 'public-key', alg: -7 },
    { type: 'public-key', alg: -257 },
  ],
  challenge: 'zrTo0mMXyCt90mweh2HL',
  attestation: 'direct',
  authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
  extensions: { credProps: true },
  u2fParams: { appid: 'http://localhost' },
};

/** Okta's step, as far as it matters here. */
function passkeyStep(enrolled: readonly string[], options: object = activationData) {
  const part = (name: string) => ({ name, required: true, visible: false, hint: 'webauthn' });
  const parts = ['clientData', 'attestation', 'transports', 'clientExtensions'].map(part);
  return {
    version: '1.0.0',
    stateHandle: 'replaced',
    remediation: {
      type: 'array',
      value: [
        {
          name: 'enroll-authenticator',
          relatesTo: ['$.currentAuthenticator'],
          href: 'https://org.example/idp/idx/challenge/answer',
          method: 'POST',
          value: [
            { name: 'credentials', type: 'object', required: true, form: { value: parts } },
            { name: 'stateHandle', required: true, value: 'replaced', mutable: false },
          ],
        },
      ],
    },
    currentAuthenticator: {
      type: 'object',
      value: {
        type: 'security_key',
        key: 'webauthn',
        id: 'autPasskey',
        displayName: 'Passkeys',
        contextualData: { activationData: options },
      },
    },
    authenticatorEnrollments: {
      type: 'array',
      value: enrolled.map((credentialId) => ({ key: 'webauthn', credentialId })),
    },
  };
}

async function toPasskey({ wizard, steer }: Desk, enrolled: readonly string[] = []): Promise<void> {
  await wizard.start();
  await wizard.fillProfile();
  await steer('/next', { body: passkeyStep(enrolled) });
  await wizard.button('Continue').click();
  await wizard.isAt('enroll-authenticator', 'webauthn');
  await wizard.button('Create a passkey').click();
}

const Requests = v.array(
  v.object({
    path: v.string(),
    body: v.optional(v.object({ credentials: v.optional(v.record(v.string(), v.string())) })),
  }),
);

/** What the form carried to the org; waits until it was sent. */
async function sentCredentials({ org }: Desk) {
  let sent: Record<string, string> | undefined;
  await expect(async () => {
    const answer = await fetch(`${org.adminUrl}/requests`);
    sent = v
      .parse(Requests, await answer.json())
      .findLast(({ path }) => path === '/idp/idx/challenge/answer')?.body?.credentials;
    expect(sent).toBeDefined();
  }).toPass();
  return v.parse(Credentials, sent);
}

const Credentials = v.strictObject({
  clientData: v.string(),
  attestation: v.string(),
  transports: v.string(),
  clientExtensions: v.string(),
});

/** Of base64 and of base64url, which Node reads alike. */
function bytes(text = ''): Buffer {
  return Buffer.from(text, 'base64');
}
