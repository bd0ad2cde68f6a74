import { sentenceOf } from '../../../main/diagnosis/sentences';
import type { ActionView, StepView } from '../../../preload/contract/registration/step';
import type { AuthenticatorView } from '../../../preload/contract/registration/authenticator';
import type { FieldView, OptionView } from '../../../preload/contract/registration/field';
import type { MessageView } from '../../../preload/contract/registration/message';

/** Step views as main makes them, with what a test is about filled in. */
export function stepView(given: Partial<StepView> = {}): StepView {
  return {
    phase: 'step',
    serial: 1,
    step: 'enroll-profile',
    authenticator: null,
    title: null,
    buttonLabel: null,
    messages: [],
    fields: [],
    actions: [action('submit', 'submit'), action('cancel', 'cancel')],
    passwordRules: null,
    person: { login: null, firstName: null, lastName: null },
    delivery: null,
    resendAvailableAt: null,
    isPolling: false,
    asksAgainAt: null,
    detail: null,
    captcha: null,
    openedAction: null,
    expiresAt: null,
    ...given,
  };
}

export function field(name: string, given: Partial<FieldView> = {}): FieldView {
  return {
    name,
    label: name,
    description: null,
    hasCustomLabel: false,
    control: 'text',
    isRequired: true,
    isSecret: false,
    minLength: null,
    maxLength: null,
    format: null,
    value: null,
    options: [],
    messages: [],
    ...given,
  };
}

export function option(id: string, given: Partial<OptionView> = {}): OptionView {
  return { id, label: id, fields: [], authenticator: null, ...given };
}

export function authenticator(
  key: string,
  given: Partial<AuthenticatorView> = {},
): AuthenticatorView {
  return {
    key,
    displayName: key,
    profile: null,
    description: null,
    methods: [],
    usage: null,
    gracePeriod: null,
    isEnrolled: false,
    unavailable: null,
    needs: null,
    ...given,
  };
}

export function action(
  id: string,
  kind: ActionView['kind'],
  given: Partial<ActionView> = {},
): ActionView {
  return { id, kind, name: id.replace(/^\w+:/, ''), label: null, provider: null, ...given };
}

/** As main sends it: with the sentence that it recognizes in the text. */
export function message(text: string, given: Partial<MessageView> = {}): MessageView {
  const sentence = sentenceOf(given.key ?? null, text);
  const told = sentence === undefined ? {} : { sentence };
  return { level: 'error', key: null, params: [], text, links: [], ...told, ...given };
}

export const profile = stepView({
  fields: [
    field('userProfile.firstName', { label: 'First name', minLength: 2, maxLength: 50 }),
    field('userProfile.lastName', { label: 'Last name' }),
    field('userProfile.email', { label: 'Email', control: 'email' }),
    field('userProfile.nickName', { label: 'Nickname', isRequired: false }),
  ],
});

export const picker = stepView({
  serial: 2,
  step: 'select-authenticator-enroll',
  fields: [
    field('authenticator', {
      control: 'choice',
      options: [
        option('0', { label: 'Email', authenticator: authenticator('okta_email') }),
        option('1', {
          label: 'Phone',
          authenticator: authenticator('phone_number'),
          fields: [field('authenticator.phoneNumber', { isRequired: false })],
        }),
      ],
    }),
  ],
});

const backToList = action('show:select-authenticator-enroll', 'show');

export const password = stepView({
  serial: 3,
  step: 'enroll-authenticator',
  authenticator: authenticator('okta_password', { displayName: 'Password' }),
  fields: [
    field('credentials.passcode', { label: 'Enter password', control: 'password', isSecret: true }),
  ],
  passwordRules: {
    minLength: 8,
    minLowerCase: 1,
    minUpperCase: 2,
    minNumber: 1,
    minSymbol: 0,
    excludesUsername: true,
    excludesFirstName: true,
    excludesLastName: false,
    usesActiveDirectoryRules: false,
    maxConsecutive: 3,
    historyCount: 4,
    minAgeMinutes: 120,
  },
  person: { login: 'mira.okafor@example.com', firstName: 'Mira', lastName: 'Okafor' },
  actions: [action('submit', 'submit'), backToList, action('cancel', 'cancel')],
});

const code = field('credentials.passcode', {
  label: 'Enter code',
  control: 'code',
  isSecret: true,
});

export const emailData = stepView({
  serial: 4,
  step: 'authenticator-enrollment-data',
  authenticator: authenticator('okta_email', { displayName: 'Email' }),
  fields: [
    field('authenticator.methodType', {
      control: 'radio',
      options: [option('email', { label: 'Email' })],
    }),
  ],
  delivery: {
    channel: 'email',
    destination: 'mira@example.com',
    hasLink: false,
    phoneMethods: null,
  },
});

export const emailCode = stepView({
  serial: 4,
  step: 'enroll-authenticator',
  authenticator: authenticator('okta_email', { displayName: 'Email' }),
  fields: [code],
  delivery: {
    channel: 'email',
    destination: 'mira@example.com',
    hasLink: false,
    phoneMethods: null,
  },
  actions: [
    action('submit', 'submit'),
    action('resend', 'resend'),
    backToList,
    action('cancel', 'cancel'),
  ],
});

export const phone = stepView({
  serial: 5,
  step: 'authenticator-enrollment-data',
  authenticator: authenticator('phone_number', { displayName: 'Phone' }),
  fields: [
    field('authenticator.methodType', {
      control: 'radio',
      options: [option('sms', { label: 'SMS' }), option('voice', { label: 'Voice call' })],
    }),
    field('authenticator.phoneNumber', { control: 'tel', label: 'Phone number' }),
  ],
  actions: [action('submit', 'submit'), backToList, action('skip', 'skip')],
});

export const phoneCode = stepView({
  serial: 6,
  step: 'enroll-authenticator',
  authenticator: authenticator('phone_number', { displayName: 'Phone' }),
  fields: [code],
  delivery: {
    channel: 'sms',
    destination: '+1 XXX-XXX-4567',
    hasLink: false,
    phoneMethods: ['sms', 'voice'],
  },
  actions: [
    action('submit', 'submit'),
    action('resend', 'resend'),
    action('show:authenticator-enrollment-data', 'show'),
    backToList,
  ],
});
