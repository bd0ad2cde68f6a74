import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSignUp, startTestOrg, type TestOrg } from '../practice';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg();
});
afterEach(() => org.close());

const read = async (path: string) => JSON.parse((await org.get(path)).text) as unknown;

describe('the outbox', () => {
  it('lists what was sent, newest first, and can be emptied', async () => {
    const signUp = await openSignUp(org);
    await signUp.untilOptional();
    await signUp.choose('Phone', { methodType: 'sms', phoneNumber: '+12025550123' });
    const [text, mail] = (await read(org.outbox)) as Record<string, unknown>[];
    expect(text).toEqual({
      id: expect.any(String) as string,
      to: '+12025550123',
      channel: 'sms',
      text: expect.stringContaining('Your verification code is') as string,
      code: expect.stringMatching(/^\d{6}$/) as string,
      sentAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    });
    expect(mail).toMatchObject({ channel: 'email', subject: 'Confirm your email address' });
    await org.send('DELETE', org.outbox);
    expect(await read(org.outbox)).toEqual([]);
  });
});

describe('admin', () => {
  it('lists its own endpoints', async () => {
    const { endpoints } = (await read(org.admin)) as { endpoints: string[] };
    expect(endpoints).toContain(`POST ${org.admin}/expire-sessions`);
  });

  it('records the requests to the org, without their queries, and not its own', async () => {
    await org.get('/.well-known/okta-organization?secret=1');
    await org.get('/practice/admin/users');
    expect(await read(`${org.admin}/requests`)).toMatchObject([
      { method: 'GET', path: '/.well-known/okta-organization' },
    ]);
    await org.send('DELETE', `${org.admin}/requests`);
    expect(await read(`${org.admin}/requests`)).toEqual([]);
  });

  it('changes the policy from the next request on', async () => {
    const signUp = await openSignUp(org);
    const set = await org.postJson(`${org.admin}/policy`, { preset: 'email-only' });
    expect(set.status).toBe(200);
    await signUp.profile();
    expect(signUp.last().text).not.toContain('okta_password');
    const bad = await org.postJson(`${org.admin}/policy`, { codeLength: 99 });
    expect(bad.status).toBe(400);
    expect(bad.text).toContain('codeLength');
    expect(await read(`${org.admin}/policy`)).toMatchObject({ codeLength: 6 });
  });

  it('ends all sessions', async () => {
    const signUp = await openSignUp(org);
    await org.send('POST', `${org.admin}/expire-sessions`);
    expect((await signUp.post('select-enroll-profile')).status).toBe(401);
  });

  it('plays dead and comes back with everything it knew', async () => {
    const signUp = await openSignUp(org);
    await org.send('POST', `${org.admin}/down`);
    await expect(signUp.post('select-enroll-profile')).rejects.toThrow();
    await org.send('POST', `${org.admin}/up`);
    expect((await signUp.post('select-enroll-profile')).status).toBe(200);
  });

  it('waits before each answer, as long as it is told and no longer than a minute', async () => {
    const signUp = await openSignUp(org);
    const slow = `${org.admin}/slow`;
    expect((await org.postJson(slow, { milliseconds: 61_000 })).status).toBe(400);
    await org.postJson(slow, { milliseconds: 300 });
    const before = performance.now();
    await signUp.post('select-enroll-profile');
    expect(performance.now() - before).toBeGreaterThanOrEqual(290);
  });

  it('never shows a password, and forgets people when asked', async () => {
    const signUp = await openSignUp(org);
    await signUp.finish();
    const users = await org.get(`${org.admin}/users`);
    expect(users.json['0']).toMatchObject({ status: 'ACTIVE', profile: { firstName: 'Ada' } });
    expect(users.text).not.toContain('Correct-Horse');
    await org.send('DELETE', `${org.admin}/users`);
    expect(await read(`${org.admin}/users`)).toEqual([]);
  });
});
