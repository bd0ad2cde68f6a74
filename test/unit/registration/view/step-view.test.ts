import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { IdxResponse } from '../../../../main/registration/idx/remediation';
import { soleRequiredChoice } from '../../../../main/registration/view/auto-choice';
import { pollOf, toStepView } from '../../../../main/registration/view/step-view';
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
const answer = (body: object): IdxResponse => ({ status: 200, body: { ...body } });
const form = (name: string, value: object[] = [], more: object = {}) => ({
  name,
  href: `http://localhost/${name}`,
  method: 'POST',
  value,
  ...more,
});
const answering = (...value: object[]) => answer({ remediation: { value } });
const viewOf = (response: IdxResponse, more: object = {}) =>
  toStepView(response, { ...context, ...more })?.view;

describe('which form is the step', () => {
  it('puts sign-in, skip and the method list after the form of the moment', () => {
    const response = answering(
      form('select-identify'),
      form('skip'),
      form('select-authenticator-enroll', [{ name: 'authenticator', options: [{ label: 'x' }] }]),
      form('enroll-authenticator'),
    );
    expect(viewOf(response)?.step).toBe('enroll-authenticator');
  });

  it('is the check of a method, wherever the list of methods stands', () => {
    const response = answering(
      form('select-authenticator-authenticate'),
      form('challenge-authenticator'),
    );
    expect(viewOf(response)?.step).toBe('challenge-authenticator');
  });

  it('is the page of a provider that is set up as a method, not of one to sign in with', () => {
    const forms = [
      form('redirect-idp', [], { method: 'GET' }),
      form('select-authenticator-enroll', [{ name: 'authenticator', options: [{ label: 'x' }] }]),
    ];
    const current = (key: string) => ({ currentAuthenticator: { value: { key } } });
    const viewWith = (key: string) =>
      viewOf(answer({ remediation: { value: forms }, ...current(key) }));
    expect(viewWith('external_idp')).toMatchObject({
      step: 'redirect-idp',
      authenticator: { key: 'external_idp' },
    });
    expect(viewWith('okta_email')?.step).toBe('select-authenticator-enroll');
  });

  it('says what the answer says beside it as an answer of the API', () => {
    const body = { remediation: { value: [form('skip')] }, errorCode: 'E1', errorSummary: 'Odd.' };
    expect(viewOf(answer(body))?.messages).toMatchObject([{ key: 'E1', text: 'Odd.' }]);
  });

  it('is a remediation that nobody foresaw, rather than skip', () => {
    const response = answering(form('skip'), form('sing-a-song', [{ name: 'song' }]));
    expect(viewOf(response)).toMatchObject({
      step: 'sing-a-song',
      fields: [{ name: 'song', control: 'text' }],
      actions: [{ id: 'submit' }, { id: 'skip', kind: 'skip' }],
    });
  });

  it('is null where the answer offers no form', () => {
    expect(viewOf(answer({ messages: { value: [] } }))).toBeUndefined();
    expect(viewOf(answer({ remediation: 'nonsense' }))).toBeUndefined();
  });
});

describe('fields', () => {
  const fieldsOf = (...fields: object[]) =>
    viewOf(answering(form('enroll-profile', fields)))?.fields;

  it('take their group into the name and its requirement', () => {
    const passcode = { name: 'passcode', secret: true };
    const group = { name: 'credentials', required: true, form: { value: [passcode] } };
    expect(fieldsOf(group)).toMatchObject([
      { name: 'credentials.passcode', isRequired: true, isSecret: true, control: 'password' },
    ]);
  });

  it('leave out what is hidden, immutable or cannot be filled in', () => {
    const hidden = { name: 'a', visible: false };
    const immutable = { name: 'b', mutable: false, value: 'x' };
    expect(fieldsOf(hidden, immutable, { name: 'c', options: [] })).toEqual([]);
  });

  it('have a control for whatever the org has to show them with', () => {
    const shownAs = (inputType: string, count: number, more: object = {}) => {
      const options = Array.from({ length: count }, (_, value) => ({ label: `${value}`, value }));
      const value = { value: { inputType, options, ...more } };
      return {
        name: `${inputType}${count}${Object.keys(more).join()}`,
        options: [{ label: 'display', value }],
      };
    };
    const controls = fieldsOf(
      shownAs('textarea', 0),
      shownAs('textarea', 2),
      shownAs('hologram', 9),
      shownAs('select', 0),
      shownAs('radio', 0),
      shownAs('select', 0, { format: 'country-code' }),
      shownAs('select', 2, { format: 'country-code' }),
    )?.map(({ control }) => control);
    expect(controls).toEqual(['text', 'radio', 'select', 'text', 'text', 'country', 'select']);
  });

  it('offer no answer without a value', () => {
    const options = [{ label: 'SMS', value: 'sms' }, {}, { label: 'x', value: null }];
    expect(fieldsOf({ name: 'methodType', options })?.[0]?.options).toMatchObject([{ id: 'sms' }]);
  });

  it('tick a box by a word as by a boolean', () => {
    const ticked = (value: unknown) => fieldsOf({ name: 'a', type: 'boolean', value })?.[0]?.value;
    expect(['true', true, 'false', false].map(ticked)).toEqual([true, true, false, false]);
  });

  it('never suggest a secret', () => {
    expect(fieldsOf({ name: 'answer', secret: true, value: 'canary' })?.[0]?.value).toBeNull();
  });

  it('carry several messages, with keys and parameters', () => {
    const messages = {
      value: [
        { class: 'ERROR', message: 'No', i18n: { key: 'k1', params: [4] } },
        { class: 'ERROR', message: 'Never' },
      ],
    };
    expect(fieldsOf({ name: 'email', messages })?.[0]?.messages).toEqual([
      { level: 'error', key: 'k1', params: ['4'], text: 'No', links: [] },
      { level: 'error', key: null, params: [], text: 'Never', links: [] },
    ]);
  });

  it('are clamped to the bounds of the contract', () => {
    const many = Array.from({ length: 900 }, (_, index) => ({
      label: 'x'.repeat(9000),
      value: index,
    }));
    const response = answer({
      remediation: { value: [form('enroll-profile', [{ name: 'n'.repeat(900), options: many }])] },
      messages: { value: Array.from({ length: 400 }, () => ({ message: 'm'.repeat(9000) })) },
    });
    expect(v.safeParse(StepView, viewOf(response)).success).toBe(true);
  });
});

describe('the method picker', () => {
  const option = (index: number) => ({
    label: `Method ${index}`,
    relatesTo: `$.authenticators.value[${index}]`,
    value: { form: { value: [{ name: 'id', mutable: false, value: `aut${index}` }] } },
  });
  const picker = (count: number, ...others: object[]) =>
    answer({
      authenticators: {
        value: [
          {
            key: 'okta_email',
            displayName: 'Email',
            allowedFor: 'sso',
            methods: [{ type: 'email' }],
          },
          { key: 'phone_number', gracePeriod: { type: 'BY_SKIP_COUNT', remainingSkips: 2 } },
        ],
      },
      remediation: {
        value: [
          form('select-authenticator-enroll', [
            { name: 'authenticator', options: Array.from({ length: count }, (_, i) => option(i)) },
          ]),
          ...others,
        ],
      },
    });

  it('tells what is known of each method', () => {
    expect(viewOf(picker(2))?.fields[0]?.options).toMatchObject([
      { id: '0', authenticator: { key: 'okta_email', usage: 'access', methods: ['email'] } },
      { id: '1', authenticator: { gracePeriod: { kind: 'count', remaining: 2 } } },
    ]);
  });

  it('is passed without a click only where one method is required', () => {
    const sole = (response: IdxResponse) => {
      const step = toStepView(response, context);
      return step && soleRequiredChoice(step);
    };
    expect(sole(picker(1))).toEqual({ authenticator: '0' });
    expect(sole(picker(2))).toBeNull();
    expect(sole(picker(1, form('skip')))).toBeNull();
  });
});

describe('polling', () => {
  const email = (contextualData: object) =>
    answer({
      currentAuthenticator: {
        value: {
          key: 'okta_email',
          contextualData,
          poll: { href: 'http://localhost/poll', refresh: 4000 },
        },
      },
      remediation: { value: [form('enroll-authenticator')] },
    });

  it('asks only where the message holds a link', () => {
    expect(pollOf(email({}))).toBeNull();
    expect(pollOf(email({ useEmailMagicLink: false }))).toBeNull();
    expect(pollOf(email({ useEmailMagicLink: true }))).toMatchObject({
      question: { href: 'http://localhost/poll' },
      interval: 4000,
    });
  });

  it("asks at the org's pace, within reason", () => {
    expect(pollOf(answering(form('poll', [], { refresh: 2000 })))?.interval).toBe(2000);
    expect(pollOf(answering(form('poll', [], { refresh: 0 })))?.interval).toBe(4000);
    expect(pollOf(answering(form('poll', [], { refresh: 1e9 })))?.interval).toBe(60_000);
  });
});

it("tells the org's deadline by this machine's clock", () => {
  const response = answer({
    expiresAt: '2026-01-01T00:10:00Z',
    remediation: { value: [form('x')] },
  });
  const anHourFast = -3_600_000;
  expect(viewOf(response, { clockOffset: anHourFast })?.expiresAt).toBe(
    Date.parse('2026-01-01T01:10:00Z'),
  );
});

it('takes no deadline from an answer that was over before it came', () => {
  const response = answer({
    expiresAt: '2020-01-01T00:00:00Z',
    remediation: { value: [form('enroll-profile')] },
  });
  expect(viewOf(response, { now: Date.UTC(2026, 0, 1) })?.expiresAt).toBeNull();
});

describe('the ways to another number', () => {
  const methodType = (...values: string[]) => ({
    name: 'methodType',
    options: values.map((value) => ({ label: value, value })),
  });
  const option = (at: number, ...inputs: object[]) => ({
    label: 'A method',
    relatesTo: `$.authenticators.value[${at}]`,
    value: { form: { value: inputs } },
  });
  const deliveryWith = (...beside: object[]) =>
    viewOf(
      answer({
        remediation: { value: [form('enroll-authenticator'), ...beside] },
        currentAuthenticator: { value: { key: 'phone_number', methods: [{ type: 'sms' }] } },
        authenticators: { value: [{ key: 'okta_email' }, { key: 'phone_number' }] },
      }),
    )?.delivery;
  const list = (...options: object[]) =>
    form('select-authenticator-enroll', [{ name: 'authenticator', type: 'object', options }]);

  it('are those of the phone in the list of methods', () => {
    const both = list(option(0, methodType('voice')), option(1, methodType('sms', 'voice')));
    expect(deliveryWith(both)).toMatchObject({ phoneMethods: ['sms', 'voice'] });
    expect(deliveryWith(list(option(1, methodType('sms'))))).toMatchObject({
      phoneMethods: ['sms'],
    });
  });

  it('are those of the form for the number, where it is offered itself', () => {
    const data = form('authenticator-enrollment-data', [methodType('voice')]);
    expect(deliveryWith(data, list(option(0)))).toMatchObject({ phoneMethods: ['voice'] });
  });

  it('are none where no phone can be chosen from here', () => {
    expect(deliveryWith(list(option(0)))).toMatchObject({ phoneMethods: null });
    expect(deliveryWith()).toMatchObject({ phoneMethods: null });
  });
});

describe('the passcode of a method', () => {
  const passcode = (more: object = {}) =>
    form('enroll-authenticator', [
      { name: 'credentials', form: { value: [{ name: 'passcode', label: 'Passcode', ...more }] } },
    ]);
  const fieldOf = (current: object, more?: object) =>
    viewOf(
      answer({
        remediation: { value: [passcode(more)] },
        currentAuthenticator: { value: current },
      }),
    )?.fields[0];

  it.each([
    ['yubikey_token', 'password'],
    ['rsa_token', 'password'],
    ['onprem_mfa', 'password'],
    ['nfc_pin', 'password'],
    ['method_of_tomorrow', 'code'],
    ['custom_otp', 'code'],
    ['okta_email', 'code'],
    ['google_otp', 'code'],
  ])('that is secret is hidden where it may hold a PIN or nobody types it: %s', (key, control) => {
    expect(fieldOf({ key }, { secret: true })?.control).toBe(control);
    expect(fieldOf({ key })?.control).toBe('code');
  });

  it('is as long as the settings of the PIN say', () => {
    const settings = { minLength: 6, maxLength: 8 };
    expect(fieldOf({ key: 'nfc_pin', settings })).toMatchObject(settings);
    expect(fieldOf({ key: 'nfc_pin' })).toMatchObject({ minLength: null, maxLength: null });
  });
});
