import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount } from '../../main/account';
import { createTokenFate, rulesOf } from '../../main/desk';
import { createLog } from '../../main/log';
import { startSession } from './secret-service';
import { longToken, startApp } from './start-app';

const session = await startSession();
beforeAll(() => session.startKeyring('unlocked'));
afterAll(() => session.stop());

const client = { issuer: 'https://org.okta.com/oauth2/default', clientId: 'client' };
const idToken = new UnsecuredJWT({
  iss: client.issuer,
  aud: client.clientId,
  sub: '00u1',
  exp: 4_000_000_000,
  name: 'Ada Lovelace',
}).encode();

it('has a kiosk revoke and delete what a personal computer kept, and keep nothing itself', async () => {
  const before = startApp();
  await before.write('access-token', longToken);
  await before.write('refresh-token', 'refresh');
  await before.write('id-token', idToken);

  const revoked: string[] = [];
  const kiosk = createAccount({
    store: startApp(),
    keeping: () => rulesOf('kiosk').tokens,
    openNetwork: () => ({
      fetch: async (_, init) => {
        revoked.push(new URLSearchParams(String(init?.body)).get('token') ?? '');
        return new Response('');
      },
      close: async () => {},
    }),
    language: () => 'en',
    log: createLog(() => {}),
    now: () => Date.now(),
    inForce: () => client,
    isGone: () => false,
    schedule: () => () => {},
    onChange: () => {},
  });
  kiosk.start();
  expect(await kiosk.handlers.read({})).toMatchObject({ value: { state: 'none' } });
  await expect.poll(() => session.accounts(), { timeout: 20_000 }).toEqual([]);
  expect(revoked).toEqual(['refresh', longToken]);

  const { settle } = createTokenFate({ mode: () => 'kiosk', account: kiosk, now: () => 0 });
  await settle({ idToken, accessToken: 'next', refreshToken: null }, client);
  await expect.poll(() => revoked).toContain('next');
  expect(await session.accounts()).toEqual([]);
});
