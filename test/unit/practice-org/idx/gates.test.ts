import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import {
  goodPassword,
  list,
  messageKeys,
  openSignUp,
  startTestOrg,
  type TestOrg,
} from '../practice';

let org: TestOrg;
afterEach(() => org.close());

const noMethods = {
  authenticators: { okta_password: 'off', okta_email: 'off', phone_number: 'off' },
} as const;

/** A sign-up that is through with the profile, in an org that asks for no method. */
async function arrive(policy: PolicyInput) {
  org = await startTestOrg({ ...noMethods, ...policy });
  const signUp = await openSignUp(org);
  await signUp.profile();
  return signUp;
}

describe('safe mode', () => {
  it('has clients ask again, at a longer interval, until the org is itself again', async () => {
    const signUp = await arrive({ safeMode: 'poll', safeModePolls: 2 });
    const refresh = () => Number(signUp.form('poll')?.['refresh']);
    expect(signUp.steps()).toEqual(['poll']);
    expect(refresh()).toBe(2000);
    await signUp.post('poll');
    expect(refresh()).toBe(3000);
    expect((await signUp.post('poll')).json['successWithInteractionCode']).toBeDefined();
  });

  it('passes over optional methods with a word, and nothing but skip', async () => {
    org = await startTestOrg({ safeMode: 'optional' });
    const signUp = await openSignUp(org);
    const told = await signUp.untilOptional();
    expect(signUp.steps()).toEqual(['skip']);
    expect(messageKeys(told.json)).toEqual(['idx.error.server.safe.mode.enrollment.unavailable']);
    expect((await signUp.post('skip')).json['successWithInteractionCode']).toBeDefined();
  });

  it('ends where a method is required', async () => {
    org = await startTestOrg({ safeMode: 'required' });
    const signUp = await openSignUp(org);
    const ended = await signUp.profile();
    expect(signUp.steps()).toEqual([]);
    expect(messageKeys(ended.json)).toEqual(['idx.error.server.safe.mode.enrollment.unavailable']);
  });
});

describe('device assurance', () => {
  const prefix = 'idx.error.code.access_denied.device_assurance.remediation.';

  it('warns of a date, with links to what can be done, and lets the person go on', async () => {
    const signUp = await arrive({ deviceAssurance: 'grace-period' });
    const { status, json } = signUp.last();
    expect(status).toBe(200);
    expect(String(signUp.form('device-assurance-grace-period')?.['href'])).toBe(
      `${org.origin}/idp/idx/skip`,
    );
    const [first, ...others] = list(json['messages']?.['value']);
    expect(first).toMatchObject({
      class: 'WARNING',
      message: expect.stringMatching(/Fix the issue by \d\d\/\d\d\/\d{4}, \d\d:\d\d [AP]M UTC/),
      i18n: { params: [expect.stringMatching(/^\d{4}-.*Z$/)] },
    });
    expect(others[0]).toMatchObject({ i18n: { key: `${prefix}option_index`, params: ['1'] } });
    expect(others[1]).toMatchObject({ links: [{ url: expect.stringMatching(/^https:/) }] });
    const done = await signUp.post('device-assurance-grace-period');
    expect(done.json['successWithInteractionCode']).toBeDefined();
  });

  it('turns the person away with the same list', async () => {
    const signUp = await arrive({ deviceAssurance: 'deny' });
    expect(signUp.last().status).toBe(403);
    expect(signUp.steps()).toEqual([]);
    expect(messageKeys(signUp.last().json)).toContain(`${prefix}explanation_multiple_rules`);
  });
});

describe('pages that come one after another', () => {
  it('stand in the order people meet them, and are shown again by introspect', async () => {
    const signUp = await arrive({
      safeMode: 'poll',
      safeModePolls: 1,
      deviceAssurance: 'grace-period',
      keepMeSignedIn: true,
      authenticators: { ...noMethods.authenticators, okta_password: 'required' },
    });
    expect(signUp.steps()).toEqual(['poll']);
    await signUp.post('poll');
    await signUp.choose('Password');
    await signUp.code(goodPassword);
    expect(signUp.steps()).toEqual(['device-assurance-grace-period']);
    const { interactionHandle } = signUp;
    const again = await org.postJson('/idp/idx/introspect', { interactionHandle });
    expect(again.json['remediation']).toEqual(signUp.last().json['remediation']);
    await signUp.post('device-assurance-grace-period');
    expect(signUp.steps()).toEqual(['keep-me-signed-in']);
  });

  it('start over after a cancel', async () => {
    const signUp = await arrive({ safeMode: 'poll', safeModePolls: 2 });
    await signUp.post('poll');
    await signUp.act('/idp/idx/cancel');
    await signUp.profile();
    expect(Number(signUp.form('poll')?.['refresh'])).toBe(2000);
  });
});

describe('a request for another activation mail', () => {
  it('is answered alike for everybody, and ends there', async () => {
    org = await startTestOrg();
    const signUp = await openSignUp(org);
    const ended = await signUp.act('/idp/idx/request-activation');
    expect(ended.status).toBe(200);
    expect(messageKeys(ended.json)).toEqual(['idx.request.activation.email']);
    expect(signUp.steps()).toEqual([]);
  });
});
