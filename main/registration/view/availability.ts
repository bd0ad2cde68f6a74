import type { AuthenticatorView } from '../../../preload/contract/registration/authenticator';
import type { CaptchaView } from '../../../preload/contract/registration/step';
import { asString, dig, type JsonRecord } from '../idx/json';
import type { IdxResponse } from '../idx/remediation';

/** What the shell can do for an org besides sending forms. */
export interface Capabilities {
  /** A page of the org's own address, to which captchas and passkeys are bound. */
  readonly canShowOrgPage: boolean;
}

/** Okta enrolls these only through an administrator (catalogue 1.4 P). */
const administered = ['custom_otp', 'custom_app', 'tac'];

/** Why a method cannot be set up in this app. */
export function unavailabilityOf(
  key: string,
  raw: JsonRecord,
  { canShowOrgPage }: Capabilities,
): AuthenticatorView['unavailable'] {
  if (administered.includes(key)) return 'administrator';
  if (key === 'webauthn') return canShowOrgPage ? null : 'not-here';
  if (key !== 'duo') return null;
  const integration = asString(dig(raw, 'contextualData', 'integrationType'));
  return integration === undefined || integration === 'IFRAME' ? 'ended' : null;
}

/** The captcha of the form, if it has one (catalogue 1.4 C). */
export function captchaOf(response: IdxResponse, { canShowOrgPage }: Capabilities): CaptchaView {
  switch (asString(dig(response.body, 'captcha', 'value', 'type'))?.toUpperCase()) {
    case 'ALTCHA':
      return { kind: 'altcha', isAvailable: true };
    case 'HCAPTCHA':
      return { kind: 'hcaptcha', isAvailable: canShowOrgPage };
    case 'RECAPTCHA_V2':
      return { kind: 'recaptcha', isAvailable: canShowOrgPage };
    default:
      return { kind: 'unknown', isAvailable: false };
  }
}
