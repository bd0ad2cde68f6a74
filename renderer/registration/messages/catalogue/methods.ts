import { administrator, type Explanation, later, never, now, staff } from './explanation';

/** Messages about codes and the methods that one sets up. */
export const methodMessages = {
  codeWrong: now(
    'api.authn.error.PASSCODE_INVALID',
    'authfactor.challenge.soft_token.invalid_passcode',
    'idx.invalid.device.code',
    'E0000068',
  ),
  codeUsed: now('authfactor.challenge.soft_token.used_passcode', 'E0000082'),
  nextCode: now('E0000106'),
  codeExpired: now('E0000083'),
  verificationTimedOut: now('core.system.transaction_resource_not_found'),
  phoneInvalid: now('api.factors.error.sms.invalid_phone', 'oie.phone.invalid', 'E0000098'),
  phoneRegion: never('E0000099'),
  phoneUnverified: never('E0000097'),
  smsLimit: later('E0000150'),
  callLimit: later('E0000151'),
  smsTooSoon: later('E0000109'),
  callTooSoon: later('E0000133'),
  methodFailed: now(
    'oie.authenticator.enroll.error.fail',
    'oie.authenticator.verify.error.fail',
    'E0000067',
    'E0000074',
  ),
  methodRestricted: administrator('Directory > People', 'enroll.hotp.restricted'),
  methodLocked: administrator('Directory > People', 'authfactor.challenge.suspended_factor'),
  biometricsNeeded: now('oie.authenticator.app.method.push.enroll.enable.biometrics'),
  verifyUpdate: now(
    'oie.authenticator.app.non_fips_compliant_enrollment_app_update_required',
    'oie.authenticator.app.method.push.force.upgrade.number_challenge',
  ),
  verifyDevice: administrator(
    'Security > Authenticators > Okta Verify',
    'oie.authenticator.app.non_fips_compliant_enrollment_device_incompatible',
  ),
  verifyRemoved: now(),
  nfcSignIn: now('api.authenticator.error.nfc.sign_in_to_use'),
  nfcUnavailable: later('api.authenticator.error.nfc.unavailable'),
  passkeyFailed: now('oie.webauthn.error.invalidPasskey'),
  passkeyUnsupported: staff('no', 'oie.webauthn.error.not.supported'),
  passkeyDismissed: now('oie.browser.error.NotAllowedError'),
  duoFailed: now('oie.authenticator.duo.error', 'oie.duo.iFrameError'),
  deniedElsewhere: now('idx.operation.cancelled.on.other.device', 'E0000073'),
} as const satisfies Readonly<Record<string, Explanation>>;
