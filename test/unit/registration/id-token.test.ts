import {
  decodeJwt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { expect, it } from 'vitest';
import { type Desk, openDesk, signUpToPhone } from './desk';

type Forge = (claims: JWTPayload) => JWTPayload;

const json = { headers: { 'Content-Type': 'application/json' } };

/**
 * A desk at an org whose ID tokens are signed anew, by a key that the org shows or hides. `answer`
 * changes the rest of the token endpoint's answer.
 */
async function deskWith({
  forge = (claims: JWTPayload) => claims,
  isKeyShown = true,
  answer = (given: Record<string, unknown>) => given,
}: {
  forge?: Forge;
  isKeyShown?: boolean;
  answer?: (given: Record<string, unknown>) => Record<string, unknown>;
}): Promise<Desk> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  let kid = '';
  return openDesk({
    intercept: (send) => async (input, init) => {
      const response = await send(input, init);
      const { pathname } = new URL(String(input));
      if (pathname.endsWith('/v1/token') && response.ok) {
        const { id_token: idToken, ...rest } = await response.json();
        kid = decodeProtectedHeader(idToken).kid ?? '';
        const signed = await new SignJWT(forge(decodeJwt(idToken)))
          .setProtectedHeader({ alg: 'RS256', kid })
          .sign(privateKey);
        return new Response(JSON.stringify(answer({ ...rest, id_token: signed })), json);
      }
      if (pathname.endsWith('/v1/keys') && isKeyShown) {
        const key = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
        return new Response(JSON.stringify({ keys: [key] }), json);
      }
      return response;
    },
  });
}

async function signUp(desk: Desk): Promise<void> {
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
}

it('takes an ID token that a key of the org signed', async () => {
  const desk = await deskWith({});
  await signUp(desk);
  expect(await desk.ended()).toMatchObject({ outcome: { kind: 'success' } });
  expect(desk.tokens).toHaveLength(1);
});

it.each<[string, Parameters<typeof deskWith>[0]]>([
  ['that somebody else signed with the same key id', { isKeyShown: false }],
  ['of another sign-up, by its nonce', { forge: (claims) => ({ ...claims, nonce: 'another' }) }],
  ['without a nonce', { forge: (claims) => ({ ...claims, nonce: undefined }) }],
  ['of another issuer', { forge: (claims) => ({ ...claims, iss: 'https://evil.example' }) }],
  ['for another app', { forge: (claims) => ({ ...claims, aud: 'another-app' }) }],
  ['that has expired', { forge: (claims) => ({ ...claims, exp: 1_000_000_000 }) }],
  ['beside no access token', { answer: (given) => ({ ...given, access_token: undefined }) }],
])('takes no ID token %s', async (_, options) => {
  const desk = await deskWith(options);
  await signUp(desk);
  expect(await desk.ended()).toMatchObject({ outcome: { kind: 'terminal' } });
  expect(desk.tokens).toHaveLength(0);
});

it.each<[string, Record<string, unknown>]>([
  ['an access token that is no text', { access_token: { toString: 1 } }],
  ['an access token that is a number', { access_token: 1 }],
  ['an access token of two lines', { access_token: 'a\r\nx-header: b' }],
  ['an access token in no ASCII', { access_token: 'tök\u2028en' }],
  ['an endless access token', { access_token: 'a'.repeat(20_001) }],
  ['a refresh token that is no text', { refresh_token: { toString: 1 } }],
  ['an empty refresh token', { refresh_token: '' }],
  ['a list of scopes', { scope: ['openid'] }],
])('takes nothing beside %s', async (_, told) => {
  const desk = await deskWith({ answer: (given) => ({ ...given, ...told }) });
  await signUp(desk);
  expect(await desk.ended()).toMatchObject({
    outcome: { kind: 'terminal', reason: 'tokens-rejected', isAccountCreated: true },
  });
  expect(desk.tokens).toHaveLength(0);
});
