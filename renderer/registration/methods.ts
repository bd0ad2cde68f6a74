import { useI18n } from 'vue-i18n';
import type { OptionView } from '../../preload/contract/registration/field';
import type { IconName } from '../components/AppIcon.vue';

interface Method {
  /** Text keys under `methods.list`. */
  readonly text: string;
  readonly icon: IconName;
  /** Okta's English names; another name is the administrator's own. */
  readonly defaults: readonly string[];
}

/** By Okta's key of the authenticator (docs/sign-up-steps.md, "Methods"). */
const methods: Readonly<Record<string, Method>> = {
  okta_email: method('email', 'mail', ['Email', 'Okta Email']),
  okta_password: method('password', 'lock', ['Password', 'Okta Password']),
  phone_number: method('phone', 'call', ['Phone', 'Okta Phone']),
  security_question: method('question', 'message', ['Security Question', 'Okta Security Question']),
  okta_verify: method('oktaVerify', 'phone', ['Okta Verify']),
  google_otp: method('authenticatorApp', 'phone', ['Google Authenticator']),
  webauthn: method('passkey', 'key', [
    'Security Key or Biometric',
    'Security Key or Biometric Authenticator',
    'Security Key or Biometric Authenticator (FIDO2)',
    'Passkeys',
  ]),
  custom_app: method('customApp', 'phone', ['Custom Authenticator', 'Custom Push Authenticator']),
  custom_otp: method('customOtp', 'phone', ['Custom OTP', 'Custom OTP Authenticator']),
  duo: method('duo', 'phone', ['Duo', 'Duo Security']),
  external_idp: method('externalIdp', 'external', ['IdP', 'IdP Authenticator']),
  nfc_pin: method('nfc', 'card', ['NFC', 'NFC PIN']),
  onprem_mfa: method('onprem', 'key', ['On-Prem MFA', 'On-Prem MFA Authenticator']),
  rsa_token: method('rsa', 'key', ['RSA SecurID', 'RSA SecurID Authenticator']),
  smart_card_idp: method('smartCard', 'card', [
    'Smart Card',
    'Smart Card IdP',
    'Smart Card Authenticator',
  ]),
  symantec_vip: method('symantecVip', 'key', ['Symantec VIP', 'Symantec VIP Authenticator']),
  tac: method('tac', 'lock', ['Temporary Access Code']),
  yubikey_token: method('yubikey', 'key', ['YubiKey', 'YubiKey Authenticator', 'YubiKey OTP']),
};

/** A method's name and what it means for a person, in one sentence. */
export function useMethodTexts() {
  const { t } = useI18n();
  return {
    /** The app's own name, unless an administrator chose another. */
    nameOf(key: string, label: string): string {
      const own = known(key);
      return own && isDefault(own, key, label) ? t(`methods.list.${own.text}.name`) : label;
    },
    sentenceOf({ label, authenticator }: OptionView): string {
      const own = authenticator ? known(authenticator.key) : undefined;
      const said = authenticator?.description ?? null;
      if (said !== null && !(own && isDefault(own, '', label))) return said;
      return t(own ? `methods.list.${own.text}.sentence` : 'methods.list.other');
    },
  };
}

export function methodIcon(key: string | undefined): IconName {
  return known(key ?? '')?.icon ?? 'lock';
}

function known(key: string): Method | undefined {
  return Object.hasOwn(methods, key) ? methods[key] : undefined;
}

/** An org that names a method not at all names it by its key. */
function isDefault({ defaults }: Method, key: string, label: string): boolean {
  return [key, ...defaults].some((text) => text.toLowerCase() === label.toLowerCase());
}

function method(text: string, icon: IconName, defaults: readonly string[]): Method {
  return { text, icon, defaults };
}
