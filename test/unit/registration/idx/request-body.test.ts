import { describe, expect, it } from 'vitest';
import { remediationsOf } from '../../../../main/registration/idx/remediation';
import { type FormValues, toRequestBody } from '../../../../main/registration/idx/request-body';

function bodyOf(
  value: object[],
  values: FormValues,
  name = 'enroll-authenticator',
  authenticatorKey = 'rsa_token',
) {
  const [remediation] = remediationsOf({
    status: 200,
    body: { remediation: { value: [{ name, href: 'http://localhost/x', method: 'POST', value }] } },
  });
  if (!remediation) throw new Error('no remediation');
  return toRequestBody(remediation, values, {
    stateHandle: 'handle',
    authenticatorKey,
    code: { state: undefined, orgUrl: 'http://localhost' },
  });
}

const stateHandle = { name: 'stateHandle', value: 'handle', mutable: false };

describe('toRequestBody', () => {
  it('puts values at their paths and adds the state handle', () => {
    const form = [
      { name: 'userProfile', form: { value: [{ name: 'firstName' }, { name: 'email' }] } },
      stateHandle,
    ];
    expect(bodyOf(form, { 'userProfile.firstName': ' Ada ' }, 'enroll-profile')).toEqual({
      kind: 'body',
      body: { userProfile: { firstName: 'Ada' }, stateHandle: 'handle' },
    });
  });

  it("goes with the form's own handle, or with the answer's where it has none", () => {
    const own = { name: 'stateHandle', value: 'own', visible: false };
    expect(bodyOf([own], {})).toEqual({ kind: 'body', body: { stateHandle: 'own' } });
    expect(bodyOf([], {})).toEqual({ kind: 'body', body: { stateHandle: 'handle' } });
  });

  it('takes a choice that nobody has made yet, whatever the form calls it', () => {
    const channel = { name: 'channel', mutable: false, options: [{ label: 'SMS', value: 'sms' }] };
    expect(bodyOf([channel], { channel: 'sms' })).toEqual({
      kind: 'body',
      body: { channel: 'sms', stateHandle: 'handle' },
    });
    expect(bodyOf([{ ...channel, value: 'email' }], { channel: 'sms' })).toEqual({
      kind: 'invalid',
    });
  });

  it.each(['ab-1234', 'p@ss12', 'ab-12 34'])('sends %j of a token as it was typed', (typed) => {
    const form = [{ name: 'credentials', form: { value: [{ name: 'passcode' }] } }];
    expect(bodyOf(form, { 'credentials.passcode': ` ${typed}\n` })).toEqual({
      kind: 'body',
      body: { credentials: { passcode: typed }, stateHandle: 'handle' },
    });
  });

  it.each(['okta_email', 'phone_number', 'google_otp', 'symantec_vip', 'okta_verify'])(
    'sends six digits of %s, and nothing else',
    (key) => {
      const form = [{ name: 'credentials', form: { value: [{ name: 'passcode' }] } }];
      const send = (typed: string) =>
        bodyOf(form, { 'credentials.passcode': typed }, 'enroll-authenticator', key);
      expect(send('認証コードは１２３４５６です。')).toMatchObject({
        body: { credentials: { passcode: '123456' } },
      });
      for (const typed of ['12345', '1234567', 'hello there', '12a456']) {
        expect(send(typed)).toEqual({ kind: 'no-code' });
      }
    },
  );

  it.each(['', ' ', '\u200b\ufeff'])('never sends an empty code that is required: %j', (typed) => {
    const passcode = { name: 'passcode' };
    const required = [{ name: 'credentials', required: true, form: { value: [passcode] } }];
    expect(bodyOf(required, { 'credentials.passcode': typed })).toEqual({ kind: 'no-code' });
    const optional = [{ name: 'credentials', form: { value: [passcode] } }];
    expect(bodyOf(optional, { 'credentials.passcode': typed })).toMatchObject({ kind: 'body' });
  });

  it('takes a code in the format that the org names', () => {
    const passcode = { name: 'passcode', format: 'alphanumeric', minLength: 8, maxLength: 8 };
    const form = [{ name: 'credentials', form: { value: [passcode] } }];
    const send = (typed: string) =>
      bodyOf(form, { 'credentials.passcode': typed }, 'enroll-authenticator', 'okta_email');
    expect(send('ABCD-EFGH')).toMatchObject({ body: { credentials: { passcode: 'ABCDEFGH' } } });
    expect(send('ABCD-EFG')).toEqual({ kind: 'no-code' });
  });

  it('posts a phone number without what nobody sees', () => {
    const values = { phoneNumber: '\u202a+16505550100\u202c' };
    expect(bodyOf([{ name: 'phoneNumber' }], values)).toMatchObject({
      body: { phoneNumber: '+16505550100' },
    });
  });

  it('echoes what nobody sees and no box could hold', () => {
    const form = [
      { name: 'device', visible: false, value: { id: 7 } },
      { name: 'tags', visible: false, value: ['a', 'b'] },
      { name: 'nothing', visible: false, value: null },
    ];
    expect(bodyOf(form, {})).toEqual({
      kind: 'body',
      body: { device: { id: 7 }, tags: ['a', 'b'], stateHandle: 'handle' },
    });
  });

  it('echoes immutable values in nested groups', () => {
    const form = [
      {
        name: 'credentials',
        form: {
          value: [
            { name: 'id', mutable: false, value: 'aut1' },
            { name: 'methodType', mutable: false, visible: false, value: 'otp' },
            { name: 'passcode' },
          ],
        },
      },
    ];
    expect(bodyOf(form, { 'credentials.passcode': '12' })).toMatchObject({
      body: { credentials: { id: 'aut1', methodType: 'otp', passcode: '12' } },
    });
  });

  it('posts only the chosen option, with its own fields', () => {
    const option = (fields: object[]) => ({ label: 'x', value: { form: { value: fields } } });
    const form = [
      {
        name: 'credentials',
        options: [
          option([{ name: 'questionKey' }, { name: 'answer' }]),
          option([
            { name: 'questionKey', mutable: false, value: 'custom' },
            { name: 'question' },
            { name: 'answer' },
          ]),
        ],
      },
    ];
    const values = { credentials: '1', 'credentials.question': 'Why?', 'credentials.answer': 'so' };
    expect(bodyOf(form, values)).toMatchObject({
      body: { credentials: { questionKey: 'custom', question: 'Why?', answer: 'so' } },
    });
    expect(bodyOf(form, { credentials: '2' })).toEqual({ kind: 'invalid' });
  });

  it('keeps scope names with dots as flat keys', () => {
    const form = [
      {
        name: 'optedScopes',
        form: { value: [{ name: 'custom1.custom2', type: 'boolean' }, { name: 'custom1' }] },
      },
    ];
    expect(
      bodyOf(form, { 'optedScopes.custom1.custom2': true, 'optedScopes.custom1': 'x' }),
    ).toEqual({
      kind: 'body',
      body: {
        optedScopes: { 'custom1.custom2': true, custom1: 'x' },
        stateHandle: 'handle',
      },
    });
  });

  it("gives an option's own value back, whatever its type", () => {
    const form = [{ name: 'consent', options: [{ label: 'Yes', value: true }, { value: false }] }];
    expect(bodyOf(form, { consent: 'false' })).toMatchObject({ body: { consent: false } });
    expect(bodyOf(form, { consent: 'maybe' })).toEqual({ kind: 'invalid' });
  });

  it('leaves empty optional fields out, but tells the org of a cleared second e-mail', () => {
    const form = [
      { name: 'userProfile', form: { value: [{ name: 'nickName' }, { name: 'secondEmail' }] } },
    ];
    const values = { 'userProfile.nickName': '', 'userProfile.secondEmail': '' };
    expect(bodyOf(form, values, 'profile-update')).toEqual({
      kind: 'body',
      body: { userProfile: { secondEmail: '' }, stateHandle: 'handle' },
    });
  });

  it.each([
    'userProfile.login',
    'userProfile.email',
    'userProfile.secondEmail',
    'userProfile.workEmail',
    'identifier',
  ])('takes what nobody sees out of %s', (name) => {
    const leaf = { name: name.split('.').at(-1) };
    const form =
      name === 'identifier' ? [leaf] : [{ name: 'userProfile', form: { value: [leaf] } }];
    const dirty = [
      '\u200bada@example.com',
      'ada\u200d@exam\u00adple.com\u200f',
      '\ufeff\u00a0ada@example.com\u00a0\u2060',
      '\u202aada@example.com\u202c',
      'ada@\u0000example.com\u009f',
      'ada@\u034f\ufe0fexample.com\u3164',
      '\u200e \u200e ada@example.com',
    ];
    for (const typed of dirty) {
      const outcome = bodyOf(form, { [name]: typed }, 'enroll-profile');
      expect(JSON.stringify(outcome)).toContain('"ada@example.com"');
    }
  });

  it('makes no identifier of two, nor of nothing', () => {
    const form = [{ name: 'identifier' }];
    const body = (typed: string) => bodyOf(form, { identifier: typed }, 'identify');
    expect(body('ada\tb@example.com')).toMatchObject({
      body: { identifier: 'ada\tb@example.com' },
    });
    expect(body('\u200b')).toEqual({ kind: 'body', body: { stateHandle: 'handle' } });
  });

  it('leaves what joins letters in a name as it is, and the value of an option', () => {
    const name = '\u0645\u06cc\u200c\u0646\u0627';
    const form = [{ name: 'userProfile', form: { value: [{ name: 'firstName' }] } }];
    expect(bodyOf(form, { 'userProfile.firstName': name }, 'enroll-profile')).toMatchObject({
      body: { userProfile: { firstName: name } },
    });
    const value = 'a\u200b@example.com';
    const listed = [{ name: 'identifier', options: [{ label: 'a', value }] }];
    expect(bodyOf(listed, { identifier: value }, 'identify')).toMatchObject({
      body: { identifier: value },
    });
  });

  it('does not trim a password', () => {
    const form = [{ name: 'credentials', form: { value: [{ name: 'passcode', secret: true }] } }];
    expect(bodyOf(form, { 'credentials.passcode': ' a b ' }, 'enroll-profile')).toMatchObject({
      body: { credentials: { passcode: ' a b ' } },
    });
  });

  it('is safe from keys that name the prototype', () => {
    const form = [{ name: '__proto__', form: { value: [{ name: 'polluted' }] } }];
    bodyOf(form, { '__proto__.polluted': 'yes' });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
