import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { openDesk, signUpToPhone } from './desk';

type Claims = Record<string, unknown>;

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token answer with its ID token made otherwise; its signature is that of the original. */
async function finishWith(change: (answer: Claims, claims: Claims, header: Claims) => void) {
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      const response = await send(input, init);
      if (!String(input).endsWith('/v1/token')) return response;
      const answer = (await response.json()) as Claims;
      const [head = '', body = '', signature = ''] = String(answer['id_token']).split('.');
      const read = (text: string) =>
        JSON.parse(Buffer.from(text, 'base64url').toString()) as Claims;
      const [header, claims] = [read(head), read(body)];
      answer['id_token'] = null;
      change(answer, claims, header);
      answer['id_token'] ??= `${part(header)}.${part(claims)}.${signature}`;
      return Response.json(answer, { status: response.status });
    },
  });
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  return desk;
}

describe('after the account exists, tokens that may not be used have reasons of their own', () => {
  const cases: readonly (readonly [
    name: string,
    reason: string,
    Parameters<typeof finishWith>[0],
  ])[] = [
    ['another audience', 'id-token-audience', (_, claims) => (claims['aud'] = '0oaElse')],
    ['a list without this app', 'id-token-audience', (_, claims) => (claims['aud'] = ['a', 'b'])],
    [
      'a list with others and no azp',
      'id-token-audience',
      (_, claims) => (claims['aud'] = [claims['aud'], 'other']),
    ],
    [
      'another authorized party',
      'id-token-audience',
      (_, claims) => {
        claims['aud'] = [claims['aud'], 'other'];
        claims['azp'] = 'other';
      },
    ],
    ['no audience', 'id-token-incomplete', (_, claims) => delete claims['aud']],
    ['no expiry', 'id-token-incomplete', (_, claims) => delete claims['exp']],
    ['an expiry in words', 'id-token-incomplete', (_, claims) => (claims['exp'] = 'tomorrow')],
    ['nobody', 'id-token-incomplete', (_, claims) => delete claims['sub']],
    ['an expiry that no clock reaches', 'id-token-incomplete', (_, c) => (c['exp'] = 1e300)],
    ['a number for somebody', 'id-token-incomplete', (_, claims) => (claims['sub'] = 5)],
    ['an endless subject', 'id-token-incomplete', (_, c) => (c['sub'] = 'a'.repeat(256))],
    ['a subject of two lines', 'id-token-incomplete', (_, claims) => (claims['sub'] = 'a\nb')],
    ['no time of issue', 'id-token-incomplete', (_, claims) => delete claims['iat']],
    ['a time of issue in words', 'id-token-incomplete', (_, claims) => (claims['iat'] = 'now')],
    ['a time in words to begin', 'id-token-incomplete', (_, claims) => (claims['nbf'] = 'later')],
    ['a time to begin tomorrow', 'clock-skew', (_, c) => (c['nbf'] = Number(c['iat']) + 86_400)],
    ['an extension', 'id-token-form', (_, _claims, header) => (header['crit'] = ['b64'])],
    ['no signature', 'id-token-form', (_, _claims, header) => (header['alg'] = 'none')],
    ['a shared secret', 'id-token-form', (_, _claims, header) => (header['alg'] = 'HS256')],
    ['five parts', 'id-token-form', (answer) => (answer['id_token'] = 'e30.a.b.c.d')],
    ['no JWT', 'id-token-form', (answer) => (answer['id_token'] = 'nonsense')],
    ['an object', 'id-token-form', (answer) => (answer['id_token'] = { a: 1 })],
    ['another token type', 'tokens-rejected', (answer) => (answer['token_type'] = 'mac')],
    ['no token type', 'tokens-rejected', (answer) => delete answer['token_type']],
  ];

  it.each(cases)('%s: %s', async (_, reason, change) => {
    const desk = await finishWith(change);
    expect(await desk.ended()).toMatchObject({
      outcome: { kind: 'terminal', reason, isAccountCreated: true },
    });
    expect(desk.tokens).toEqual([]);
  });

  it('are left at the org for nobody to use', async () => {
    const desk = await finishWith((_, claims) => (claims['aud'] = '0oaElse'));
    await desk.ended();
    expect(desk.unclaimed).toEqual([
      { accessToken: expect.stringMatching(/./), refreshToken: null },
    ]);
  });

  it('but a list of this app alone is judged by its signature', async () => {
    const desk = await finishWith((_, claims) => (claims['aud'] = [claims['aud']]));
    expect(await desk.ended()).toMatchObject({ outcome: { reason: 'tokens-rejected' } });
  });
});

describe('tokens that came and are not used are left to be revoked', () => {
  it.each<[string, Parameters<typeof finishWith>[0]]>([
    ['an ID token of no form', (answer) => (answer['id_token'] = 'nonsense')],
    ['an ID token signed by nobody', (_, claims) => (claims['name'] = 'Somebody')],
    ["another sign-up's ID token", (_, claims) => (claims['nonce'] = 'other')],
    ['another type', (answer) => (answer['token_type'] = 'mac')],
  ])('%s', async (_, change) => {
    const issued: Claims[] = [];
    const desk = await finishWith((answer, claims, header) => {
      answer['refresh_token'] = 'refresh';
      change(answer, claims, header);
      issued.push({ ...answer });
    });
    expect(await desk.ended()).toMatchObject({ outcome: { kind: 'terminal' } });
    expect(desk.unclaimed).toEqual([
      { accessToken: issued[0]?.['access_token'], refreshToken: 'refresh' },
    ]);
    expect(desk.tokens).toEqual([]);
  });

  it('as far as they could be sent', async () => {
    const desk = await finishWith((answer) => {
      answer['access_token'] = 'a\nb';
      answer['refresh_token'] = 'refresh';
    });
    expect(await desk.ended()).toMatchObject({ outcome: { reason: 'tokens-rejected' } });
    expect(desk.unclaimed).toEqual([{ accessToken: null, refreshToken: 'refresh' }]);
  });

  it('but not where they are used, also when the person leaves afterwards', async () => {
    const desk = await openDesk({});
    await signUpToPhone(desk);
    await desk.submit({}, 'skip');
    expect(await desk.ended()).toMatchObject({ outcome: { kind: 'success' } });
    await desk.registration.forget();
    expect(desk.unclaimed).toEqual([]);
  });
});

it('verifies nothing with a key for encryption', async () => {
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      const response = await send(input, init);
      if (!String(input).endsWith('/v1/keys')) return response;
      const { keys } = (await response.json()) as { keys: Claims[] };
      return Response.json({ keys: keys.map((key) => ({ ...key, use: 'enc' })) });
    },
  });
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  expect(await desk.ended()).toMatchObject({ outcome: { reason: 'tokens-rejected' } });
  expect(desk.tokens).toEqual([]);
  expect(desk.unclaimed).toHaveLength(1);
});

it('leaves tokens to nobody whose keys did not come before the person went', async () => {
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      const isKeys = String(input).endsWith('/v1/keys');
      return isKeys ? new Response('', { status: 503 }) : send(input, init);
    },
  });
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  expect(desk.unclaimed).toEqual([]);
  await desk.handlers.cancel({});
  expect(desk.unclaimed).toHaveLength(1);
});

it.each([
  ['of this app alone', (own: string) => ({ aud: [own] })],
  ['with others, issued for this app', (own: string) => ({ aud: ['other', own], azp: own })],
])('takes an audience that is a list %s', async (_, change) => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig', alg: 'RS256' };
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      const response = await send(input, init);
      if (String(input).endsWith('/v1/keys')) return Response.json({ keys: [key] });
      if (!String(input).endsWith('/v1/token')) return response;
      const answer = (await response.json()) as Claims;
      const [, body = ''] = String(answer['id_token']).split('.');
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
      const signed = new SignJWT({ ...claims, ...change(String(claims['aud'])) });
      const token = await signed.setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(privateKey);
      return Response.json({ ...answer, id_token: token });
    },
  });
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  expect(await desk.ended()).toMatchObject({ outcome: { kind: 'success' } });
  expect(desk.tokens).toHaveLength(1);
  expect(desk.unclaimed).toEqual([]);
});
