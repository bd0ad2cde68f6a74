import { afterEach, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import { ada, openSignUp, startTestOrg, type TestOrg } from '../practice';
import { at, readerOf } from './reader';

let org: TestOrg;
const start = async (policy: PolicyInput = {}) => (org = await startTestOrg(policy));
afterEach(() => org.close());

const told = async (query = '') =>
  (await readerOf(org).all(`logs${query}`)).map(
    (event) => `${String(event['eventType'])} ${String(at(event, 'outcome.result'))}`,
  );

it('tells of a sign-up and of nobody', async () => {
  await start();
  await (await openSignUp(org)).finish();
  expect(await told()).toEqual([
    'app.oauth2.interact.interaction_handle SUCCESS',
    'user.lifecycle.create SUCCESS',
    'app.oauth2.interact.interaction_code SUCCESS',
  ]);
  const [event] = await readerOf(org).all('logs');
  expect(event).toMatchObject({
    actor: { type: 'PublicClientApp', id: org.clientId },
    client: { id: org.clientId, ipAddress: '127.0.0.1' },
    severity: 'INFO',
  });
  const text = JSON.stringify(await readerOf(org).all('logs'));
  for (const personal of Object.values(ada)) expect(text).not.toContain(personal);
});

it.each([
  ['sign-up-denied', 'app.oauth2.interact.interaction_handle FAILURE'],
  ['rate-limited', 'system.org.rate_limit.violation DENY'],
  ['hook-denies', 'inline_hook.executed FAILURE'],
  ['app-assigned-to-others', 'app.generic.unauth_app_access_attempt FAILURE'],
  ['assurance-unsatisfiable', 'policy.evaluate_sign_on DENY'],
  ['dpop-required', 'app.oauth2.as.token.grant FAILURE'],
] as const)('tells of %s', async (name, event) => {
  await start({ misconfigurations: [name], authenticators: { phone_number: 'off' } });
  const signUp = await openSignUp(org);
  if (signUp.steps().includes('select-enroll-profile')) await signUp.profile();
  if (signUp.steps().includes('select-authenticator-enroll')) {
    await signUp.choose('Password');
    await signUp.code('Correct-Horse-7');
    await signUp.choose('Email');
    await signUp.code(org.latest('email').code);
  }
  await signUp.redeem('a-code');
  expect(await told()).toContain(event);
});

it('tells of a blocked telephone', async () => {
  await start({ misconfigurations: ['phone-region-blocked'] });
  const signUp = await openSignUp(org);
  await signUp.untilOptional();
  await signUp.choose('Phone', { methodType: 'sms', phoneNumber: '+49 30 901820' });
  expect((await told()).at(-1)).toBe('system.sms.send_phone_verification_message DENY');
});

it('tells what was asked about: a time, a kind, the newest first', async () => {
  await start();
  await openSignUp(org);
  org.wait(3_600);
  const now = new Date(Date.now() + 3_600_000 - 60_000).toISOString();
  await (await openSignUp(org)).profile();
  expect(await told(`?since=${now}`)).toHaveLength(2);
  expect(await told(`?until=${now}`)).toHaveLength(1);
  expect(await told('?filter=eventType%20sw%20%22user.%22')).toEqual([
    'user.lifecycle.create SUCCESS',
  ]);
  expect((await told('?sortOrder=DESCENDING'))[0]).toBe('user.lifecycle.create SUCCESS');
  expect(await told('?limit=1')).toHaveLength(3);
  for (const bad of ['?since=yesterday', '?filter=everything']) {
    const { status, json } = await readerOf(org).get(`logs${bad}`);
    expect([status, String(json['errorCode'])]).toEqual([400, 'E0000031']);
  }
});
