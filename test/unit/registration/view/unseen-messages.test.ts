import { describe, expect, it } from 'vitest';
import { toStepView } from '../../../../main/registration/view/step-view';
import { bounds } from '../../../../preload/contract/registration/bounds';

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

const said = (...texts: string[]) => ({
  value: texts.map((message) => ({ message, class: 'ERROR' })),
});

function view(fields: readonly object[], more: object = {}) {
  const form = { name: 'enroll-profile', href: 'http://localhost/', method: 'POST', value: fields };
  const body = { remediation: { value: [form] }, ...more };
  return toStepView({ status: 400, body }, context)?.view;
}

const textsOf = (...fields: object[]) => view(fields)?.messages.map(({ text }) => text);

describe('what an org says of a part of a form that nobody sees', () => {
  it.each([
    ['hidden', { visible: false }],
    ['unchangeable', { mutable: false, value: 'x' }],
    ['without anything to choose', { options: [] }],
  ])('stands above the form with its label: a field that is %s', (_kind, more) => {
    const field = { name: 'region', label: 'Region', messages: said('Not from here.'), ...more };
    expect(textsOf(field, { name: 'city' })).toEqual(['Region: Not from here.']);
  });

  it('stands there for a group of fields, and for a hidden field in one', () => {
    const hidden = { name: 'id', visible: false, messages: said('Two.') };
    const group = { name: 'userProfile', messages: said('One.'), form: { value: [hidden] } };
    expect(textsOf(group)).toEqual(['One.', 'Two.']);
  });

  it('stands there for the form itself', () => {
    const form = {
      name: 'enroll-profile',
      href: 'http://localhost/',
      messages: said('Not today.'),
    };
    const response = { status: 400, body: { remediation: { value: [form] } } };
    expect(toStepView(response, context)?.view.messages).toMatchObject([{ text: 'Not today.' }]);
  });

  it('does not repeat what stands at a field, also at one of an option', () => {
    const inner = { name: 'answer', messages: said('At the answer.') };
    const option = { label: 'One', value: { form: { value: [inner] } } };
    const fields = [
      { name: 'email', messages: said('At the address.') },
      { name: 'kind', options: [option], messages: said('At the choice.') },
    ];
    expect(textsOf(...fields)).toEqual([]);
  });

  it('comes after what the org says of the whole form, within bounds', () => {
    const many = Array.from({ length: bounds.messages }, (_, index) => `${index}`);
    const field = { name: 'id', visible: false, messages: said(...many) };
    const messages = view([field], { messages: said('First.') })?.messages ?? [];
    expect(messages[0]?.text).toBe('First.');
    expect(messages).toHaveLength(bounds.messages);
  });
});

describe('what Okta Verify would do on the device', () => {
  it('is followed by how to do it by hand', () => {
    const byHand = { message: 'By hand.', i18n: { key: 'some.key_manual' } };
    const fallback = { type: 'MESSAGE', message: byHand };
    const deviceRemediation = { type: 'object', value: { fallback } };
    const first = { message: 'By itself.', class: 'ERROR', deviceRemediation };
    const messages = view([], { messages: { value: [first] } })?.messages;
    expect(messages?.map(({ text, key }) => [text, key])).toEqual([
      ['By itself.', null],
      ['By hand.', 'some.key_manual'],
    ]);
  });
});
