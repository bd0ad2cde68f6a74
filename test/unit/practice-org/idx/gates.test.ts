import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import {
  ada,
  fieldMessages,
  goodPassword,
  interactionCode,
  type Json,
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

const fieldNames = (form: Json | undefined) =>
  list(form?.['value']).map((field) => [
    String(field['name']),
    ...list(field['form']?.['value']).map(({ name }) => String(name)),
  ]);
const stateHandle = ['stateHandle'];

describe('progressive profiling', () => {
  const attributes = [
    { name: 'favoriteSport', label: 'Favorite sport', minLength: 2, maxLength: 50 },
    { name: 'code', label: 'Staff code', pattern: '[A-Z]{2}\\d+', required: false },
  ];

  it('asks at the end, under the org’s own title and button, and keeps what was said', async () => {
    const signUp = await arrive({
      progressiveProfile: { attributes, title: 'One more thing', buttonLabel: 'Done' },
    });
    expect(signUp.steps()).toEqual(['enroll-profile']);
    const form = signUp.form('enroll-profile');
    expect(String(form?.['href'])).toBe(`${org.origin}/idp/idx/enroll/update`);
    expect(fieldNames(form)).toEqual([['userProfile', 'favoriteSport', 'code'], stateHandle]);
    expect(signUp.last().json['uiDisplay']).toEqual({
      type: 'object',
      value: { label: 'One more thing', buttonLabel: 'Done' },
    });
    const refused = await signUp.post('enroll-profile', {
      userProfile: { favoriteSport: 'x', code: 'ab1' },
    });
    expect(refused.status).toBe(400);
    expect(fieldMessages(signUp.form('enroll-profile'))).toEqual([
      'userProfile.favoriteSport: registration.model.validation.field.string.too.short',
      'userProfile.code: registration.error.doesNotMatchPattern',
    ]);
    const done = await signUp.post('enroll-profile', {
      userProfile: { favoriteSport: 'chess', code: 'AB1' },
    });
    expect(interactionCode(done)).toMatch(/^[\w-]{43}$/);
    const users = await org.get('/practice/admin/users');
    expect(users.json['0']).toMatchObject({
      status: 'ACTIVE',
      profile: { ...ada, favoriteSport: 'chess', code: 'AB1' },
    });
  });

  it('comes after the methods, and only once', async () => {
    org = await startTestOrg({ progressiveProfile: { attributes } });
    const signUp = await openSignUp(org);
    await signUp.untilOptional();
    await signUp.post('skip');
    expect(signUp.steps()).toEqual(['enroll-profile']);
    expect(signUp.last().json['uiDisplay']).toBeUndefined();
    const done = await signUp.post('enroll-profile', { userProfile: { favoriteSport: 'go' } });
    expect(done.json['successWithInteractionCode']).toBeDefined();
  });
});

describe('profile-update', () => {
  const optional = [
    { name: 'nickName', label: 'Nickname', required: false },
    {
      name: 'secondEmail',
      label: 'Secondary email',
      required: false,
      description: 'Use a second email to recover your account.',
    },
  ];

  it('has a group for each field, and can be skipped where all are optional', async () => {
    const signUp = await arrive({ profileUpdate: { attributes: optional } });
    expect(signUp.steps()).toEqual(['profile-update', 'skip']);
    const form = signUp.form('profile-update');
    expect(String(form?.['href'])).toBe(`${org.origin}/idp/idx/enroll/new`);
    expect(fieldNames(form)).toEqual([
      ['userProfile', 'nickName'],
      ['userProfile', 'secondEmail'],
      stateHandle,
    ]);
    expect(signUp.last().text).toContain('"desc":"Use a second email to recover your account."');
    expect((await signUp.post('skip')).json['successWithInteractionCode']).toBeDefined();
  });

  it('takes an empty second address, and tells each field its problem', async () => {
    const signUp = await arrive({
      profileUpdate: { attributes: [...optional, { name: 'team', label: 'Team' }] },
    });
    expect(signUp.steps()).toEqual(['profile-update']);
    expect((await signUp.act('/idp/idx/skip')).status).toBe(400);
    await signUp.post('profile-update', { userProfile: { secondEmail: 'x' } });
    expect(fieldMessages(signUp.form('profile-update'))).toEqual([
      'userProfile.secondEmail: registration.error.invalidLoginEmail',
      'userProfile.secondEmail: registration.error.doesNotMatchPattern',
      'userProfile.team: model.validation.field.blank',
    ]);
    const userProfile = { secondEmail: '', team: 'Blue' };
    const done = await signUp.post('profile-update', { userProfile });
    expect(done.json['successWithInteractionCode']).toBeDefined();
  });
});

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

describe('consent', () => {
  it('lists what the app asks for on the remediation, and ends when the person says no', async () => {
    const signUp = await arrive({ consent: 'all' });
    const form = signUp.form('consent');
    expect(list(form?.['scopes']).map(({ value }) => String(value))).toEqual([
      'profile',
      'email',
      'calendar',
      'calendar.events',
    ]);
    expect(list(form?.['scopes'])[1]).toEqual({
      name: 'email',
      label: 'View your email address.',
      value: 'email',
      desc: 'This allows the app to view your email address.',
    });
    expect((await signUp.post('consent', { consent: 'yes' })).status).toBe(400);
    expect(signUp.steps()).toEqual(['consent']);
    const denied = await signUp.post('consent', { consent: false });
    expect(denied.status).toBe(403);
    expect(messageKeys(denied.json)).toEqual(['security.access_denied']);
    expect(signUp.steps()).toEqual([]);
  });

  it('goes on when the person says yes', async () => {
    const signUp = await arrive({ consent: 'all' });
    const done = await signUp.post('consent', { consent: true });
    expect(done.json['successWithInteractionCode']).toBeDefined();
  });

  it('of single scopes takes their names as they are, dots and all', async () => {
    const signUp = await arrive({ consent: 'granular' });
    const [consent, opted] = list(signUp.form('granular-consent')?.['value']);
    expect(consent).toEqual({ name: 'consent', type: 'boolean', visible: false, required: true });
    expect(list(opted?.['form']?.['value'])).toEqual([
      {
        name: 'openid',
        type: 'boolean',
        required: true,
        value: true,
        visible: true,
        mutable: false,
      },
      expect.objectContaining({ name: 'profile', mutable: false }),
      expect.objectContaining({ name: 'email', mutable: true, value: true }),
      expect.objectContaining({ name: 'calendar', label: 'View your calendar.' }),
      expect.objectContaining({ name: 'calendar.events', desc: expect.any(String) as string }),
    ]);
    const fixed = { openid: true, profile: true };
    for (const optedScopes of [
      { ...fixed, email: false, calendar: { events: true } },
      { ...fixed, email: false, calendar: true },
      { ...fixed, email: false, calendar: true, 'calendar.events': true, phones: true },
    ]) {
      const refused = await signUp.post('granular-consent', { consent: true, optedScopes });
      expect(refused.status).toBe(400);
    }
    const done = await signUp.post('granular-consent', {
      consent: true,
      optedScopes: { ...fixed, email: false, calendar: true, 'calendar.events': false },
    });
    const tokens = await signUp.redeem(interactionCode(done));
    expect(String(tokens.json['scope'])).toBe('openid profile');
  });
});

describe('keep-me-signed-in', () => {
  it.each([true, false])('is asked last, and takes %s', async (answer) => {
    const signUp = await arrive({ consent: 'all', keepMeSignedIn: true });
    await signUp.post('consent', { consent: true });
    const [field] = list(signUp.form('keep-me-signed-in')?.['value']);
    expect(field).toMatchObject({ name: 'keepMeSignedIn', type: 'boolean', value: false });
    expect((await signUp.post('keep-me-signed-in')).status).toBe(400);
    const done = await signUp.post('keep-me-signed-in', { keepMeSignedIn: answer });
    expect(done.json['successWithInteractionCode']).toBeDefined();
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
