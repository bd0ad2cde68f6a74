import { expect, it } from 'vitest';
import {
  createMemoryStorage,
  createOktaClient,
  OtherIssuer,
} from '../../../main/registration/okta-client';
import type { OktaHttp } from '../../../main/network/okta-http';
import { openDesk, signUpToPhone } from './desk';

const org = 'https://org.example';
const connection = {
  orgUrl: org,
  issuer: org,
  clientId: 'client',
  redirectUri: 'app.frontdesk.desktop:/callback',
  scopes: ['openid'],
};
const silent: OktaHttp = { send: async () => ({ kind: 'unreachable' }), abort: () => {} };

const openClient = () =>
  createOktaClient(
    connection,
    silent,
    createMemoryStorage(),
    () => {},
    () => {},
  );

it('shares nothing that one person left in the SDK with the next', async () => {
  const [one, other] = [await openClient(), await openClient()];
  for (const open of [
    ({ storageManager }: typeof one) => storageManager.getTokenStorage(),
    ({ storageManager }: typeof one) => storageManager.getTransactionStorage(),
    ({ storageManager }: typeof one) => storageManager.getOriginalUriStorage(),
    ({ storageManager }: typeof one) => storageManager.getIdxResponseStorage(),
    ({ storageManager }: typeof one) => storageManager.getHttpCache(),
  ]) {
    open(one)?.setItem('left behind', 'secret');
    expect(open(one)?.getItem('left behind')).toBe('secret');
    expect(open(other)?.getItem('left behind')).toBeFalsy();
  }
});

it('keeps its transaction where no other client looks for one', async () => {
  const { options } = await openClient();
  expect(options.transactionManager).toEqual({ enableSharedStorage: false });
});

it.each(['https://evil.example', `${org}/`, `${org}/oauth2/default`])(
  'takes no metadata of the issuer %s',
  async (named) => {
    const failures: Error[] = [];
    const text = JSON.stringify({ issuer: named, token_endpoint: `${org}/v1/token` });
    const http: OktaHttp = {
      send: async () => ({ kind: 'answered', status: 200, headers: {}, text }),
      abort: () => {},
    };
    const client = await createOktaClient(
      connection,
      http,
      createMemoryStorage(),
      (failure) => failures.push(failure),
      () => {},
    );
    await expect(client.idx.interact()).rejects.toThrow();
    expect(failures[0]).toBeInstanceOf(OtherIssuer);
  },
);

it('proves with PKCE that it is the app which began the sign-up', async () => {
  const posted: string[] = [];
  const desk = await openDesk({
    intercept: (send) => (input, init) => {
      if (/\/v1\/(interact|token)$/.test(String(input))) posted.push(String(init?.body));
      return send(input, init);
    },
  });
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  const [interact = '', token = ''] = posted;
  expect(new URLSearchParams(interact).get('code_challenge_method')).toBe('S256');
  expect(new URLSearchParams(interact).get('code_challenge')).toMatch(/^[\w-]{43}$/);
  expect(new URLSearchParams(token).get('code_verifier')).toMatch(/^[\w.~-]{43,128}$/);
});
