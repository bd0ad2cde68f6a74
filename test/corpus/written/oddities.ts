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
  page,
  passcode,
  remediation,
  toCurrent,
  toList,
} from './parts';

const form = (fields: object[], more: object = {}) =>
  answer({ remediations: [remediation('sing-a-song', '/idp/idx/sing', fields, more)], ...cancel });

const field = (name: string, label: string, more: object = {}) => ({
  name,
  label,
  required: true,
  ...more,
});

const shownAs = (inputType: string, options?: object[]) => ({
  options: [{ label: 'display', value: { type: 'object', value: { inputType, options } } }],
});

const picker = (more: object, ...options: object[]) =>
  answer({
    remediations: [
      remediation('select-authenticator-enroll', '/idp/idx/credential/enroll', [
        { name: 'authenticator', type: 'object', options, ...more },
      ]),
    ],
    ...cancel,
  });

const songs = [
  { label: 'One', value: 1 },
  { label: 'Two', value: 2 },
];

/** Shapes that no recording has and that nothing forbids: whatever comes is shown and sent. */
export const oddities = {
  'list of one method': picker({}, option('Email', [immutable('id', 'aut1')])),
  'error-list that is refused itself': picker(
    { messages: messages(message('a.hook', 'Choose another one, said the org.')) },
    option('Email', [immutable('id', 'aut1')]),
    option('Carrier pigeon', [immutable('id', 'aut2')]),
  ),
  'list whose pointers are written otherwise': {
    ...picker(
      {},
      option('Email', [immutable('id', 'aut1')], { relatesTo: ['$.authenticators.value[0]'] }),
      option('Phone', [immutable('id', 'aut2')], { relatesTo: "$['authenticators']['value'][1]" }),
    ),
    authenticators: {
      type: 'array',
      value: [
        { type: 'email', key: 'okta_email', id: 'aut1' },
        { type: 'phone', key: 'phone_number', id: 'aut2' },
      ],
    },
  },
  'list with a question besides': answer({
    remediations: [
      remediation('select-authenticator-enroll', '/idp/idx/credential/enroll', [
        {
          name: 'authenticator',
          type: 'object',
          required: true,
          options: [option('Email', [immutable('id', 'aut1')])],
        },
        field('nickname', 'What to call it'),
      ]),
    ],
    ...cancel,
  }),
  'controls of tomorrow': form([
    field('verse', 'Verse', shownAs('textarea')),
    field('voice', 'Voice', shownAs('hologram', songs)),
    field('stage', 'Stage', shownAs('select')),
    field('way', 'Way', { options: [...songs, {}] }),
  ]),
  'values that nobody sees': form([
    field('title', 'Title'),
    { name: 'device', visible: false, required: true, value: { id: 7, tags: ['a'] } },
    { name: 'tags', visible: false, required: true, value: ['a', 'b'] },
    { name: 'loud', visible: false, required: true, value: false },
  ]),
  'fields three groups deep': form([
    group('a', [group('b', [group('c', [field('d', 'D'), immutable('e', 5)])]), field('f', 'F')]),
  ]),
  'names and labels of all kinds': form([
    field('with space', 'שם ארוך מאוד', { customLabel: true }),
    field('quo"ted', '<b>Bold</b> & <i>slanted</i>', { customLabel: true, desc: '<u>Text</u>' }),
    field('umläut', 'W'.repeat(400)),
    { name: 'nameless', required: true },
  ]),
  'messages of all kinds at fields': form([
    field('a', 'A', { messages: messages(message('k.a', 'So you know.', { class: 'INFO' })) }),
    field('b', 'B', { messages: messages(message('k.b', 'Careful.', { class: 'WARNING' })) }),
    field('c', 'C', { type: 'boolean', messages: messages(message('k.c', 'Tick it.')) }),
    field('d', 'D', { options: songs, messages: messages({ message: 'Choose well.' }) }),
  ]),
  'messages of a form itself': form([field('a', 'A')], {
    messages: messages(message('k.form', 'This form closes at noon.')),
  }),
  'error-form beside an answer of the API': {
    ...form([field('a', 'A')]),
    errorCode: 'E0009999',
    errorSummary: 'The song was refused.',
    errorCauses: [{ errorSummary: 'title: It is too long.' }],
  },
  'error-answer of the API with its causes': {
    errorCode: 'E0000001',
    errorSummary: 'Api validation failed: song',
    errorId: 'oae3',
    errorCauses: [{ errorSummary: 'song: The title is too long.' }],
  },
  'error-answer of the API without a code': { errorSummary: 'The stage is closed.' },
  'method of an administrator that can be set up': enrolling('custom_otp', [
    passcode({ required: true }),
  ]),
  'method that needs what nobody has': enrolling('quantum_ring', [
    group('credentials', [{ name: 'entanglement', required: true, visible: false }]),
  ]),
  'question of one kind': enrolling('security_question', [
    {
      name: 'credentials',
      type: 'object',
      required: true,
      options: [
        option('Create my own security question', [
          immutable('questionKey', 'custom'),
          field('question', 'Create a security question'),
          field('answer', 'Answer', { secret: true }),
        ]),
      ],
    },
  ]),
  'email with one way that is required': answer({
    remediations: [
      remediation(
        'authenticator-enrollment-data',
        '/idp/idx/credential/enroll',
        [
          group('authenticator', [
            immutable('id', 'aut1'),
            { name: 'methodType', required: true, options: [{ label: 'Email', value: 'email' }] },
          ]),
        ],
        toCurrent,
      ),
    ],
    ...current('okta_email', { type: 'email' }),
    ...cancel,
  }),
  'provider as a method, without a pointer': answer({
    remediations: [
      page('redirect-idp', '/sso/idps/0oa1?stateToken=token', {
        type: 'SAML2',
        idp: { id: '0oa1', name: 'Atko' },
      }),
      toList,
    ],
    ...current('external_idp', { displayName: 'Atko' }),
    ...cancel,
  }),
};
