import { afterEach, describe, expect, it } from 'vitest';
import { list, messageKeys, type SignUp, type TestOrg } from '../practice';
import { answer, contextual, current, isFinished, startWith } from './methods';
import { credentialId, makePasskey, type Made } from './passkey';

let org: TestOrg;
afterEach(() => org.close());

async function begin(policy = {}) {
  const started = await startWith('webauthn', policy);
  ({ org } = started);
  await started.signUp.choose('Passkeys');
  return started.signUp;
}

const activation = (signUp: SignUp) => contextual(signUp)['activationData'];

const makeFor = (signUp: SignUp, more: Partial<Made> = {}) =>
  makePasskey({
    challenge: String(activation(signUp)?.['challenge']),
    origin: org.origin,
    ...more,
  });

describe('a passkey', () => {
  it('is asked for with the site, the person and a challenge of this sign-up alone', async () => {
    const signUp = await begin();
    expect(current(signUp)).toMatchObject({ key: 'webauthn', type: 'security_key', settings: {} });
    expect(activation(signUp)).toMatchObject({
      rp: { name: 'Practice org' },
      user: { displayName: 'Ada Lovelace', name: 'ada@example.com' },
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      authenticatorSelection: { userVerification: 'discouraged' },
      u2fParams: { appid: org.origin },
    });
    const fields = list(signUp.form('enroll-authenticator')?.['value']?.['0']?.['form']?.['value']);
    expect(fields.map(({ name, hint, visible }) => [name, hint, visible])).toEqual(
      ['clientData', 'attestation', 'transports', 'clientExtensions'].map((name) => [
        name,
        'webauthn',
        false,
      ]),
    );
    const first = activation(signUp)?.['challenge'];
    await signUp.choose('Passkeys');
    expect(activation(signUp)?.['challenge']).not.toBe(first);
  });

  it.each(['base64', 'base64url'] as const)('is set up when it comes as %s', async (encoding) => {
    const signUp = await begin();
    expect((await answer(signUp, makeFor(signUp, { encoding }))).status).toBe(200);
    expect(isFinished(signUp)).toBe(true);
  });

  it('may come without extensions, which some clients never send', async () => {
    const signUp = await begin();
    const { clientData, attestation, transports } = makeFor(signUp);
    await answer(signUp, { clientData, attestation, transports });
    expect(isFinished(signUp)).toBe(true);
  });

  it.each<[string, (signUp: SignUp) => object]>([
    ['another challenge', (signUp) => makeFor(signUp, { challenge: 'AAAA' })],
    ['another site', (signUp) => makeFor(signUp, { origin: 'https://evil.example' })],
    ['another site’s key', (signUp) => makeFor(signUp, { rpId: 'evil.example' })],
    ['a sign-in', (signUp) => makeFor(signUp, { type: 'webauthn.get' })],
    ['nobody there', (signUp) => makeFor(signUp, { flags: 0x40 })],
    ['no credential', (signUp) => makeFor(signUp, { flags: 0x01 })],
    ['an empty ID', (signUp) => makeFor(signUp, { id: Buffer.alloc(0) })],
    ['an algorithm nobody offered', (signUp) => makeFor(signUp, { algorithm: -8 })],
    ['no CBOR', (signUp) => ({ ...makeFor(signUp), attestation: 'v////w' })],
    ['no JSON', (signUp) => ({ ...makeFor(signUp), clientData: 'e30x' })],
    ['transports that are no list', (signUp) => ({ ...makeFor(signUp), transports: 'usb' })],
    ['unreadable extensions', (signUp) => ({ ...makeFor(signUp), clientExtensions: '{' })],
    ['nothing', () => ({})],
  ])('is refused with %s', async (_, make) => {
    const signUp = await begin();
    const refused = await answer(signUp, make(signUp));
    expect(refused.status).toBe(400);
    expect(messageKeys(refused.json)).toEqual(['oie.authenticator.enroll.error.fail']);
    expect((await answer(signUp, makeFor(signUp))).status).toBe(200);
  });

  it('is told to clients when another one is made, and is not taken twice', async () => {
    const signUp = await begin({ enrollSeveral: ['webauthn'] });
    await answer(signUp, makeFor(signUp));
    await signUp.choose('Passkeys');
    expect(list(signUp.last().json['authenticatorEnrollments']?.['value'])).toMatchObject([
      { key: 'webauthn', credentialId: credentialId.toString('base64url') },
    ]);
    expect((await answer(signUp, makeFor(signUp))).status).toBe(400);
    await answer(signUp, makeFor(signUp, { id: Buffer.from('another') }));
    await signUp.post('skip');
    expect(isFinished(signUp)).toBe(true);
  });
});

describe('the offer of a passkey at the end', () => {
  async function untilOffer() {
    const started = await startWith('security_question', { passkeyPromotion: true });
    ({ org } = started);
    await started.signUp.choose('Security Question');
    await answer(started.signUp, { questionKey: 'favorite_toy', answer: 'Teddy' });
    return started.signUp;
  }
  const users = async () =>
    JSON.parse((await org.get('/practice/admin/users')).text) as { authenticators: unknown[] }[];

  it('stands alone beside a skip, which ends the sign-up', async () => {
    const signUp = await untilOffer();
    expect(signUp.steps()).toEqual(['enroll-authenticator-promotion', 'skip']);
    expect(current(signUp)).toMatchObject({ key: 'webauthn', displayName: 'Passkeys' });
    await signUp.post('skip');
    expect(isFinished(signUp)).toBe(true);
  });

  it('is taken up with a passkey, for the challenge that was shown first', async () => {
    const signUp = await untilOffer();
    const made = makeFor(signUp);
    const refused = await signUp.post('enroll-authenticator-promotion', { credentials: {} });
    expect(refused.status).toBe(400);
    expect(messageKeys(refused.json)).toEqual(['oie.authenticator.enroll.error.fail']);
    await signUp.post('enroll-authenticator-promotion', { credentials: made });
    expect(isFinished(signUp)).toBe(true);
    expect((await users())[0]?.authenticators).toMatchObject([
      { key: 'security_question' },
      { key: 'webauthn' },
    ]);
  });

  it('is not made to those who have one', async () => {
    const signUp = await begin({ passkeyPromotion: true });
    await answer(signUp, makeFor(signUp));
    expect(isFinished(signUp)).toBe(true);
  });
});
