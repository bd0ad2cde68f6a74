import { describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../main/practice-org/policy/schema';
import { openDesk, signUpToPhone } from './desk';

type Fetch = typeof globalThis.fetch;

/** Lets requests to a path through or not; `lost` delivers them and drops the answer. */
function unreliable() {
  const control: { path: string; mode: 'fine' | 'refused' | 'lost' } = { path: '', mode: 'fine' };
  const intercept =
    (send: Fetch): Fetch =>
    async (input, init) => {
      const isHit = control.mode !== 'fine' && String(input).endsWith(control.path);
      if (isHit && control.mode === 'refused') throw new TypeError('fetch failed');
      const response = await send(input, init);
      if (isHit) throw new TypeError('terminated');
      return response;
    };
  return { control, intercept };
}

/** The link of the mail is the last thing a sign-up waits for. */
const magicLinkLast: PolicyInput = {
  magicLink: true,
  pollSeconds: 1,
  authenticators: { okta_password: 'off', okta_email: 'required', phone_number: 'off' },
};

describe('an org that cannot be reached', () => {
  it('ends a sign-up that has not begun, with the reason', async () => {
    const { control, intercept } = unreliable();
    Object.assign(control, { path: '/v1/interact', mode: 'refused' });
    const desk = await openDesk({ intercept });
    await desk.handlers.start({});
    expect(await desk.ended()).toMatchObject({ outcome: { reason: 'unreachable' } });
    control.mode = 'fine';
    await desk.handlers.start({});
    expect((await desk.step()).step).toBe('enroll-profile');
  });

  it.each(['refused', 'lost'] as const)(
    'keeps the step when a request was %s, and sends nothing twice',
    async (mode) => {
      const { control, intercept } = unreliable();
      const desk = await openDesk({ intercept });
      await desk.handlers.start({});
      Object.assign(control, { path: '/idp/idx/enroll/new', mode });
      const first = await desk.fillProfile();
      expect(first).toMatchObject({ ok: false, error: { code: 'unreachable' } });
      expect((await desk.step()).step).toBe('enroll-profile');
      control.mode = 'fine';
      const second = await desk.fillProfile();
      expect(second).toMatchObject({ ok: true });
      expect((await desk.step()).step).toBe('select-authenticator-enroll');
      const posts = desk.sent.filter((request) => request === 'POST /idp/idx/enroll/new');
      expect(posts).toHaveLength(1);
    },
  );

  it('exchanges the interaction code again when the token endpoint was away', async () => {
    const { control, intercept } = unreliable();
    const desk = await openDesk({ intercept });
    await signUpToPhone(desk);
    Object.assign(control, { path: '/v1/token', mode: 'refused' });
    expect(await desk.submit({}, 'skip')).toMatchObject({ error: { code: 'unreachable' } });
    control.mode = 'fine';
    await desk.submit({}, 'skip');
    expect(await desk.ended()).toMatchObject({ outcome: { kind: 'success' } });
    expect(desk.sent.filter((request) => request === 'POST /idp/idx/skip')).toHaveLength(1);
  });

  it('exchanges it again by itself where the step polls', async () => {
    const { control, intercept } = unreliable();
    const desk = await openDesk({ policy: magicLinkLast, intercept });
    await desk.handlers.start({});
    await desk.fillProfile();
    Object.assign(control, { path: '/v1/token', mode: 'refused' });
    await fetch(desk.mail()[0]?.link ?? '');
    const tries = () => desk.sent.filter((request) => request.endsWith('/challenge/poll')).length;
    await expect.poll(tries, { timeout: 5000 }).toBeGreaterThan(0);
    expect((await desk.step()).authenticator?.key).toBe('okta_email');
    control.mode = 'fine';
    await expect
      .poll(() => desk.pushed.at(-1), { timeout: 8000 })
      .toMatchObject({ outcome: { kind: 'success' } });
    expect(desk.tokens).toHaveLength(1);
  });

  it('says that the account exists when the tokens are lost for good', async () => {
    const { control, intercept } = unreliable();
    const desk = await openDesk({ intercept });
    await signUpToPhone(desk);
    Object.assign(control, { path: '/v1/token', mode: 'lost' });
    await desk.submit({}, 'skip');
    control.mode = 'fine';
    await desk.submit({}, 'skip');
    expect(await desk.ended()).toMatchObject({
      outcome: { reason: 'tokens-rejected', isAccountCreated: true },
    });
  });
});

it('refuses an ID token whose nonce is not the one it asked for', async () => {
  const desk = await openDesk({
    intercept: (send) => (input, init) => {
      if (!String(input).endsWith('/v1/interact')) return send(input, init);
      const body = new URLSearchParams(String(init?.body));
      body.set('nonce', 'somebody-elses');
      return send(input, { ...init, body: body.toString() });
    },
  });
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  expect(await desk.ended()).toMatchObject({ outcome: { reason: 'tokens-rejected' } });
  expect(desk.tokens).toEqual([]);
});

it('posts nothing to another host, whatever an answer says', async () => {
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      const response = await send(input, init);
      if (!String(input).endsWith('/idp/idx/enroll')) return response;
      const text = (await response.text()).replaceAll(
        /http:\/\/localhost:\d+\/idp\/idx\/enroll\/new/g,
        'http://127.0.0.1:9/steal',
      );
      return new Response(text, response);
    },
  });
  await desk.handlers.start({});
  expect(await desk.fillProfile()).toMatchObject({ error: { code: 'other-host' } });
  expect(desk.sent.join()).not.toContain('steal');
});

it('refuses submits for an older view, unknown actions and fields, without a request', async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  const { serial } = await desk.step();
  const before = desk.sent.length;
  const { submit } = desk.handlers;
  expect(await submit({ view: serial - 1, action: 'submit', values: {} })).toMatchObject({
    error: { code: 'stale-view' },
  });
  expect(await submit({ view: serial, action: 'fly', values: {} })).toMatchObject({
    error: { code: 'invalid-values' },
  });
  expect(
    await submit({ view: serial, action: 'submit', values: { 'userProfile.role': 'admin' } }),
  ).toMatchObject({ error: { code: 'invalid-values' } });
  expect(desk.sent).toHaveLength(before);
});

it('sends a double click once', async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  const results = await Promise.all([desk.fillProfile(), desk.fillProfile()]);
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(desk.sent.filter((request) => request.endsWith('/enroll/new'))).toHaveLength(1);
});

it('forgets the person on cancel, tells the org and drops the network', async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  await desk.fillProfile();
  await desk.handlers.cancel({});
  expect(await desk.state()).toMatchObject({ phase: 'idle' });
  await expect.poll(() => desk.networks.at(-1)?.isClosed).toBe(true);
  expect(desk.sent).toContain('POST /idp/idx/cancel');
  await desk.handlers.start({});
  const { person: known } = await desk.step();
  expect(known).toEqual({ login: null, firstName: null, lastName: null });
});

it("makes room for the next person also when the org's own way out was taken", async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  await desk.submit({}, 'cancel');
  expect(await desk.state()).toMatchObject({ phase: 'idle' });
  await desk.handlers.start({});
  expect((await desk.step()).step).toBe('enroll-profile');
});

it('does not start a second sign-up beside an open one', async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  expect(await desk.handlers.start({})).toMatchObject({ error: { code: 'busy' } });
});

it('ends when the org has forgotten the sign-up', async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  await desk.steer('/expire-sessions');
  await desk.fillProfile();
  expect(await desk.ended()).toMatchObject({ outcome: { reason: 'session-expired' } });
});

it('ends when sign-up is not offered', async () => {
  const desk = await openDesk({ policy: { signUpAllowed: false } });
  await desk.handlers.start({});
  expect(await desk.ended()).toMatchObject({
    outcome: {
      reason: 'sign-up-not-offered',
      misconfigurations: ['sign-up-not-allowed', 'app-not-assigned', 'app-in-another-policy'],
    },
  });
});

it('names the remedy where the org refuses in OAuth’s form', async () => {
  const desk = await openDesk({});
  const text = 'Policy evaluation failed for this request, please check the policy configurations.';
  const body = { error: 'access_denied', error_description: text };
  await desk.steer('/next', { at: '/idp/idx/introspect', status: 401, body });
  await desk.handlers.start({});
  const { outcome } = await desk.ended();
  expect(outcome).toMatchObject({ reason: 'access-denied' });
  expect(outcome.kind === 'terminal' && outcome.misconfigurations).toContain(
    'access-policy-denies',
  );
});

it('ends when the new account is not assigned to the app', async () => {
  const desk = await openDesk({ policy: { appAssignment: 'none' } });
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  expect(await desk.ended()).toMatchObject({
    outcome: {
      reason: 'not-assigned',
      isAccountCreated: true,
      misconfigurations: ['app-assigned-to-others', 'app-not-assigned'],
    },
  });
});

it('keeps the step when asked to slow down', async () => {
  const desk = await openDesk({});
  await desk.handlers.start({});
  await desk.steer('/policy', { requestsPerMinute: 1 });
  const result = await desk.fillProfile();
  expect(result).toMatchObject({ ok: false, error: { code: 'too-many-requests' } });
  expect(result.ok ? null : result.error.retryAfter).toBeGreaterThan(0);
  expect((await desk.step()).step).toBe('enroll-profile');
});

it('says on which field two people clash, once the first is registered', async () => {
  const desk = await openDesk({});
  await signUpToPhone(desk);
  await desk.submit({}, 'skip');
  await desk.handlers.start({});
  await desk.fillProfile();
  const email = (await desk.step()).fields.find(({ name }) => name === 'userProfile.email');
  expect(email?.messages[0]?.key).toBe('registration.error.notUniqueWithinOrg');
});

it('ends when the org allows no more wrong codes', async () => {
  const desk = await openDesk({ policy: { attemptsBeforeLock: 2 } });
  await desk.handlers.start({});
  await desk.fillProfile();
  await desk.choose('okta_email');
  await desk.submit({ 'credentials.passcode': '000000' });
  await desk.submit({ 'credentials.passcode': '000000' });
  expect(await desk.ended()).toMatchObject({ outcome: { reason: 'too-many-requests' } });
});

it.each([
  ['{}', 'application/json', 'server-error'],
  ['<html>Please sign in to the Wi-Fi</html>', 'text/html', 'network-sign-in'],
])('takes somebody else answering %s for no account', async (body, type, code) => {
  let isHijacked = false;
  const desk = await openDesk({
    intercept: (send) => async (input, init) => {
      const response = await send(input, init);
      return isHijacked
        ? new Response(body, { status: 200, headers: { 'Content-Type': type } })
        : response;
    },
  });
  await desk.handlers.start({});
  isHijacked = true;
  expect(await desk.fillProfile()).toMatchObject({ error: { code } });
  expect((await desk.step()).step).toBe('enroll-profile');
});

it('says that a portal answers instead, once the org has shown itself', async () => {
  const desk = await openDesk({
    intercept: (send) => (input, init) =>
      String(input).endsWith('/v1/interact')
        ? Promise.resolve(
            new Response('<html></html>', { headers: { 'Content-Type': 'text/html' } }),
          )
        : send(input, init),
  });
  await desk.handlers.start({});
  expect(await desk.ended()).toMatchObject({ outcome: { reason: 'network-sign-in' } });
});
