import { describe, expect, it } from 'vitest';
import type { IdxResponse } from '../../../../main/registration/idx/remediation';
import { pollOf, toStepView } from '../../../../main/registration/view/step-view';

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

const email = { type: 'email', key: 'okta_email', profile: { email: 'ada@example.com' } };
const phone = { type: 'phone', key: 'phone_number', methods: [{ type: 'sms' }] };

function answer(
  name: string,
  more: object,
  relatesTo?: unknown,
  passcode: object = {},
): IdxResponse {
  const form = {
    name,
    href: 'https://acme.okta.com/idp/idx/challenge/answer',
    method: 'POST',
    value: [{ name: 'credentials', form: { value: [{ name: 'passcode', ...passcode }] } }],
    ...(relatesTo === undefined ? {} : { relatesTo }),
  };
  return { status: 200, body: { remediation: { value: [form] }, ...more } };
}

const viewOf = (response: IdxResponse) => toStepView(response, context)?.view;

describe('which authenticator a form is about', () => {
  it.each([
    ['leads nowhere', ['$.authenticatorEnrollments.value[9]']],
    ['leads to something without a key', ['$.app']],
    ['is none', undefined],
    ['is no path', { path: 1 }],
  ])('is the enrollment that the answer names, where the reference %s', (_, relatesTo) => {
    const more = {
      currentAuthenticatorEnrollment: { value: email },
      currentAuthenticator: { value: phone },
      app: { value: { label: 'x' } },
    };
    const view = viewOf(answer('challenge-authenticator', more, relatesTo));
    expect(view).toMatchObject({
      authenticator: { key: 'okta_email' },
      delivery: { channel: 'email', destination: 'ada@example.com' },
      fields: [{ control: 'code', format: 'numeric', minLength: 6, maxLength: 6 }],
    });
  });

  it('is the current one, where the answer names no enrollment', () => {
    const more = { currentAuthenticator: { value: phone } };
    const view = viewOf(answer('challenge-authenticator', more, ['$.nowhere']));
    expect(view).toMatchObject({ authenticator: { key: 'phone_number' } });
  });

  it.each(['enroll-authenticator', 'authenticator-enrollment-data', 'enrollment-channel-data'])(
    'is, for %s, the one that is set up, else the enrollment',
    (name) => {
      const both = {
        currentAuthenticatorEnrollment: { value: phone },
        currentAuthenticator: { value: email },
      };
      expect(viewOf(answer(name, both, ['$.x']))?.authenticator?.key).toBe('okta_email');
      const one = { currentAuthenticatorEnrollment: { value: phone } };
      expect(viewOf(answer(name, one, ['$.x']))?.authenticator?.key).toBe('phone_number');
    },
  );

  it('asks with the enrollment’s poll whether its link was opened', () => {
    const poll = { name: 'poll', href: 'https://acme.okta.com/idp/idx/poll', refresh: 4000 };
    const value = { ...email, contextualData: { useEmailMagicLink: true }, poll };
    const response = answer('challenge-authenticator', {
      currentAuthenticatorEnrollment: { value },
    });
    expect(pollOf(response)?.interval).toBe(4000);
  });
});

describe('the box for a code', () => {
  it.each(['challenge-authenticator', 'enroll-authenticator', 'sing-a-song'])(
    'can be read where nobody knows the method: %s',
    (name) => {
      expect(viewOf(answer(name, {}))?.fields).toMatchObject([{ control: 'code', format: null }]);
      const more = { currentAuthenticator: { value: { key: 'new_thing', type: 'x' } } };
      expect(viewOf(answer(name, more))?.fields).toMatchObject([{ control: 'code' }]);
    },
  );

  it.each(['enroll-profile', 'identify'])('is one for a password in %s', (name) => {
    expect(viewOf(answer(name, {}))?.fields).toMatchObject([{ control: 'password' }]);
  });

  it('is hidden where the org says so', () => {
    const view = viewOf(answer('challenge-authenticator', {}, undefined, { secret: true }));
    expect(view?.fields).toMatchObject([{ control: 'password' }]);
  });
});

describe('the pace of questions', () => {
  it.each([
    [0, 4000],
    [1, 4000],
    [499, 4000],
    [-1, 4000],
    ['x', 4000],
    [null, 4000],
    [2000, 2000],
    [1e15, 60_000],
    ['86400000', 60_000],
  ])('for a refresh of %j: %i milliseconds', (refresh, interval) => {
    const poll = { name: 'poll', href: 'https://acme.okta.com/p', refresh };
    const response = { status: 200, body: { remediation: { value: [poll] } } };
    expect(pollOf(response)?.interval).toBe(interval);
  });
});
