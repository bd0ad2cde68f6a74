import { UnsecuredJWT } from 'jose';
import { expect, it } from 'vitest';
import { readIdToken } from '../../../main/account/id-token';
import { readUserInfo } from '../../../main/account/org-session';
import { createLog } from '../../../main/log';

const issuer = 'https://org.okta.com/oauth2/default';
const claims = { iss: issuer, sub: '00u1', aud: 'client', exp: 2_000_000_000, name: 'Ada' };

function ask(answer: unknown, init?: ResponseInit) {
  const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const asked: string[] = [];
  const network = { isClosed: false };
  const outcome = readUserInfo(
    {
      openNetwork: () => ({
        fetch: async (input) => {
          asked.push(String(input));
          return new Response(body, init);
        },
        close: async () => void (network.isClosed = true),
      }),
      language: () => 'en',
      log: createLog(() => {}),
    },
    { issuer, subject: '00u1' },
    'token',
  );
  return { outcome, asked, network };
}

it.each([
  ["another person's", { sub: '00u2', name: 'Eve' }],
  ['without one', { name: 'Eve' }],
  ['with an empty one', { sub: '', name: 'Eve' }],
  ['with a number', { sub: 1, name: 'Eve' }],
  ['with a list of them', { sub: ['00u1'], name: 'Eve' }],
  ['with spaces around', { sub: ' 00u1', name: 'Eve' }],
  ['in other letters', { sub: '00U1', name: 'Eve' }],
])('refuses userinfo whose sub is %s', async (_, answer) => {
  expect(await ask(answer).outcome).toEqual({ kind: 'other-person' });
});

it('takes the name and the address of the same person, and nothing of another kind', async () => {
  const answer = {
    sub: '00u1',
    name: { toString: 1 },
    given_name: 'Ada',
    email: 'ada@example.com',
  };
  expect(await ask(answer).outcome).toEqual({
    kind: 'person',
    person: { name: 'Ada', email: 'ada@example.com' },
  });
  const endless = { sub: '00u1', name: 'A'.repeat(100_000), email: [1] };
  expect(await ask(endless).outcome).toEqual({
    kind: 'person',
    person: { name: 'A'.repeat(500), email: null },
  });
});

it.each([
  ['a page', '<html>Sign in to the Wi-Fi</html>'],
  ['a signed answer', new UnsecuredJWT({ sub: '00u1', name: 'Ada' }).encode()],
  ['nothing', ''],
  ['null', 'null'],
  ['what cannot be read', `${'['.repeat(100_000)}`],
  ['what is too deep', `{"sub":"00u1","a":${'['.repeat(500)}${']'.repeat(500)}}`],
])('learns nothing from %s', async (_, answer) => {
  expect(await ask(answer).outcome).toEqual({ kind: 'no-answer' });
});

it('takes a refusal for one only where the org refuses the token', async () => {
  expect(await ask({}, { status: 401 }).outcome).toEqual({ kind: 'refused' });
  expect(await ask('', { status: 401 }).outcome).toEqual({ kind: 'refused' });
  const page = '<html>Sign in to the proxy</html>';
  expect(await ask(page, { status: 401 }).outcome).toEqual({ kind: 'no-answer' });
  expect(await ask({ sub: '00u1' }, { status: 403 }).outcome).toEqual({ kind: 'no-answer' });
  expect(await ask({ sub: '00u1' }, { status: 201 }).outcome).toEqual({ kind: 'no-answer' });
});

const read = (changed: object) => readIdToken(new UnsecuredJWT({ ...claims, ...changed }).encode());

it('reads whose an ID token is, for which client, and until when', () => {
  expect(read({ email: 'ada@example.com' })).toEqual({
    issuer,
    clientId: 'client',
    subject: '00u1',
    expiresAt: 2_000_000_000_000,
    name: 'Ada',
    email: 'ada@example.com',
  });
  expect(read({ aud: ['client'] })).toMatchObject({ clientId: 'client' });
  expect(read({ aud: ['api', 'client'], azp: 'client' })).toMatchObject({ clientId: 'client' });
});

it.each([
  ['no subject', { sub: undefined }],
  ['an empty subject', { sub: '' }],
  ['an endless subject', { sub: 'a'.repeat(256) }],
  ['no end', { exp: undefined }],
  ['an end that is no number', { exp: '2000000000' }],
  ['an end that no clock reaches', { exp: 1e300 }],
  ['an end before all clocks', { exp: -1 }],
  ['no audience', { aud: [] }],
  ['several audiences and nobody authorized', { aud: ['client', 'api'] }],
  ['an authorized party that it is not for', { aud: ['client', 'api'], azp: 'other' }],
  ['another authorized party than its audience', { azp: 'other' }],
  ['an issuer without encryption', { iss: 'http://org.okta.com' }],
  ['an issuer that is no address', { iss: 'org.okta.com' }],
  ['an issuer of another scheme', { iss: 'file:///etc/passwd' }],
  ['an issuer with a password', { iss: 'https://a:b@org.okta.com' }],
])('takes no ID token with %s', (_, changed) => {
  expect(read(changed)).toBeNull();
});

it('leaves no connection open', async () => {
  const { outcome, network } = ask({ sub: '00u1', name: 'Ada' });
  await outcome;
  expect(network.isClosed).toBe(true);
});
