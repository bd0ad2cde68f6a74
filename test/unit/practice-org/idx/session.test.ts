import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ada,
  messageKeys,
  openSignUp,
  remediations,
  startTestOrg,
  type TestOrg,
} from '../practice';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg({ sessionLifetimeSeconds: 600 });
});
afterEach(() => org.close());

const names = (answer: { json: Parameters<typeof remediations>[0] }) =>
  remediations(answer.json).map(({ name }) => String(name));

describe('introspect', () => {
  it('shows the current step again for an interaction handle and for a state handle', async () => {
    const signUp = await openSignUp(org);
    await signUp.profile();
    const stateHandle = signUp.last().json['stateHandle'];
    for (const body of [
      { interactionHandle: signUp.interactionHandle },
      { stateToken: stateHandle },
      { stateHandle },
    ]) {
      const again = await org.postJson('/idp/idx/introspect', body);
      expect(again.status).toBe(200);
      expect(names(again)).toEqual(['select-authenticator-enroll']);
      expect(again.json['stateHandle']).toBe(stateHandle);
    }
  });

  it('answers as recorded: content type, request id, rate limit, nothing to cache', async () => {
    const { headers, json } = (await openSignUp(org)).last();
    expect(headers.get('content-type')).toBe('application/ion+json; okta-version=1.0.0');
    expect(headers.get('x-okta-request-id')).toMatch(/^req/);
    expect(headers.get('x-rate-limit-limit')).toBe('1200');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(Date.parse(headers.get('date') ?? '')).not.toBeNaN();
    expect(json).toMatchObject({
      version: '1.0.0',
      intent: 'LOGIN',
      cancel: { href: `${org.origin}/idp/idx/cancel` },
      app: { value: { name: 'oidc_client' } },
    });
  });

  it('builds addresses on the host the client used', async () => {
    const port = new URL(org.origin).port;
    const { interactionHandle } = await openSignUp(org);
    const answer = await org.postJson(`http://127.0.0.1:${port}/idp/idx/introspect`, {
      interactionHandle,
    });
    expect(String(remediations(answer.json)[0]?.['href'])).toBe(
      `http://127.0.0.1:${port}/idp/idx/identify`,
    );
  });
});

describe('a session', () => {
  it('ends after its lifetime without a request from the person, polls not counted', async () => {
    const signUp = await openSignUp(org);
    await signUp.profile();
    const expiresAt = Date.parse(String(signUp.last().json['expiresAt']));
    expect(expiresAt - Date.now()).toBeGreaterThan(590_000);
    org.wait(400);
    await signUp.act('/idp/idx/challenge/poll');
    org.wait(199);
    expect((await signUp.choose('Email')).status).toBe(200);
    org.wait(599);
    expect((await signUp.act('/idp/idx/challenge/poll')).status).toBe(200);
    org.wait(2);
    const expired = await signUp.act('/idp/idx/challenge/poll');
    expect(expired.status).toBe(401);
    expect(messageKeys(expired.json)).toEqual(['idx.session.expired']);
    expect(remediations(expired.json)).toEqual([]);
    const introspected = await org.postJson('/idp/idx/introspect', {
      interactionHandle: signUp.interactionHandle,
    });
    expect(introspected.status).toBe(401);
  });

  it('is unknown under a made-up handle', async () => {
    for (const body of [{ stateHandle: 'x' }, { stateHandle: 7 }, {}]) {
      const refused = await org.postJson('/idp/idx/enroll', body);
      expect(refused.status).toBe(401);
      expect(messageKeys(refused.json)).toEqual(['idx.session.expired']);
    }
  });

  it('refuses a form of another step and shows its own again', async () => {
    const signUp = await openSignUp(org);
    const early = await signUp.act('/idp/idx/challenge/answer', {
      credentials: { passcode: '1' },
    });
    expect(early.status).toBe(400);
    expect(messageKeys(early.json)).toEqual(['E0000020']);
    expect(signUp.steps()).toContain('select-enroll-profile');
  });

  it('starts afresh when cancelled: first page, new state handle, no account', async () => {
    const signUp = await openSignUp(org);
    await signUp.profile();
    const before = String(signUp.last().json['stateHandle']);
    const fresh = await signUp.act('/idp/idx/cancel');
    expect(fresh.status).toBe(200);
    expect(names(fresh)).toEqual(['identify', 'select-enroll-profile']);
    expect(String(fresh.json['stateHandle'])).not.toBe(before);
    expect((await org.postJson('/idp/idx/enroll', { stateHandle: before })).status).toBe(401);
    expect((await org.get('/practice/admin/users')).text).toBe('[]');
  });

  it('stays what it is after the sign-up was done', async () => {
    const signUp = await openSignUp(org);
    const code = await signUp.finish(ada);
    const again = await org.postJson('/idp/idx/introspect', {
      interactionHandle: signUp.interactionHandle,
    });
    expect(again.text).toContain(code);
  });
});
