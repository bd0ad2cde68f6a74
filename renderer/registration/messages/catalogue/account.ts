import { administrator, type Explanation, later, never, now } from './explanation';

const people = 'Directory > People';

/** Messages about what was typed, and about the account it makes. */
export const accountMessages = {
  passwordCommon: now('password.common'),
  passwordRules: { ...now('password.passwordRequirementsNotMet', 'E0000080'), isQuoted: true },
  passwordWrong: now('oie.password.incorrect.message'),
  passwordMissing: now('error.password.required'),
  passwordExpired: now('E0000064'),
  passwordNotSaved: now('E0000014'),
  usernameMissing: now('error.username.required'),
  emailShape: now('registration.error.invalidLoginEmail'),
  emailShapeEmail: now('model.validation.field.invalid.format.email'),
  pattern: now('registration.error.doesNotMatchPattern'),
  patternEmail: now(),
  taken: now('registration.error.notUniqueWithinOrg', 'E0000114'),
  takenEmail: now(),
  answerShort: { ...now('securityQuestion.answer.tooShort.arg'), params: ['count'] },
  answerWrong: now('E0000087'),
  noTags: now('tagsNotAllowed'),
  fieldMissing: now('model.validation.field.blank', 'E0000028'),
  fieldShort: {
    ...now('registration.model.validation.field.string.too.short'),
    params: ['count'],
  },
  fieldLong: { ...now('registration.model.validation.field.string.too.long'), params: ['count'] },
  fieldInvalid: now(
    'model.validation.field.invalid',
    'model.validation.field.wrong.type',
    'model.validation.field.value.not.allowed',
  ),
  valuesRefused: { ...now('E0000001', 'E0000002'), isQuoted: true },
  accountNotCreated: now('registration.error.generic'),
  notCompleted: later('registration.error.request.not.completed'),
  signInFailed: now('E0000004', 'E0000207'),
  accountUnknown: now('idx.unknown.user', 'E0000095'),
  accountLocked: administrator(people, 'E0000069', 'E0000119', 'error.auth.lockedOut'),
  accountSuspended: administrator(people, 'idx.activating.inactive.user'),
  accountStarting: later('E0000112'),
  accountActive: never('E0000016'),
  accountState: administrator(people, 'E0000038'),
  accountMethods: administrator('Security > Authenticators > Enrollment'),
  activationExpired: never('idx.expired.activation.token'),
  activationUnknown: administrator(people, 'idx.missing.activation.token'),
  activationSent: now('idx.request.activation.email'),
  activationNotHere: never('activation-link-not-here'),
} as const satisfies Readonly<Record<string, Explanation>>;
