/** Pieces of which answers of the Identity Engine are made. */

export const handle = '02.the.state.handle';

const ownHandle = { name: 'stateHandle', required: true, value: handle };
const org = 'https://org.example';

export function remediation(name: string, path: string, fields: object[] = [], more: object = {}) {
  return {
    rel: ['create-form'],
    name,
    href: `${org}${path}`,
    method: 'POST',
    produces: 'application/ion+json; okta-version=1.0.0',
    value: [...fields, { ...ownHandle, visible: false, mutable: false }],
    accepts: 'application/json; okta-version=1.0.0',
    ...more,
  };
}

/** A remediation that is a page to go to. */
export function page(name: string, path: string, more: object = {}) {
  return { name, href: `${org}${path}`, method: 'GET', ...more };
}

export function group(name: string, fields: object[], more: object = {}) {
  return { name, type: 'object', form: { value: fields }, ...more };
}

export function message(key: string, text: string, more: object = {}) {
  return { message: text, i18n: { key }, class: 'ERROR', ...more };
}

export function info(key: string, text: string) {
  return message(key, text, { class: 'INFO' });
}

export function messages(...value: object[]) {
  return { type: 'array', value };
}

interface Parts extends Readonly<Record<string, unknown>> {
  readonly remediations?: readonly object[];
  readonly messages?: readonly object[];
}

export function answer({ remediations = [], messages: said = [], ...more }: Parts) {
  return {
    version: '1.0.0',
    stateHandle: handle,
    expiresAt: '2021-05-18T20:42:23.000Z',
    intent: 'LOGIN',
    ...(remediations.length > 0 && { remediation: { type: 'array', value: remediations } }),
    ...(said.length > 0 && { messages: messages(...said) }),
    ...more,
  };
}

/** The org offers to end the sign-up. */
export const cancel = { cancel: remediation('cancel', '/idp/idx/cancel') };

export function current(key: string, more: object = {}) {
  return {
    currentAuthenticator: {
      type: 'object',
      value: { key, type: 'app', id: 'aut1', displayName: key, methods: [{ type: key }], ...more },
    },
  };
}

export const toCurrent = { relatesTo: ['$.currentAuthenticator'] };

/** The list of methods beside the form of one. */
export const toList = remediation('select-authenticator-enroll', '/idp/idx/credential/enroll', [
  {
    name: 'authenticator',
    type: 'object',
    options: [
      option('Email', [immutable('id', 'aut7'), immutable('methodType', 'email')]),
      option('Google Authenticator', [immutable('id', 'aut8'), immutable('methodType', 'otp')]),
    ],
  },
]);

export function option(label: string, fields: object[], more: object = {}) {
  return { label, value: { form: { value: fields } }, ...more };
}

export function immutable(name: string, value: unknown, more: object = {}) {
  return { name, required: true, value, mutable: false, ...more };
}

export const resend = (path = '/idp/idx/challenge/resend', fields: object[] = []) => ({
  resend: remediation('resend', path, fields),
});

export const poll = (refresh = 4000) => ({
  poll: remediation('poll', '/idp/idx/challenge/poll', [], { refresh }),
});

/** The code or secret that most methods are set up with. */
export function passcode(more: object = {}, groupMore: object = { required: true }) {
  return group('credentials', [{ name: 'passcode', label: 'Enter code', ...more }], groupMore);
}

/** What most methods are set up with: one form about the current authenticator. */
export function enrolling(key: string, fields: object[], authenticator: object = {}) {
  return answer({
    remediations: [
      remediation('enroll-authenticator', '/idp/idx/challenge/answer', fields, toCurrent),
      toList,
    ],
    ...current(key, authenticator),
    ...cancel,
  });
}
