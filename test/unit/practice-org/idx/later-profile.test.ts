import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import {
  ada,
  fieldMessages,
  interactionCode,
  type Json,
  list,
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
