import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { remediationsOf } from '../../../../main/registration/idx/remediation';
import { toRequestBody } from '../../../../main/registration/idx/request-body';
import { toStepView } from '../../../../main/registration/view/step-view';
import { StepView } from '../../../../preload/contract/registration/step';

const context = {
  serial: 1,
  focus: null,
  person: { login: null, firstName: null, lastName: null },
  resendAvailableAt: null,
  clockOffset: 0,
  now: 0,
  orgUrl: 'https://acme.okta.com',
  capabilities: { canShowCaptcha: true, passkeys: 'any' as const },
  openedAction: null,
};

function answerOf(attributes: object[], more: object = {}) {
  const userProfile = { name: 'userProfile', form: { value: attributes } };
  const form = { name: 'enroll-profile', href: 'https://acme.okta.com/x', method: 'POST' };
  const remediation = { value: [{ ...form, value: [userProfile] }] };
  return { status: 200, body: { stateHandle: 'h', remediation, ...more } };
}

function viewOf(attributes: object[], more: object = {}): StepView {
  const step = toStepView(answerOf(attributes, more), context);
  if (!step) throw new Error('no step');
  return v.parse(StepView, step.view);
}

function postOf(attribute: object, typed: string | boolean) {
  const [remediation] = remediationsOf(answerOf([attribute]));
  if (!remediation) throw new Error('no form');
  const built = toRequestBody(
    remediation,
    { 'userProfile.x': typed },
    { stateHandle: 'h', authenticatorKey: undefined, code: { state: undefined, orgUrl: '' } },
  );
  return built.kind === 'body' ? built.body['userProfile'] : built.kind;
}

const controlOf = (attribute: object) => viewOf([attribute]).fields[0]?.control;
const drawn = (display: object) => [
  { label: 'display', value: { type: 'object', value: display } },
];

describe('a phone number among the attributes', () => {
  it.each([
    'mobilePhone',
    'primaryPhone',
    'phone',
    'phoneNumber',
    'phone_number',
    'homephone',
    'workPhone2',
    'mobile',
    'cellNumber',
    'faxNumber',
    'emergencyContactPhone',
    'telefon',
    'Handynummer',
  ])('is known by its name: %s', (name) => {
    expect(controlOf({ name, type: 'string' })).toBe('tel');
  });

  it.each([
    'phoneType',
    'mobileOperator',
    'microphone',
    'cellar',
    'hasPhoneNumberVerified',
    'telemetry',
    'contact',
  ])('is not %s', (name) => {
    expect(controlOf({ name, type: 'string' })).toBe('text');
  });

  it.each([
    [{ message: 'Enter a valid phone number.', class: 'ERROR' }],
    [{ message: 'Ungültige Telefonnummer', class: 'ERROR' }],
    [{ message: 'x', i18n: { key: 'api.factors.error.sms.invalid_phone' }, class: 'ERROR' }],
  ])('is known by what the org says of it', (said) => {
    const messages = { type: 'array', value: [said] };
    expect(controlOf({ name: 'reach', type: 'string', messages })).toBe('tel');
  });

  it.each([
    ['a list', { options: drawn({ inputType: 'select', options: [{ label: 'A', value: 'a' }] }) }],
    ['a pattern', { pattern: '\\d{10}' }],
    ['room for no country’s code', { maxLength: 10 }],
    ['another type', { type: 'number' }],
  ])('is what the org says it is, where it gives %s', (_, given) => {
    expect(controlOf({ name: 'mobilePhone', type: 'string', ...given })).not.toBe('tel');
  });
});

describe('an attribute of a form that nobody types by heart', () => {
  it.each([
    ['preferredLanguage', 'language'],
    ['locale', 'locale'],
    ['countryCode', 'country'],
    ['timezone', 'timezone'],
  ])('%s is a list', (name, control) => {
    expect(controlOf({ name, type: 'string' })).toBe(control);
    expect(controlOf({ name, options: drawn({ inputType: 'text' }) })).toBe(control);
  });

  it('is the list of the org where it has one', () => {
    const options = [{ label: 'English', value: 'en' }];
    const [field] = viewOf([
      { name: 'preferredLanguage', options: drawn({ inputType: 'select', options }) },
    ]).fields;
    expect(field).toMatchObject({ control: 'select', options: [{ id: 'en' }] });
  });
});

describe('yes and no', () => {
  const radio = (yes: unknown, no: unknown) =>
    drawn({
      inputType: 'radio',
      options: [
        { label: 'Yes', value: yes },
        { label: 'No', value: no },
      ],
    });

  it.each([
    ['words', radio('true', 'false'), 'true', 'true'],
    ['words', radio('true', 'false'), true, 'true'],
    ['words', radio('true', 'false'), 'false', 'false'],
    ['booleans', radio(true, false), 'false', false],
    ['booleans', radio(true, false), true, true],
    ['nothing, of a boolean', drawn({ inputType: 'radio' }), 'true', true],
    ['a box', drawn({ inputType: 'checkbox' }), true, true],
  ])('are posted as the org describes them: %s', (_, options, typed, posted) => {
    expect(postOf({ name: 'x', type: 'boolean', options }, typed)).toEqual({ x: posted });
  });

  it('can be chosen of a boolean to which the org gives no answers', () => {
    const [field] = viewOf([
      { name: 'x', type: 'boolean', options: drawn({ inputType: 'radio' }) },
    ]).fields;
    expect(field).toMatchObject({ control: 'radio', options: [{ id: 'true' }, { id: 'false' }] });
  });
});

describe('a value that the org has set', () => {
  const email = { name: 'email', label: 'Email', value: 'ada@invited.example', mutable: false };

  it('is shown in its place', () => {
    const { fields } = viewOf([{ name: 'firstName' }, email, { name: 'lastName' }]);
    expect(fields.map(({ name, control }) => [name, control])).toEqual([
      ['userProfile.firstName', 'text'],
      ['userProfile.email', 'fixed'],
      ['userProfile.lastName', 'text'],
    ]);
    expect(fields[1]).toMatchObject({ label: 'Email', value: 'ada@invited.example' });
  });

  it.each([
    ['hidden', { visible: false }],
    ['secret', { secret: true }],
    ['without a label', { label: undefined }],
    ['empty', { value: '' }],
    ['no text', { value: { id: 1 } }],
  ])('is not shown where it is %s', (_, given) => {
    expect(viewOf([{ ...email, ...given }]).fields).toEqual([]);
  });

  it('goes back as it came', () => {
    expect(postOf({ ...email, name: 'email' }, 'x')).toBe('invalid');
    const [remediation] = remediationsOf(answerOf([email]));
    const built =
      remediation &&
      toRequestBody(
        remediation,
        {},
        { stateHandle: 'h', authenticatorKey: undefined, code: { state: undefined, orgUrl: '' } },
      );
    expect(built).toEqual({
      kind: 'body',
      body: { userProfile: { email: 'ada@invited.example' }, stateHandle: 'h' },
    });
  });
});

describe('two of a kind', () => {
  it('have what tells them apart', () => {
    const enrolled = ['+1 XXX-XXX-1111', '+1 XXX-XXX-2222'].map((phoneNumber) => ({
      type: 'phone',
      key: 'phone_number',
      displayName: 'Okta Phone',
      profile: { phoneNumber },
    }));
    const options = enrolled.map((_, index) => ({
      label: 'Okta Phone',
      value: { form: { value: [{ name: 'id', value: `id${index}`, mutable: false }] } },
      relatesTo: `$.authenticatorEnrollments.value[${index}]`,
    }));
    const list = {
      name: 'select-authenticator-authenticate',
      href: 'https://acme.okta.com/x',
      method: 'POST',
      value: [{ name: 'authenticator', type: 'object', options }],
    };
    const body = {
      remediation: { value: [list] },
      authenticatorEnrollments: { type: 'array', value: enrolled },
    };
    const [field] = toStepView({ status: 200, body }, context)?.view.fields ?? [];
    expect(field?.options.map(({ authenticator }) => authenticator?.profile)).toEqual([
      '+1 XXX-XXX-1111',
      '+1 XXX-XXX-2222',
    ]);
  });
});
