import { expect, it } from 'vitest';
import { createTokenFate } from '../../../main/desk';
import type { Mode } from '../../../preload/contract/desk';

const client = { issuer: 'https://acme.okta.com/oauth2/default', clientId: 'client' };
const tokens = { idToken: 'id.of.ada', accessToken: 'access', refreshToken: 'refresh' };

function openDesk(mode: Mode) {
  const done: string[] = [];
  const desk = { mode };
  const fate = createTokenFate({
    mode: () => desk.mode,
    now: () => 1_000,
    account: {
      adopt: async ({ accessToken }, { issuer }) =>
        void done.push(`adopt ${accessToken} ${issuer}`),
      decline: async ({ accessToken }, { issuer }) =>
        void done.push(`decline ${accessToken} ${issuer}`),
      subjectOf: (idToken) => (idToken === tokens.idToken ? '00u1' : null),
    },
  });
  return { desk, fate, done };
}

it.each([
  ['personal', ['adopt access https://acme.okta.com/oauth2/default'], null],
  ['kiosk', ['decline access https://acme.okta.com/oauth2/default'], null],
  [
    'staff',
    ['decline access https://acme.okta.com/oauth2/default'],
    { orgHost: 'acme.okta.com', subject: '00u1', at: 1_000 },
  ],
] as const)('lets the mode %s decide what becomes of tokens', async (mode, expected, record) => {
  const { fate, done } = openDesk(mode);
  await fate.settle(tokens, client);
  expect(done).toEqual(expected);
  expect(fate.record).toEqual(record);
});

it('asks for the mode each time, and keeps no outcome of a desk that has become another', async () => {
  const { desk, fate, done } = openDesk('staff');
  await fate.settle(tokens, client);
  desk.mode = 'kiosk';
  await fate.settle({ ...tokens, idToken: 'nobody’s' }, client);
  expect(done).toHaveLength(2);
  expect(fate.record).toBeNull();
});
