import { answer, cancel, immutable, message, messages, option, remediation } from './parts';

interface Method {
  readonly key: string;
  readonly label: string;
  readonly fields?: object[];
  readonly more?: object;
}

/** A list of methods, each option of which relates to what is said of the method elsewhere. */
function picker(
  listed: readonly Method[],
  { beside = [], ...more }: { beside?: object[] } & object = {},
) {
  const options = listed.map(({ label, fields = [] }, index) =>
    option(label, [immutable('id', `aut${index}`), ...fields], {
      relatesTo: `$.authenticators.value[${index}]`,
    }),
  );
  return answer({
    remediations: [
      remediation('select-authenticator-enroll', '/idp/idx/credential/enroll', [
        { name: 'authenticator', type: 'object', options },
      ]),
      ...beside,
    ],
    authenticators: {
      type: 'array',
      value: listed.map(({ key, label, more: rest = {} }, index) => ({
        type: 'app',
        key,
        id: `aut${index}`,
        displayName: label,
        methods: [{ type: 'otp' }],
        allowedFor: 'any',
        ...rest,
      })),
    },
    ...cancel,
    ...more,
  });
}

const skip = remediation('skip', '/idp/idx/skip');
const fixed = (value: string) => [immutable('methodType', value)];

const email = { key: 'okta_email', label: 'Email', fields: fixed('email') };
const password = { key: 'okta_password', label: 'Password', fields: fixed('password') };
const phone = {
  key: 'phone_number',
  label: 'Phone',
  fields: [
    {
      name: 'methodType',
      type: 'string',
      required: false,
      options: [
        { label: 'SMS', value: 'sms' },
        { label: 'Voice call', value: 'voice' },
      ],
    },
    { name: 'phoneNumber', label: 'Phone number', required: false },
  ],
};
const verify = {
  key: 'okta_verify',
  label: 'Okta Verify',
  fields: [
    {
      name: 'channel',
      type: 'string',
      required: false,
      options: ['qrcode', 'email', 'sms'].map((value) => ({ label: value.toUpperCase(), value })),
    },
  ],
};

const untilDate = (expiry: string) => ({ gracePeriod: { type: 'BY_DATE_TIME', expiry } });
const untilCount = (remainingSkips: number) => ({
  gracePeriod: { type: 'BY_SKIP_COUNT', remainingSkips },
});

/** Lists of methods. */
export const pickers = {
  'list that can be skipped': picker([email, phone, verify], { beside: [skip] }),
  'list with days of grace': picker([
    password,
    { ...email, more: untilDate('2099-01-01T00:00:00.000Z') },
    { ...phone, more: { gracePeriod: { expiry: '2000-01-01T00:00:00.000Z' } } },
  ]),
  'list with sign-ins of grace': picker(
    [
      { ...email, more: untilCount(3) },
      { ...phone, more: untilCount(0) },
    ],
    { beside: [skip] },
  ),
  'list of what an administrator gives out': picker([
    email,
    { key: 'custom_app', label: 'Atko Push', fields: fixed('push') },
    { key: 'custom_otp', label: 'Atko OTP', fields: fixed('otp') },
    { key: 'tac', label: 'Temporary code', fields: fixed('tac') },
    { key: 'duo', label: 'Duo Security', fields: fixed('duo') },
  ]),
  'list of everything else': picker([
    { key: 'smart_card_idp', label: 'Smart Card', fields: fixed('cert') },
    { key: 'google_otp', label: 'Google Authenticator', fields: fixed('otp') },
    { key: 'security_question', label: 'Security Question', fields: fixed('security_question') },
    { key: 'external_idp', label: 'IDP Authenticator' },
    { key: 'rsa_token', label: 'RSA', fields: fixed('otp') },
    { key: 'onprem_mfa', label: 'Atko Token', fields: fixed('otp') },
    { key: 'symantec_vip', label: 'Symantec VIP' },
    { key: 'webauthn', label: 'Passkeys', fields: fixed('webauthn') },
    { key: 'yubikey_token', label: 'YubiKey', fields: fixed('otp') },
    { key: 'nfc_pin', label: 'NFC', fields: fixed('nfc') },
    { key: 'quantum_ring', label: 'Quantum Ring' },
  ]),
  'error-list after a method that did not work': {
    ...picker([email, phone]),
    messages: messages(
      message('oie.authenticator.enroll.error.fail', 'Unable to enroll authenticator. Try again.'),
      message('api.authenticator.error.nfc.unavailable', 'The NFC reader is not available.'),
    ),
  },
  'list without more about its methods': answer({
    remediations: [
      remediation('select-authenticator-enroll', '/idp/idx/credential/enroll', [
        {
          name: 'authenticator',
          type: 'object',
          options: [
            option('Carrier pigeon', [immutable('id', 'aut1')]),
            option('Message in a bottle', [immutable('id', 'aut2')]),
          ],
        },
      ]),
    ],
    ...cancel,
  }),
};
