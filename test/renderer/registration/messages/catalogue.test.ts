import { describe, expect, it } from 'vitest';
import { languages } from '../../../../preload/languages';
import { knownMessage } from '../../../../renderer/registration/messages/known-messages';
import {
  messageCatalogue,
  messageIdOf,
  messageIds,
} from '../../../../renderer/registration/messages/message-catalogue';
import { message } from '../views';

interface Texts {
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const files = import.meta.glob<Texts>('../../../../renderer/i18n/locales/*/messages.json', {
  eager: true,
  import: 'default',
});

function textsIn(language: string): Texts['messages'] {
  const [, file] =
    Object.entries(files).find(([path]) => path.includes(`/locales/${language}/`)) ?? [];
  return file?.messages ?? {};
}

/** Keys that orgs were seen to send, and the ones that Okta documents. */
const told = [
  ...['E0000009', 'E0000010', 'E0000020', 'errors.E0000004', 'errors.E0000150', 'errors.E0000151'],
  'api.authenticator.error.nfc.sign_in_to_use',
  'api.authenticator.error.nfc.unavailable',
  'api.authn.error.PASSCODE_INVALID',
  'api.factors.error.sms.invalid_phone',
  'api.policy.okta.account.management.insufficient.authenticators.unable.to.sign.in',
  'authfactor.challenge.soft_token.invalid_passcode',
  'authfactor.challenge.soft_token.used_passcode',
  'authfactor.webauthn.error.invalid_attestation',
  'core.auth.factor.signedNonce.error.invalidDevice',
  'core.system.transaction_resource_not_found',
  'enroll.hotp.restricted',
  ...['error.expired.session', 'error.password.required', 'error.username.required'],
  'idx.activating.inactive.user',
  'idx.email.verification.required',
  'idx.enter.otp.in.original.tab',
  'idx.error.code.no_matching_policy',
  'idx.error.code.user_not_assigned',
  'idx.error.registration.unavailable',
  'idx.error.server.safe.mode.enrollment.unavailable',
  'idx.error.user.not.assigned.to.app',
  'idx.expired.activation.token',
  'idx.identity.provider.auth.error',
  'idx.missing.activation.token',
  'idx.operation.cancelled.by.user',
  'idx.operation.cancelled.on.other.device',
  'idx.request.activation.email',
  ...['idx.return.error', 'idx.return.link.expired', 'idx.return.stale'],
  'idx.return.to.original.tab',
  'idx.session.expired',
  'idx.transferred.to.new.tab',
  'idx.unknown.user',
  'oie.assurance.unsatisfiable',
  'oie.authenticator.app.method.push.enroll.enable.biometrics',
  'oie.authenticator.app.non_fips_compliant_enrollment_app_update_required',
  'oie.authenticator.app.non_fips_compliant_enrollment_device_incompatible',
  'oie.authenticator.duo.error',
  'oie.authenticator.enroll.error.fail',
  ...['oie.configuration.error', 'oie.feature.disabled', 'oie.phone.invalid'],
  ...['oie.registration.is.not.enabled', 'oie.tooManyRequests', 'tooManyRequests'],
  ...['password.common', 'password.passwordRequirementsNotMet'],
  'registration.error.doesNotMatchPattern',
  'registration.error.generic',
  'registration.error.invalidLoginEmail.custom',
  'registration.error.notUniqueWithinOrg.Email',
  'registration.error.request.not.completed',
  ...['security.access_denied', 'security.access_denied_custom_message', 'tagsNotAllowed'],
];

const apiCodes = [
  3, 4, 6, 9, 10, 11, 14, 20, 21, 22, 38, 47, 68, 95, 97, 98, 99, 109, 114, 133,
].map((number) => `E${String(number).padStart(7, '0')}`);

const oauthErrors = [
  ...['access_denied', 'invalid_client', 'unauthorized_client', 'invalid_request', 'invalid_grant'],
  ...['invalid_scope', 'unsupported_grant_type', 'server_error', 'temporarily_unavailable'],
  ...['login_required', 'interaction_required'],
];

const ways = [
  ...[400, 401, 403, 404, 407, 408, 413, 429, 500, 502, 503, 504].map((status) => `http.${status}`),
  ...['unreachable', 'timeout', 'tls', 'dns'].map((kind) => `network.${kind}`),
];

describe('the catalogue of messages', () => {
  it.each(languages)(
    'says in %s of each what happened and what to do, and of nothing else',
    (language) => {
      const { words, device, ...explained } = textsIn(language);
      expect(Object.keys(explained).sort()).toEqual([...messageIds].sort());
      for (const [id, texts] of Object.entries(explained)) {
        expect(Object.keys(texts), id).toEqual(['what', 'next']);
        for (const text of Object.values(texts)) expect(text.trim(), id).not.toBe('');
      }
      expect(words?.['serverWords']).toContain('{text}');
      expect(device?.['due']).toContain('{date}');
    },
  );

  it('explains every key in one way', () => {
    const keys = messageIds.flatMap((id) => messageCatalogue[id].keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([...told, ...apiCodes, ...oauthErrors, ...ways])('knows %s', (key) => {
    expect(knownMessage(message('Some words.', { key }))).not.toBeNull();
  });

  it.each(['something.new', 'constructor', '__proto__', 'E9999999', 'errors.', ''])(
    'leaves %j to the org',
    (key) => {
      expect(knownMessage(message('Some words.', { key }))).toBeNull();
    },
  );

  it.each([
    'idx.error.code.no_matching_policy',
    'oie.assurance.unsatisfiable',
    'idx.error.code.user_not_assigned',
    'idx.error.user.not.assigned.to.app',
    'idx.error.registration.unavailable',
    'unauthorized_client',
  ])('knows that only an administrator can mend %s, and where', (key) => {
    const id = messageIdOf(key);
    expect(id).toBeDefined();
    if (id === undefined) return;
    const { fixer, again, place } = messageCatalogue[id];
    expect(fixer).toBe('administrator');
    expect(again).not.toBe('now');
    expect(place).toMatch(/ > /);
  });
});

describe('one OAuth code with several reasons', () => {
  it.each([
    ['access_denied', 'User is not assigned to the client application.', 'notAssigned'],
    [
      'access_denied',
      'The requested feature is not enabled in this environment.',
      'interactionCodeOff',
    ],
    [
      'access_denied',
      "The requested feature (Interaction Code flow) isn't enabled here.",
      'interactionCodeOff',
    ],
    ['access_denied', 'Policy evaluation failed for this request.', 'noMatchingPolicy'],
    ['access_denied', "Outside the client's permitted network zones.", 'networkZone'],
    ['access_denied', 'Sign-up denied. Please contact support for assistance.', 'signUpOff'],
    ['access_denied', 'Something else.', 'accessDenied'],
    ['invalid_client', 'No client credentials found.', 'clientType'],
    ['invalid_client', "Invalid value for 'client_id' parameter.", 'clientUnknown'],
    [
      'invalid_request',
      "The 'redirect_uri' parameter must be a Login redirect URI.",
      'redirectUri',
    ],
    [
      'invalid_request',
      'Only confidential clients can use the activation token flow',
      'activationNotHere',
    ],
    ['invalid_request', 'The activation token is invalid', 'activationUnknown'],
    [
      'unauthorized_client',
      'This client cannot use a custom authorization server.',
      'customServer',
    ],
    ['unauthorized_client', 'Not authorized to use the provided grant type.', 'grantNotAllowed'],
  ])('%s, “%s”: %s', (key, text, id) => {
    expect(knownMessage(message(text, { key }))).toMatchObject({ id });
  });

  it('takes what the maker of a token says for its own only where it is about the next code', () => {
    const key = 'errors.E0000113';
    const pin = 'Pin accepted, Wait for token to change, then enter new passcode';
    expect(knownMessage(message(pin, { key }))).toMatchObject({ id: 'nextCode' });
    expect(knownMessage(message('The token was reported lost.', { key }))).toBeNull();
  });
});
