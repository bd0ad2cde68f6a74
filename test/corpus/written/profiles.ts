import {
  answer,
  cancel,
  current,
  group,
  immutable,
  message,
  messages,
  page,
  remediation,
} from './parts';

const toSignIn = remediation('select-identify', '/idp/idx/identify/select');

const names = [
  { name: 'lastName', label: 'Last name', required: true },
  { name: 'firstName', label: 'First name', required: true },
];
const email = { name: 'email', label: 'Email', required: true };

function profile(fields: object[], { groups = [], beside = [toSignIn], ...more }: Extra = {}) {
  const form = [group('userProfile', fields), ...groups];
  return answer({
    remediations: [remediation('enroll-profile', '/idp/idx/enroll/new', form), ...beside],
    ...more,
  });
}

interface Extra {
  readonly groups?: object[];
  readonly beside?: object[];
  readonly captcha?: object;
}

/** An attribute whose control the org names. */
function shownAs(inputType: string, more: object = {}) {
  const value = { type: 'object', value: { inputType, ...more } };
  return { options: [{ label: 'display', value }] };
}

function captcha(type: string) {
  return {
    groups: [
      group(
        'captchaVerify',
        [
          immutable('captchaId', 'cap1', { visible: false }),
          { name: 'captchaToken', required: true, visible: false, hint: 'captcha' },
        ],
        { relatesTo: '$.captcha' },
      ),
    ],
    captcha: { type: 'object', value: { id: 'cap2', name: 'The captcha', type, siteKey: 'key' } },
  };
}

const passwordPolicy = {
  complexity: { minLength: 8, minLowerCase: 1, minUpperCase: 1, minNumber: 1, minSymbol: 0 },
  age: { minAgeMinutes: 120, historyCount: 4 },
};

const newPassword = (more: object = {}) =>
  group(
    'credentials',
    [{ name: 'passcode', label: 'Enter Password', secret: true, required: true, ...more }],
    { required: true, relatesTo: '$.currentAuthenticator' },
  );

const attributes =
  'firstName lastName email honorificPrefix honorificSuffix title displayName nickName profileUrl ' +
  'mobilePhone primaryPhone streetAddress city state zipCode postalCode countryCode postalAddress ' +
  'preferredLanguage locale timezone userType employeeNumber costCenter organization division ' +
  'department managerId manager login';

const secondEmail = {
  name: 'secondEmail',
  label: 'Secondary email',
  desc: 'Use a second email to recover your account.',
  required: false,
  minLength: 1,
  maxLength: 100,
};

const provider = (type: string, name: string) =>
  page('redirect-idp', `/sso/idps/${type.toLowerCase()}?stateToken=token`, {
    type,
    idp: { id: `0oa${type}`, name },
  });

const notUnique = message(
  'registration.error.notUniqueWithinOrg',
  'A user with this Email already exists',
  { i18n: { key: 'registration.error.notUniqueWithinOrg', params: ['Email'] } },
);
const noPattern = message(
  'registration.error.doesNotMatchPattern',
  "Provided value for property 'Email' does not match required pattern",
  { i18n: { key: 'registration.error.doesNotMatchPattern', params: ['Email'] } },
);

/** Who somebody is, at the start or later. */
export const profiles = {
  'profile with places': profile([
    ...names,
    email,
    {
      name: 'country',
      label: 'Country',
      required: true,
      type: 'string',
      ...shownAs('select', { format: 'country-code' }),
    },
    {
      name: 'countryCode',
      label: 'Country code',
      required: true,
      type: 'string',
      ...shownAs('text', { format: 'country-code' }),
    },
    { name: 'timezone', label: 'Timezone', required: true },
  ]),
  'profile with every attribute': profile([
    ...attributes.split(' ').map((name) => ({ name, label: `${name} 1`, required: true })),
    { name: 'secondEmail', label: 'Secondary email1', required: false },
  ]),
  'profile with a box to tick': profile([
    ...names,
    email,
    {
      name: 'rememberMe',
      label: 'Keep me signed in',
      type: 'boolean',
      required: true,
      ...shownAs('checkbox'),
    },
  ]),
  'profile with lists of numbers': profile([
    email,
    {
      name: 'size',
      label: 'Shirt size',
      required: true,
      ...shownAs('select', {
        options: [
          { label: 'Small', value: 36 },
          { label: 'Large', value: 44 },
        ],
      }),
    },
    {
      name: 'pet',
      label: 'Do you have a pet?',
      type: 'boolean',
      required: true,
      ...shownAs('radio', {
        options: [
          { label: 'Yes', value: 'true' },
          { label: 'No', value: 'false' },
        ],
      }),
    },
  ]),
  'profile with an hCaptcha': profile([...names, email], captcha('HCAPTCHA')),
  'profile with an ALTCHA': profile([...names, email], captcha('ALTCHA')),
  'profile with a captcha of tomorrow': profile([...names, email], captcha('TURNSTILE')),
  'profile with a password': {
    ...profile([email, ...names], { groups: [newPassword()] }),
    ...current('okta_password', { type: 'password', settings: passwordPolicy }),
    ...cancel,
  },
  'profile with sign-in services': profile([...names, email], {
    beside: [
      toSignIn,
      provider('GOOGLE', 'Google IDP'),
      provider('SAML2', 'Corporate'),
      provider('SAML2', 'Partners'),
      page('piv-idp', '/sso/idps/mtlsidp?stateToken=token', {
        type: 'X509',
        idp: { id: '0oaP', name: 'Smart Card' },
      }),
    ],
  }),
  'error-profile of somebody known': profile([
    ...names,
    { ...email, messages: messages(notUnique) },
  ]),
  'error-profile with several problems': {
    ...profile(
      [
        { ...email, messages: messages(noPattern, notUnique) },
        { ...names[1], messages: messages(message('hook', 'Only people of this town may join.')) },
      ],
      {
        groups: [
          newPassword({
            messages: messages(message('password.common', 'This password is too common.')),
          }),
        ],
      },
    ),
    messages: messages(message('a.hook.of.the.org', 'The org looked at this and said no.')),
    ...current('okta_password', { type: 'password', settings: passwordPolicy }),
  },
  'update that can be skipped': answer({
    remediations: [
      remediation('profile-update', '/idp/idx/enroll/new', [
        group('userProfile', [{ name: 'newAttribute', label: 'Some attribute', required: false }]),
        group('userProfile', [secondEmail]),
        group('userProfile', [{ name: 'other', label: 'Another attribute', required: false }]),
      ]),
      remediation('skip', '/idp/idx/skip'),
    ],
    ...cancel,
  }),
  'update of a profile': answer({
    remediations: [
      remediation('enroll-profile', '/idp/idx/enroll/update', [
        group('userProfile', [
          { name: 'favoriteSport', label: 'Favorite sport', required: true, maxLength: 50 },
        ]),
      ]),
    ],
    uiDisplay: { type: 'object', value: { label: 'About sports', buttonLabel: 'Off we go' } },
    ...cancel,
  }),
};
