import {
  answer,
  cancel,
  current,
  enrolling,
  group,
  immutable,
  message,
  messages,
  option,
  passcode,
  poll,
  remediation,
  resend,
  toCurrent,
  toList,
} from './parts';

const wrongCode = {
  messages: messages(message('api.authn.error.PASSCODE_INVALID', 'Invalid code. Try again.')),
};

function asking(key: string, fields: object[], more: object = {}) {
  const path = '/idp/idx/credential/enroll';
  return answer({
    remediations: [
      remediation(
        'authenticator-enrollment-data',
        path,
        [group('authenticator', fields)],
        toCurrent,
      ),
      toList,
    ],
    ...current(key, more),
    ...cancel,
  });
}

const email = { type: 'email', displayName: 'Email', profile: { email: 'a***a@example.com' } };
const phone = { type: 'phone', displayName: 'Phone', profile: { phoneNumber: '+1 XXX-XXX-0143' } };
const token = [
  immutable('id', 'aut1'),
  immutable('methodType', 'otp'),
  { name: 'clientData', label: 'User Name', required: true, value: 'ada' },
  { name: 'passcode', label: 'Passcode', required: true },
];

const question = (answerMore: object, questionMore: object = {}) =>
  enrolling('security_question', [
    {
      name: 'credentials',
      type: 'object',
      required: true,
      options: [
        option('Choose a security question', [
          {
            name: 'questionKey',
            type: 'string',
            label: 'Choose a security question',
            required: true,
            options: [
              { label: 'Which food did you like least as a child?', value: 'disliked_food' },
              { label: 'What was your first toy?', value: 'favorite_toy' },
            ],
          },
          { name: 'answer', label: 'Answer', required: true, secret: true, ...answerMore },
        ]),
        option('Create my own security question', [
          immutable('questionKey', 'custom'),
          { name: 'question', label: 'Create a question', required: true, ...questionMore },
          { name: 'answer', label: 'Answer', required: true, secret: true, ...answerMore },
        ]),
      ],
    },
  ]);

const creation = {
  contextualData: {
    activationData: {
      rp: { name: 'Acme' },
      user: { id: 'MDB1MQ', name: 'ada@example.com', displayName: 'Ada' },
      challenge: 'Y2hhbGxlbmdl',
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    },
  },
};
const passkeyParts = ['clientData', 'attestation', 'transports', 'clientExtensions'].map(
  (name) => ({ name, label: name, required: true, visible: false, hint: 'webauthn' }),
);

/** Ways to prove that it is you, while they are set up. */
export const methods = {
  'email before its message': asking(
    'okta_email',
    [
      immutable('id', 'aut1'),
      {
        name: 'methodType',
        type: 'string',
        required: false,
        options: [{ label: 'Email', value: 'email' }],
      },
    ],
    email,
  ),
  'email without a link': enrolling('okta_email', [passcode()], {
    ...email,
    ...resend(),
    ...poll(),
    contextualData: { useEmailMagicLink: false },
  }),
  'email asked often': enrolling('okta_email', [passcode()], {
    ...email,
    ...resend(),
    ...poll(500),
    contextualData: { useEmailMagicLink: true },
  }),
  'error-email with a wrong code': enrolling('okta_email', [passcode(wrongCode)], {
    ...email,
    ...resend(),
  }),
  'call to a phone': asking(
    'phone_number',
    [
      immutable('id', 'aut1', { visible: false }),
      { name: 'methodType', required: true, options: [{ label: 'Voice call', value: 'voice' }] },
      { name: 'phoneNumber', label: 'Phone number', type: 'string', required: true },
    ],
    phone,
  ),
  'code of a call': enrolling('phone_number', [passcode()], {
    ...phone,
    ...resend(),
    methods: [{ type: 'voice' }],
  }),
  'error-phone with a wrong code': enrolling('phone_number', [passcode(wrongCode)], {
    ...phone,
    ...resend(),
    methods: [{ type: 'sms' }],
  }),
  'error-429-phone asked too often': {
    ...enrolling('phone_number', [passcode()], { ...phone, ...resend() }),
    messages: messages(
      message('errors.E0000150', 'You have reached the limit of sms requests, try again later.'),
    ),
  },
  'password with the rules of a directory': enrolling(
    'okta_password',
    [passcode({ label: 'Enter password', secret: true })],
    {
      type: 'password',
      displayName: 'Password',
      settings: {
        complexity: { minLength: 8, useADComplexityRequirements: true, excludeUsername: true },
        age: { minAgeMinutes: 0, historyCount: 1 },
      },
    },
  ),
  'error-password that everybody has': enrolling(
    'okta_password',
    [
      passcode({
        label: 'Enter password',
        secret: true,
        messages: messages(message('password.common', 'This password is commonly used.')),
      }),
    ],
    { type: 'password' },
  ),
  'PIN of a device': enrolling('nfc_pin', [passcode({ label: 'NFC', secret: true })], {
    type: 'security_key',
    settings: { minLength: 4, maxLength: 4 },
  }),
  'token of RSA': enrolling('rsa_token', [group('credentials', token)], { displayName: 'RSA' }),
  'error-token of another maker': {
    ...enrolling('onprem_mfa', [group('credentials', token)], { displayName: 'Atko Token' }),
    messages: messages(
      message('errors.E0000113', 'Pin accepted, wait for the token to change', {
        i18n: { key: 'errors.E0000113', params: ['Pin accepted, wait for the token to change'] },
      }),
    ),
  },
  'question of two kinds': question({}),
  'error-question without an answer': question({
    messages: messages(
      message('securityQuestion.answer.tooShort.arg', 'The answer needs at least 4 characters', {
        i18n: { key: 'securityQuestion.answer.tooShort.arg', params: [4] },
      }),
    ),
  }),
  'error-question with markup': question(
    {},
    {
      messages: messages(message('tagsNotAllowed', 'The field must not contain HTML tags')),
    },
  ),
  'passkey of the org': enrolling('webauthn', [group('credentials', passkeyParts)], {
    type: 'security_key',
    displayName: 'Atko key',
    description: 'The key that hangs on your badge.',
    ...creation,
  }),
  'passkey as a suggestion': answer({
    remediations: [
      remediation(
        'enroll-authenticator-promotion',
        '/idp/idx/credential/enroll',
        [group('credentials', passkeyParts)],
        toCurrent,
      ),
      remediation('skip', '/idp/idx/skip'),
    ],
    ...current('webauthn', { type: 'security_key', ...creation }),
    ...cancel,
  }),
  'method of tomorrow': enrolling(
    'quantum_ring',
    [
      group('credentials', [
        { name: 'ringId', label: 'Number in the ring', required: true },
        {
          name: 'hand',
          label: 'Hand',
          required: true,
          options: [
            { label: 'Left', value: 'left' },
            { label: 'Right', value: 'right' },
          ],
        },
        { name: 'spin', label: 'It spins', type: 'boolean', required: false },
      ]),
    ],
    { displayName: 'Quantum Ring' },
  ),
  'code of letters and digits': enrolling(
    'atko_card',
    [passcode({ format: 'alphanumeric', minLength: 8, maxLength: 8 })],
    { displayName: 'Atko Card' },
  ),
};
