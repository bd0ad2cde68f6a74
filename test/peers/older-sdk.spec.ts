import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { goodPassword, startTestOrg, type TestOrg } from '../unit/practice-org/practice';

/** As much of okta-auth-js 7.2 as this uses; its types come with a package that only this suite installs. */
interface OlderClient {
  readonly idx: {
    register(profile: object): Promise<Transaction>;
    proceed(values: object): Promise<Transaction>;
  };
  revokeAccessToken(token: unknown): Promise<unknown>;
  revokeRefreshToken(token: unknown): Promise<unknown>;
}

interface Transaction {
  readonly status: string;
  readonly nextStep?: { readonly name: string };
  readonly tokens?: {
    readonly accessToken?: { readonly accessToken: string };
    readonly refreshToken?: { readonly refreshToken: string };
    readonly idToken?: { readonly claims: Readonly<Record<string, unknown>> };
  };
}

interface OlderSdk {
  readonly OktaAuth: new (options: object) => OlderClient;
}

const isOlderSdk = (module: unknown): module is OlderSdk =>
  typeof module === 'object' && module !== null && 'OktaAuth' in module;

/** What that version exports as a module for Node asks for a `window`. */
const load = createRequire(import.meta.url);

function createClient({ issuer, clientId, redirectUri }: TestOrg): OlderClient {
  const sdk: unknown = load('auth-js-7.2');
  if (!isOlderSdk(sdk)) throw new Error('npm ci --ignore-scripts in test/peers comes first');
  const scopes = ['openid', 'profile', 'email', 'offline_access'];
  return new sdk.OktaAuth({ issuer, clientId, redirectUri, scopes });
}

let org: TestOrg;
test.beforeEach(async () => {
  org = await startTestOrg();
});
test.afterEach(() => org.close());

test('okta-auth-js 7.2 registers a person and revokes the tokens', async () => {
  const client = createClient(org);
  const person = { firstName: 'Grace', lastName: 'Hopper', email: 'grace@example.com' };
  let last = await client.idx.register(person);
  expect(last.nextStep?.name).toBe('select-authenticator-enroll');
  await client.idx.proceed({ authenticator: 'okta_password' });
  last = await client.idx.proceed({ password: goodPassword });
  expect(last.nextStep?.name).toBe('select-authenticator-enroll');
  await client.idx.proceed({ authenticator: 'okta_email' });
  last = await client.idx.proceed({ verificationCode: org.latest('email').code });
  expect(last.nextStep?.name).toBe('select-authenticator-enroll');
  last = await client.idx.proceed({ skip: true });
  expect(last.status).toBe('SUCCESS');
  expect(last.tokens?.idToken?.claims).toMatchObject({ email: person.email });

  const { accessToken, refreshToken } = last.tokens ?? {};
  const userinfo = async () => {
    const Authorization = `Bearer ${accessToken?.accessToken}`;
    return (await org.get('/oauth2/default/v1/userinfo', { Authorization })).status;
  };
  expect(await userinfo()).toBe(200);
  await client.revokeAccessToken(accessToken);
  expect(await userinfo()).toBe(401);
  await client.revokeRefreshToken(refreshToken);
  const refreshed = await org.postForm('/oauth2/default/v1/token', {
    grant_type: 'refresh_token',
    client_id: org.clientId,
    refresh_token: refreshToken?.refreshToken ?? '',
  });
  expect(refreshed.json['error']).toBe('invalid_grant');
});
