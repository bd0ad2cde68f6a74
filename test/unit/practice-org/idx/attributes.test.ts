import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import {
  ada,
  fieldMessages,
  type Json,
  list,
  openSignUp,
  startTestOrg,
  type TestOrg,
} from '../practice';

let org: TestOrg;
afterEach(() => org.close());

type Attributes = NonNullable<PolicyInput['profileAttributes']>;
const email = { name: 'email', label: 'Email' };

async function start(attributes: Attributes, policy: PolicyInput = {}) {
  org = await startTestOrg({ profileAttributes: [...attributes, email], ...policy });
  const signUp = await openSignUp(org);
  await signUp.post('select-enroll-profile');
  const send = (userProfile: object) =>
    signUp.post('enroll-profile', { userProfile: { email: ada.email, ...userProfile } });
  return { signUp, send };
}

function fieldsOf(form: Json | undefined): readonly Json[] {
  return list(list(form?.['value'])[0]?.['form']?.['value']);
}

const kept = async () => (await org.get('/practice/admin/users')).json['0']?.['profile'];

describe('a profile attribute', () => {
  it('may be a yes or no, as radios that send words or as a checkbox', async () => {
    const options = [
      { label: 'Yes', value: 'true' },
      { label: 'No', value: 'false' },
    ];
    const { signUp, send } = await start([
      { name: 'pet', label: 'A pet?', type: 'boolean', input: 'radio', options },
      { name: 'news', label: 'News', type: 'boolean', input: 'checkbox', required: false },
    ]);
    const [pet, news] = fieldsOf(signUp.form('enroll-profile'));
    const display = (value: object) => [{ label: 'display', value: { type: 'object', value } }];
    expect(pet).toMatchObject({
      type: 'boolean',
      options: display({ inputType: 'radio', options }),
    });
    expect(news).toMatchObject({ type: 'boolean', options: display({ inputType: 'checkbox' }) });
    await send({});
    expect(fieldMessages(signUp.form('enroll-profile'))).toEqual([
      'userProfile.pet: model.validation.field.blank',
    ]);
    expect((await send({ pet: 'false', news: true })).status).toBe(200);
    expect(await kept()).toMatchObject({ pet: false, news: true });
  });

  it('may be a country, drawn as a list or as plain text, and a time zone by its name', async () => {
    const { signUp, send } = await start([
      { name: 'country', label: 'Country', input: 'select', format: 'country-code' },
      { name: 'countryCode', label: 'Country code', input: 'text', format: 'country-code' },
      { name: 'timezone', label: 'Time zone' },
    ]);
    const [country, code, zone] = fieldsOf(signUp.form('enroll-profile'));
    const inner = (field: Json | undefined) => list(field?.['options'])[0]?.['value']?.['value'];
    expect(inner(country)).toEqual({ inputType: 'select', format: 'country-code' });
    expect(inner(code)).toEqual({ inputType: 'text', format: 'country-code' });
    expect(zone).toEqual({ name: 'timezone', type: 'string', label: 'Time zone', required: true });
    await send({ country: 'DE', countryCode: 'DE', timezone: 'Europe/Berlin' });
    expect(await kept()).toMatchObject({ country: 'DE', timezone: 'Europe/Berlin' });
  });

  it('may have a pattern for its whole value, of which clients are told only afterwards', async () => {
    const { signUp, send } = await start([
      { name: 'badge', label: 'Badge', pattern: '[A-Z]\\d{3}|guest', customLabel: true },
    ]);
    expect(signUp.last().text).not.toContain('guest');
    for (const badge of ['a123', 'A1234', 'xguest']) {
      await send({ badge });
      const [field] = fieldsOf(signUp.form('enroll-profile'));
      expect(field?.['messages']?.['value']).toEqual([
        {
          message: "Provided value for property 'Badge' does not match required pattern",
          i18n: { key: 'registration.error.doesNotMatchPattern', params: ['Badge'] },
          class: 'ERROR',
        },
      ]);
    }
    expect((await send({ badge: 'A123' })).status).toBe(200);
  });

  it('may say more below its label', async () => {
    const description = 'This email must be verified after set up.';
    const { signUp } = await start([{ name: 'secondEmail', label: 'Second email', description }]);
    expect(fieldsOf(signUp.form('enroll-profile'))[0]).toMatchObject({ desc: description });
  });

  it('may be every one that Okta knows from the start', async () => {
    const names =
      'firstName lastName secondEmail honorificPrefix honorificSuffix title displayName nickName profileUrl mobilePhone primaryPhone streetAddress city state zipCode postalCode countryCode postalAddress preferredLanguage locale timezone userType employeeNumber costCenter organization division department managerId manager login'.split(
        ' ',
      );
    const { signUp, send } = await start(
      names.map((name) => ({ name, label: `${name} of yours` })),
    );
    expect(fieldsOf(signUp.form('enroll-profile'))).toHaveLength(31);
    const values = Object.fromEntries(names.map((name) => [name, `${name}@example.com`]));
    expect((await send(values)).status).toBe(200);
    expect(await kept()).toEqual({ ...values, email: ada.email });
  });
});

describe('the registration inline hook', () => {
  const denied = (field?: string) => ({
    registrationHook: { deny: { message: 'We know you already.', ...(field && { field }) } },
  });
  const text = { message: 'We know you already.', class: 'ERROR' };

  it('turns a sign-up down in its own words, above the form', async () => {
    const { signUp, send } = await start([], denied());
    const refused = await send({});
    expect(refused.status).toBe(400);
    expect(refused.json['messages']?.['value']).toEqual([text]);
    expect(signUp.steps()).toContain('enroll-profile');
    expect((await org.get('/practice/admin/users')).text).toBe('[]');
  });

  it('or on a field, and is asked when the profile is in order', async () => {
    const { signUp, send } = await start([], denied('email'));
    await send({ email: 'x' });
    expect(signUp.last().text).not.toContain(text.message);
    await send({});
    expect(fieldsOf(signUp.form('enroll-profile'))[0]?.['messages']?.['value']).toEqual([text]);
    await org.postJson('/practice/admin/policy', { profileAttributes: [email] });
    expect((await send({})).status).toBe(200);
  });
});
