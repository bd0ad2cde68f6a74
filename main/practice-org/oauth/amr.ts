import type { EnrolledAuthenticator } from '../model/accounts';
import type { AuthenticatorKey } from '../policy/authenticators';

/**
 * What `amr` calls a method: the table "Supported AMR values by authenticator type" of Okta's guide "Configure AMR
 * claims mapping". The guide has no row for a PIN on a card and a temporary access code; RFC 8176 has names for them.
 */
const values: Readonly<Record<AuthenticatorKey, Readonly<Record<string, readonly string[]>>>> = {
  okta_password: { password: ['pwd'] },
  okta_email: { email: ['email'] },
  phone_number: { sms: ['sms'], voice: ['tel'] },
  okta_verify: {
    totp: ['okta_verify', 'otp'],
    push: ['okta_verify', 'swk'],
    signed_nonce: ['okta_verify', 'phr'],
  },
  google_otp: { otp: ['google_otp'] },
  webauthn: { webauthn: ['pop'] },
  security_question: { security_question: ['kba'] },
  external_idp: { idp: ['fed'] },
  smart_card_idp: { cert: ['sc', 'swk'] },
  yubikey_token: { otp: ['yubikey'] },
  rsa_token: { otp: ['rsa'] },
  onprem_mfa: { otp: ['oauth_otp'] },
  symantec_vip: { otp: ['symantec'] },
  nfc_pin: { nfc: ['hwk', 'pin'] },
  duo: { idp: ['duo'] },
  custom_otp: { otp: ['otp'] },
  custom_app: { push: ['swk'] },
  tac: { tac: ['otp'] },
};

/** Each value once; `mfa` stands beside those of more than one authenticator (RFC 8176 section 2). */
export function amrOf(
  enrollments: readonly EnrolledAuthenticator[],
  isFederated: boolean,
): readonly string[] {
  const used = enrollments.flatMap(({ key, methods }) =>
    methods.flatMap((method) => values[key][method] ?? []),
  );
  const authenticators = new Set(enrollments.map(({ key }) => key));
  return [
    ...new Set([
      ...(isFederated ? ['fed'] : []),
      ...used,
      ...(authenticators.size + (isFederated ? 1 : 0) > 1 ? ['mfa'] : []),
    ]),
  ];
}
