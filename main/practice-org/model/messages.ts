/** A message as IDX carries it; clients go by the key and fall back to the text. */
export interface Message {
  readonly message: string;
  /** Absent where somebody else's code wrote the text: an inline hook. */
  readonly i18n?: { readonly key: string; readonly params?: readonly (string | number)[] };
  readonly class: 'ERROR' | 'WARNING' | 'INFO';
  readonly links?: readonly { readonly url: string; readonly label?: string }[];
}

function error(key: string, message: string, params?: readonly (string | number)[]): Message {
  return { message, i18n: { key, ...(params && { params }) }, class: 'ERROR' };
}

function info(key: string, message: string): Message {
  return { message, i18n: { key }, class: 'INFO' };
}

/** A text without a key: no client can have its own words for it. */
function ofOthers(message: string): Message {
  return { message, class: 'ERROR' };
}

/** Keys and texts as Okta's recorded answers have them. */
export const messages = {
  accessDenied: error(
    'security.access_denied',
    'You do not have permission to perform the requested action.',
  ),
  activationMailSent: info(
    'idx.request.activation.email',
    'New activation link requested. If your information matches our records, you will receive a new activation link in your inbox soon.',
  ),
  authenticationFailed: error('errors.E0000004', 'Authentication failed'),
  badRequest: error('E0000020', 'Bad request.'),
  /** Okta documents no key for it. */
  captchaFailed: ofOthers('The captcha was not solved. Try again.'),
  commonPassword: error(
    'password.common',
    'This password was found in a list of commonly used passwords. Please try another password.',
    [''],
  ),
  emailVerificationRequired: info(
    'idx.email.verification.required',
    'To finish signing in, check your email.',
  ),
  enrollmentFailed: error(
    'oie.authenticator.enroll.error.fail',
    'Unable to enroll authenticator. Try again.',
    [],
  ),
  hotpRestricted: error(
    'enroll.hotp.restricted',
    'Contact your administrator to continue enrollment',
    [],
  ),

  enrollmentUnavailable: error(
    'idx.error.server.safe.mode.enrollment.unavailable',
    'Set up is temporarily unavailable due to server maintenance. Try again later.',
  ),
  identityProviderFailed: error(
    'idx.identity.provider.auth.error',
    'There was a problem signing you into your identity provider. Please contact your administrator for help.',
  ),
  invalidPasscode: error('api.authn.error.PASSCODE_INVALID', 'Invalid code. Try again.', []),
  invalidPhone: error('api.factors.error.sms.invalid_phone', 'Invalid Phone Number.'),
  notAssigned: error(
    'idx.error.user.not.assigned.to.app',
    'User is not assigned to this application.',
  ),
  phoneRegionBlocked: error(
    'errors.E0000099',
    'Only numbers located in US and Canada are allowed. Contact your administrator if this is a problem.',
  ),
  registrationFailed: error(
    'registration.error.generic',
    'There was an error creating your account. Please try registering again.',
  ),
  registrationUnavailable: error(
    'idx.error.registration.unavailable',
    'Registration is currently unavailable.',
  ),
  requestNotCompleted: error(
    'registration.error.request.not.completed',
    'Your request could not be completed. Try again later.',
  ),
  sessionExpired: error(
    'idx.session.expired',
    'You have been logged out due to inactivity. Refresh or return to the sign in screen.',
  ),
  tooManyRequests: error('tooManyRequests', 'Too many requests'),
  verificationTimedOut: error(
    'core.system.transaction_resource_not_found',
    'Verification timed out. Please try again',
  ),

  /** The one text with two keys: whom the app is not assigned to, and whom no rule lets in. */
  appNotAllowed: (reason: 'no_matching_policy' | 'user_not_assigned') =>
    error(
      `idx.error.code.${reason}`,
      'You are not allowed to access this app. To request access, contact an admin.',
    ),
  assuranceUnsatisfiable: (app: string) =>
    error(
      'oie.assurance.unsatisfiable',
      `Unable to login to "${app}" at this time. For assistance, please contact your administrator.`,
      [app],
    ),

  ofHook: ofOthers,
  doesNotMatchPattern: (label: string) =>
    error(
      'registration.error.doesNotMatchPattern',
      `Provided value for property '${label}' does not match required pattern`,
      [label],
    ),
  invalidLoginEmail: (label: string) =>
    error(
      'registration.error.invalidLoginEmail',
      `'${label}' must be in the form of an email address`,
      [label],
    ),
  notUnique: (label: string) =>
    error('registration.error.notUniqueWithinOrg', `A user with this ${label} already exists`, [
      label,
    ]),
  passwordRequirements: (requirements: string) =>
    error(
      'password.passwordRequirementsNotMet',
      `Password requirements were not met. ${requirements}`,
      [requirements],
    ),
  required: error('model.validation.field.blank', 'This field cannot be left blank'),
  tooLong: (most: number) =>
    error(
      'registration.model.validation.field.string.too.long',
      `Please enter something shorter than ${most + 1} characters`,
      [most + 1],
    ),
  tooShort: (least: number) =>
    error(
      'registration.model.validation.field.string.too.short',
      `Please enter something at least ${least} characters long`,
      [least],
    ),
  limitReached: {
    sms: error(
      'errors.E0000150',
      'You have reached the limit of sms requests, please try again later.',
    ),
    voice: error(
      'errors.E0000151',
      'You have reached the limit of call requests, please try again later.',
    ),
  },
  sentRecently: {
    sms: error(
      'errors.E0000109',
      'An SMS message was recently sent. Please wait 30 seconds before trying again.',
    ),
    voice: error(
      'errors.E0000133',
      'A phone call was recently made. Please wait 30 seconds before trying again.',
    ),
  },
} as const;
