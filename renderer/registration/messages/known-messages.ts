import type { MessageView } from '../../../preload/schemas/registration';

/**
 * Message keys of the Identity Engine (catalogue, section 2) and the app's own text for each, as a
 * key under `registration.messages`. A key that is not here is shown in the server's words.
 */
const texts: Readonly<Record<string, string>> = {
  'api.authn.error.PASSCODE_INVALID': 'codeWrong',
  'authfactor.challenge.soft_token.invalid_passcode': 'codeWrong',
  'authfactor.challenge.soft_token.used_passcode': 'codeUsed',
  'errors.E0000113': 'nextCode',
  'core.system.transaction_resource_not_found': 'codeExpired',
  'api.factors.error.sms.invalid_phone': 'phoneInvalid',
  'oie.phone.invalid': 'phoneInvalid',
  'errors.E0000098': 'phoneInvalid',
  'errors.E0000150': 'smsLimit',
  'errors.E0000151': 'callLimit',
  'errors.E0000109': 'smsTooSoon',
  'errors.E0000133': 'callTooSoon',
  'oie.authenticator.enroll.error.fail': 'methodFailed',
  'enroll.hotp.restricted': 'methodRestricted',
  'oie.authenticator.app.method.push.enroll.enable.biometrics': 'biometricsNeeded',
  'oie.authenticator.app.non_fips_compliant_enrollment_app_update_required': 'verifyUpdate',
  'oie.authenticator.app.non_fips_compliant_enrollment_device_incompatible': 'verifyDevice',
  'api.authenticator.error.nfc.sign_in_to_use': 'nfcSignIn',
  'password.common': 'passwordCommon',
  'password.passwordRequirementsNotMet': 'passwordRules',
  'registration.error.generic': 'accountNotCreated',
  'registration.error.request.not.completed': 'notCompleted',
  'securityQuestion.answer.tooShort.arg': 'answerShort',
  tagsNotAllowed: 'noTags',
  'idx.error.registration.unavailable': 'registrationUnavailable',
  'oie.registration.is.not.enabled': 'registrationUnavailable',
  'idx.error.server.safe.mode.enrollment.unavailable': 'maintenance',
  'idx.email.verification.required': 'checkMail',
  'idx.enter.otp.in.original.tab': 'enterInOriginal',
  'idx.return.to.original.tab': 'returnToOriginal',
  'idx.return.link.expired': 'linkExpired',
  'idx.return.stale': 'linkExpired',
  'idx.return.error': 'linkFailed',
  'idx.transferred.to.new.tab': 'continuedElsewhere',
  'idx.session.expired': 'sessionExpired',
  'error.expired.session': 'sessionExpired',
  'error.password.required': 'passwordMissing',
  'error.username.required': 'usernameMissing',
  'errors.E0000004': 'authenticationFailed',
  'idx.identity.provider.auth.error': 'providerFailed',
  'idx.operation.cancelled.by.user': 'cancelled',
  'idx.operation.cancelled.on.other.device': 'deniedElsewhere',
  'idx.error.code.user_not_assigned': 'notAssigned',
  'idx.error.user.not.assigned.to.app': 'notAssigned',
  'oie.assurance.unsatisfiable': 'noMatchingPolicy',
  'idx.error.code.no_matching_policy': 'noMatchingPolicy',
  'idx.activating.inactive.user': 'accountSuspended',
  'idx.expired.activation.token': 'activationExpired',
  'idx.missing.activation.token': 'activationUnknown',
  'idx.request.activation.email': 'activationSent',
  'security.access_denied': 'accessDenied',
  'errors.E0000006': 'accessDenied',
  tooManyRequests: 'tooManyRequests',
  'oie.tooManyRequests': 'tooManyRequests',
  E0000047: 'tooManyRequests',
  E0000006: 'accessDenied',
  E0000009: 'serverError',
  'errors.E0000009': 'serverError',
  E0000010: 'serverBusy',
  E0000020: 'badRequest',
  'errors.E0000020': 'badRequest',
};

/** Messages that name the attribute they are about; an e-mail address has a text of its own. */
const attributeTexts: Readonly<Record<string, string>> = {
  'registration.error.invalidLoginEmail': 'emailShape',
  'registration.error.doesNotMatchPattern': 'pattern',
  'registration.error.notUniqueWithinOrg': 'taken',
};

/** The app's text for a message, or null where only the server's words will do. */
export function knownMessage({ key, params }: MessageView, fieldName?: string): string | null {
  if (key === null) return null;
  if (Object.hasOwn(texts, key)) return texts[key] ?? null;
  const suffix = /\.(Email|custom)$/;
  const attribute = Object.hasOwn(attributeTexts, key.replace(suffix, ''))
    ? attributeTexts[key.replace(suffix, '')]
    : undefined;
  if (attribute === undefined) return null;
  const isEmail =
    /email$/i.test(fieldName ?? '') || (!fieldName && /e-?mail/i.test(params[0] ?? ''));
  return isEmail ? `${attribute}Email` : attribute;
}
