import type { Org } from '../org';
import type { AuthenticatorKey } from '../policy/schema';
import { externalIdp, smartCardIdp } from './at-provider';
import type { Authenticator } from './authenticator';
import { email } from './email';
import { googleOtp } from './google-otp';
import { customApp, customOtp, notEnrolledHere, temporaryAccessCode } from './not-enrolled-here';
import { oktaVerify } from './okta-verify';
import { password } from './password';
import { phone } from './phone';
import { securityQuestion } from './security-question';
import { webauthn } from './webauthn';
import { messages } from '../idx/messages';

export const authenticators: Readonly<Record<AuthenticatorKey, Authenticator>> = {
  okta_password: password,
  okta_email: email,
  phone_number: phone,
  okta_verify: oktaVerify,
  google_otp: googleOtp,
  webauthn,
  security_question: securityQuestion,
  external_idp: externalIdp,
  smart_card_idp: smartCardIdp,
  yubikey_token: notEnrolledHere({
    key: 'yubikey_token',
    type: 'security_key',
    displayName: 'YubiKey Authenticator',
    method: 'otp',
    message: messages.enrollmentFailed,
  }),
  rsa_token: notEnrolledHere({
    key: 'rsa_token',
    type: 'security_key',
    displayName: 'RSA SecurID',
    method: 'otp',
    message: messages.enrollmentFailed,
  }),
  onprem_mfa: notEnrolledHere({
    key: 'onprem_mfa',
    type: 'security_key',
    displayName: 'On-prem',
    method: 'otp',
    message: messages.enrollmentFailed,
  }),
  symantec_vip: notEnrolledHere({
    key: 'symantec_vip',
    type: 'app',
    displayName: 'Symantec VIP',
    method: 'otp',
    message: messages.enrollmentFailed,
  }),
  nfc_pin: notEnrolledHere({
    key: 'nfc_pin',
    type: 'proximity',
    displayName: 'NFC',
    method: 'nfc',
    message: messages.enrollmentFailed,
  }),
  duo: notEnrolledHere({
    key: 'duo',
    type: 'app',
    displayName: 'Duo Security',
    method: 'idp',
    message: messages.enrollmentFailed,
  }),
  custom_otp: customOtp,
  custom_app: customApp,
  tac: temporaryAccessCode,
};

export function findAuthenticator(org: Org, id: unknown): Authenticator | undefined {
  return Object.values(authenticators).find(({ key }) => org.authenticatorIds[key] === id);
}
