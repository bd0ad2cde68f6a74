import type { Org } from '../model/org';
import type { AuthenticatorKey } from '../policy/schema';
import { externalIdp, smartCardIdp } from './at-provider';
import type { Authenticator } from '../model/authenticator';
import { duo } from './duo';
import { email } from './email';
import { googleOtp } from './google-otp';
import { nfcPin } from './nfc-pin';
import { customApp, customOtp, temporaryAccessCode } from './not-enrolled-here';
import { oktaVerify } from './okta-verify';
import { password } from './password';
import { phone } from './phone';
import { securityQuestion } from './security-question';
import { symantecVip } from './symantec-vip';
import { onPrem, rsaToken } from './token';
import { webauthn } from './webauthn';
import { yubikey } from './yubikey';

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
  yubikey_token: yubikey,
  rsa_token: rsaToken,
  onprem_mfa: onPrem,
  symantec_vip: symantecVip,
  nfc_pin: nfcPin,
  duo,
  custom_otp: customOtp,
  custom_app: customApp,
  tac: temporaryAccessCode,
};

export function findAuthenticator(org: Org, id: unknown): Authenticator | undefined {
  return Object.values(authenticators).find(({ key }) => org.authenticatorIds[key] === id);
}
