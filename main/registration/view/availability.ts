import type { AuthenticatorView } from '../../../preload/contract/registration/authenticator';
import type { CaptchaView } from '../../../preload/contract/registration/step';
import { asRecord, asString, dig, type JsonRecord } from '../idx/json';
import type { IdxResponse } from '../idx/remediation';
import { creationOptionsOf, demandsKept, type Passkeys } from '../passkey';

/** What the shell can do for an org besides sending forms. */
export interface Capabilities {
  /** A page of the org's own address, to which captchas are bound. */
  readonly canShowCaptcha: boolean;
  readonly passkeys: Passkeys;
}

/** Okta enrolls these only through an administrator (docs/sign-up-steps.md, "Methods"). */
const administered = ['custom_otp', 'custom_app', 'tac'];

/** Why a method cannot be set up in this app. */
export function unavailabilityOf(
  key: string,
  raw: JsonRecord,
  { body }: IdxResponse,
  { passkeys }: Capabilities,
): AuthenticatorView['unavailable'] {
  if (administered.includes(key)) return 'administrator';
  if (key === 'webauthn') {
    if (passkeys === 'none') return 'not-here';
    // A list has no options of its own; behind the step of the method they are in the same answer.
    const current = asRecord(dig(body, 'currentAuthenticator', 'value'));
    const options = creationOptionsOf(current?.['key'] === key ? current : raw);
    return passkeys === 'roaming' && demandsKept(options) ? 'not-kept' : null;
  }
  if (key !== 'duo') return null;
  const integration = asString(dig(raw, 'contextualData', 'integrationType'));
  return integration === undefined || integration === 'IFRAME' ? 'ended' : null;
}

/** What somebody has to have at hand for a method, here. */
export function needsOf(key: string, { passkeys }: Capabilities): AuthenticatorView['needs'] {
  return key === 'webauthn' && passkeys === 'roaming' ? 'security-key' : null;
}

/** The captcha of the form, if it has one (docs/sign-up-steps.md, "Captcha"). */
export function captchaOf(response: IdxResponse, { canShowCaptcha }: Capabilities): CaptchaView {
  switch (asString(dig(response.body, 'captcha', 'value', 'type'))?.toUpperCase()) {
    case 'ALTCHA':
      return { kind: 'altcha', isAvailable: true };
    case 'HCAPTCHA':
      return { kind: 'hcaptcha', isAvailable: canShowCaptcha };
    case 'RECAPTCHA_V2':
      return { kind: 'recaptcha', isAvailable: canShowCaptcha };
    default:
      return { kind: 'unknown', isAvailable: false };
  }
}
