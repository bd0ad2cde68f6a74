import { answer, cancel, current, group, message, page, passcode, remediation } from './parts';

const enroll = remediation('select-enroll-profile', '/idp/idx/enroll');
const identifier = { name: 'identifier', label: 'Username', required: true };
const identify = remediation('identify', '/idp/idx/identify', [identifier]);
const provider = (type: string, name: string) =>
  page('redirect-idp', `/sso/idps/${type.toLowerCase()}?stateToken=token`, {
    type,
    idp: { id: `0oa${type}`, name },
  });

/** Sign-in pages on which a sign-up is offered. */
export const entries = {
  'sign-in with many services': answer({
    remediations: [
      identify,
      ...['GOOGLE', 'FACEBOOK', 'APPLE', 'SAML2', 'OIDC'].map((type) => provider(type, type)),
      page('piv-idp', '/sso/idps/mtlsidp?stateToken=token', { type: 'X509' }),
      enroll,
      remediation('unlock-account', '/idp/idx/unlock-account'),
    ],
    ...cancel,
  }),
  'sign-in with a smart card alone': answer({
    remediations: [provider('X509', 'Smart card'), enroll],
    ...cancel,
  }),
  'sign-in with a password': answer({
    remediations: [
      remediation('identify', '/idp/idx/identify', [
        identifier,
        passcode({ label: 'Password', secret: true }),
        group('rememberMe', [{ name: 'keep', type: 'boolean', required: false }]),
      ]),
      enroll,
    ],
    ...current('okta_password', { type: 'password' }),
    ...cancel,
  }),
  'sign-in with an app that is started': answer({
    remediations: [
      remediation('launch-authenticator', '/idp/idx/authenticators/okta-verify/launch'),
      identify,
      enroll,
    ],
    ...cancel,
  }),
  'error-sign-in that closed sign-ups': answer({
    remediations: [identify, enroll],
    messages: [
      message('idx.error.registration.unavailable', 'Registration is currently unavailable.'),
    ],
    ...cancel,
  }),
  'error-sign-in with several messages': answer({
    remediations: [identify, enroll],
    messages: [
      message('error.username.required', 'Please enter a username'),
      message('error.password.required', 'Please enter a password'),
      message('a.hook.of.the.org', 'The org had another thought about this.'),
    ],
    ...cancel,
  }),
};
