import { afterEach, describe, expect, it } from 'vitest';
import { list, messageKeys, type SignUp, type TestOrg } from '../practice';
import { answer, contextual, current, isFinished, problems, startWith } from './methods';

let org: TestOrg;
afterEach(() => org.close());

async function begin(key: Parameters<typeof startWith>[0], label: string, policy = {}) {
  const started = await startWith(key, policy);
  ({ org } = started);
  await started.signUp.choose(label);
  return started.signUp;
}

const fields = (signUp: SignUp) =>
  list(signUp.form('enroll-authenticator')?.['value']?.['0']?.['form']?.['value']);

const invalid = (name: string) => [`credentials.${name}: api.authn.error.PASSCODE_INVALID`];
const blank = (name: string) => `credentials.${name}: model.validation.field.blank`;

describe('a YubiKey', () => {
  const typed = 'cccccccfhcjrhvlrtgkdfhguhulktfnftrhgjbvkjfrt'.slice(0, 44);

  it.each([typed, typed.toUpperCase()])('is set up with what it types (%s)', async (passcode) => {
    const signUp = await begin('yubikey_token', 'YubiKey Authenticator');
    expect(fields(signUp)).toMatchObject([{ name: 'passcode', secret: true, required: true }]);
    await answer(signUp, { passcode });
    expect(isFinished(signUp)).toBe(true);
  });

  it('is not mistaken for a person who types', async () => {
    const signUp = await begin('yubikey_token', 'YubiKey Authenticator', { attemptsBeforeLock: 3 });
    for (const passcode of [typed.slice(1), `${typed.slice(1)}a`]) {
      expect((await answer(signUp, { passcode })).status).toBe(401);
      expect(problems(signUp)).toEqual(invalid('passcode'));
    }
    await answer(signUp, {});
    expect(problems(signUp)).toEqual([blank('passcode')]);
    expect((await answer(signUp, { passcode: '123456' })).status).toBe(429);
  });
});

describe.each([
  ['rsa_token', 'RSA SecurID'],
  ['onprem_mfa', 'On-Prem MFA'],
] as const)('%s', (key, label) => {
  const echoed = (signUp: SignUp) => ({
    id: fields(signUp)[0]?.['value'],
    methodType: 'otp',
    clientData: 'ada',
  });

  it('suggests the login, and takes a passcode with what must be sent back unchanged', async () => {
    const signUp = await begin(key, label);
    expect(fields(signUp)).toMatchObject([
      { name: 'id', value: current(signUp)['id'], mutable: false },
      { name: 'methodType', value: 'otp', mutable: false },
      { name: 'clientData', value: 'ada@example.com' },
      { name: 'passcode', required: true },
    ]);
    const unechoed = await answer(signUp, { clientData: 'ada', passcode: '123456' });
    expect(messageKeys(unechoed.json)).toEqual(['E0000020']);
    await answer(signUp, { ...echoed(signUp), clientData: ' ' });
    expect(problems(signUp)).toEqual([blank('clientData'), blank('passcode')]);
    expect((await answer(signUp, { ...echoed(signUp), passcode: '12345' })).status).toBe(401);
    expect(problems(signUp)).toEqual(invalid('passcode'));
    await answer(signUp, { ...echoed(signUp), passcode: '123456' });
    expect(isFinished(signUp)).toBe(true);
  });

  it('accepts a new PIN, and wants the next code of the token', async () => {
    const signUp = await begin(key, label);
    const accepted = await answer(signUp, { ...echoed(signUp), passcode: '912345' });
    expect(messageKeys(accepted.json)).toEqual(['errors.E0000113']);
    expect(signUp.steps()[0]).toBe('enroll-authenticator');
    await answer(signUp, { ...echoed(signUp), passcode: '912345' });
    expect(isFinished(signUp)).toBe(true);
  });
});

describe('Symantec VIP', () => {
  const good = { credentialId: 'VSMT12345678', passcode: '123456', nextPasscode: '654321' };

  it('is set up with an ID and two codes in a row', async () => {
    const signUp = await begin('symantec_vip', 'Symantec VIP');
    expect(fields(signUp).map(({ name }) => name)).toEqual(Object.keys(good));
    await answer(signUp, good);
    expect(isFinished(signUp)).toBe(true);
  });

  it.each([
    ['credentialId', { ...good, credentialId: '12345678' }],
    ['passcode', { ...good, passcode: '12345' }],
    ['nextPasscode', { ...good, nextPasscode: 'abcdef' }],
    ['nextPasscode', { ...good, nextPasscode: good.passcode }],
  ])('says what is wrong at the field: %s', async (name, credentials) => {
    const signUp = await begin('symantec_vip', 'Symantec VIP');
    await answer(signUp, credentials);
    expect(problems(signUp)).toEqual(invalid(name));
  });

  it('names every field that is empty', async () => {
    const signUp = await begin('symantec_vip', 'Symantec VIP');
    await answer(signUp, { passcode: '123456' });
    expect(problems(signUp)).toEqual([blank('credentialId'), blank('nextPasscode')]);
  });
});

describe('an NFC card', () => {
  const list = 'select-authenticator-enroll';
  const poll = (signUp: SignUp) => signUp.post('enroll-poll');

  it('waits to be held to the phone, and then asks for a PIN of four digits', async () => {
    const signUp = await begin('nfc_pin', 'NFC', { pollSeconds: 2 });
    expect(signUp.form('enroll-poll')).toMatchObject({ refresh: 2000 });
    expect(String(signUp.form('enroll-poll')?.['href'])).toMatch(
      /\/idp\/idx\/authenticators\/poll$/,
    );
    expect(contextual(signUp)).toMatchObject({ challenge: { type: 'object' } });
    await poll(signUp);
    expect(signUp.steps()).toEqual(['enroll-poll', list]);
    await org.postJson('/practice/admin/okta-verify/approve', { login: 'ada@example.com' });
    await poll(signUp);
    expect(signUp.steps()).toEqual(['enroll-authenticator', list]);
    expect(current(signUp)).toMatchObject({ settings: { minLength: 4, maxLength: 4 } });
    for (const passcode of ['123', '12345', 'abcd']) {
      expect((await answer(signUp, { passcode })).status).toBe(400);
      expect(problems(signUp)).toEqual(invalid('passcode'));
    }
    await answer(signUp, { passcode: '4711' });
    expect(isFinished(signUp)).toBe(true);
  });

  it('can be set up by the link that the client shows', async () => {
    const signUp = await begin('nfc_pin', 'NFC');
    await org.get(String(contextual(signUp)['setupNfcUrl']));
    await poll(signUp);
    expect(signUp.steps()[0]).toBe('enroll-authenticator');
  });

  it('takes no PIN before, and waiting can be given up', async () => {
    const signUp = await begin('nfc_pin', 'NFC');
    const early = await signUp.act('/idp/idx/challenge/answer', { credentials: { passcode: '1' } });
    expect(messageKeys(early.json)).toEqual(['E0000020']);
    const cancel = current(signUp)['cancel'];
    expect(cancel).toMatchObject({ name: 'cancel-polling' });
    await signUp.act(new URL(String(cancel?.['href'])).pathname);
    expect(signUp.steps()).toEqual([list]);
    expect((await signUp.act('/idp/idx/authenticators/poll/cancel')).status).toBe(400);
  });
});

it('Duo is shown as Okta shows it, and accepts nothing', async () => {
  const signUp = await begin('duo', 'Duo Security');
  expect(contextual(signUp)).toMatchObject({ integrationType: 'IFRAME' });
  expect(fields(signUp)).toMatchObject([{ name: 'signatureData', visible: false }]);
  const refused = await answer(signUp, { signatureData: 'AUTH|x:APP|y' });
  expect(messageKeys(refused.json)).toEqual(['oie.authenticator.enroll.error.fail']);
});
