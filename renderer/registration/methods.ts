import { useI18n } from 'vue-i18n';
import type { OptionView } from '../../preload/schemas/registration';

interface Method {
  /** Text keys under `registration.methods`. */
  readonly text: string;
  /** Okta's English names; another name is the administrator's own. */
  readonly defaults: readonly string[];
}

const methods: Readonly<Record<string, Method>> = {
  okta_email: { text: 'email', defaults: ['Email'] },
  okta_password: { text: 'password', defaults: ['Password', 'Okta Password'] },
  phone_number: { text: 'phone', defaults: ['Phone', 'Okta Phone'] },
  security_question: {
    text: 'question',
    defaults: ['Security Question', 'Okta Security Question'],
  },
  okta_verify: { text: 'oktaVerify', defaults: ['Okta Verify'] },
  google_otp: { text: 'authenticatorApp', defaults: ['Google Authenticator'] },
  webauthn: {
    text: 'passkey',
    defaults: [
      'Security Key or Biometric',
      'Security Key or Biometric Authenticator',
      'Security Key or Biometric Authenticator (FIDO2)',
      'Passkeys',
    ],
  },
};

/** A method's name and what it means for a person, in one sentence. */
export function useMethodTexts() {
  const { t, te } = useI18n();
  const known = ({ authenticator }: OptionView) =>
    authenticator && Object.hasOwn(methods, authenticator.key)
      ? methods[authenticator.key]
      : undefined;
  return {
    nameOf(option: OptionView): string {
      const own = known(option);
      return own?.defaults.some((text) => text.toLowerCase() === option.label.toLowerCase())
        ? t(`registration.methods.${own.text}.name`)
        : option.label;
    },
    sentenceOf(option: OptionView): string {
      const own = known(option);
      const key = `registration.methods.${own?.text ?? ''}.sentence`;
      if (own && te(key, 'en')) return t(key);
      return option.authenticator?.description ?? t('registration.methods.other');
    },
  };
}
