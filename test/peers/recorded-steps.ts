import type { PolicyInput } from '../../main/practice-org/policy/schema';
import { ada, list, type SignUp } from '../unit/practice-org/practice';

/** How a practice org is brought to the step of a recording. */
export interface RecordedStep {
  /** Besides what the recording itself says: its methods and its attributes. */
  readonly policy?: PolicyInput;
  /** After the recording's own method was chosen. */
  readonly arrive?: (signUp: SignUp) => Promise<unknown>;
  /** Whether the sign-up stops at its first page, or at the page for the profile. */
  readonly stopsAt?: 'first-page' | 'profile';
}

const sendNumber = (phoneNumber: string) => (signUp: SignUp) => {
  const [authenticator] = list(signUp.form('authenticator-enrollment-data')?.['value']);
  const [id] = list(authenticator?.['form']?.['value']);
  return signUp.post('authenticator-enrollment-data', {
    authenticator: { id: id?.['value'], methodType: 'sms', phoneNumber },
  });
};
const wrongAnswer = (credentials: object) => (signUp: SignUp) =>
  signUp.post('enroll-authenticator', { credentials });
const byChannel = (channel: string) => (signUp: SignUp) =>
  signUp.choose('Okta Verify', { channel });
const scope = (name: string) => ({ name, label: name });
const provider = { type: 'GOOGLE', name: 'Google' };

/** The recordings of what this org has, by name. */
export const recordedSteps: Readonly<Record<string, RecordedStep>> = {
  identify: { stopsAt: 'first-page' },
  'identify-with-username': { stopsAt: 'first-page' },
  'identify-with-third-party-idps': {
    stopsAt: 'first-page',
    policy: { identityProviders: [provider] },
  },
  'enroll-profile-new': { stopsAt: 'profile' },
  'enroll-profile-new-boolean-fields': { stopsAt: 'profile' },
  'enroll-profile-new-custom-labels': { stopsAt: 'profile' },
  'enroll-profile-new-with-recaptcha-v2': { stopsAt: 'profile', policy: { captcha: 'recaptcha' } },
  'enroll-profile-with-many-idps': {
    stopsAt: 'profile',
    policy: { identityProviders: [provider] },
  },
  'enroll-profile-with-password-returns-error': {
    stopsAt: 'profile',
    policy: { passwordOn: 'profile' },
    arrive: (signUp) =>
      signUp.post('enroll-profile', { userProfile: ada, credentials: { passcode: 'short' } }),
  },
  'profile-enrollment-string-fields-options': { stopsAt: 'profile' },
  'error-new-signup-email': {
    stopsAt: 'profile',
    arrive: (signUp) => signUp.post('enroll-profile', { userProfile: { ...ada, email: 'x' } }),
  },
  'authenticator-enroll-select-authenticator': {},
  'authenticator-enroll-select-authenticator-with-usage-info': {},
  'authenticator-enroll-grace-period-login-count': {},
  'authenticator-enroll-grace-period-with-skip': {},
  'authenticator-enroll-custom-app-push': {},
  'error-authenticator-enroll-custom-otp': { arrive: (signUp) => signUp.choose('Custom OTP') },
  'authenticator-enroll-password': {},
  'authenticator-enroll-email': {},
  'authenticator-enroll-email-emailmagiclink-true': { policy: { magicLink: true } },
  'authenticator-enroll-email-first-emailmagiclink-true': { policy: { magicLink: true } },
  'authenticator-enroll-data-phone': {},
  'error-authenticator-enroll-phone-invalid-number': { arrive: sendNumber('1') },
  'authenticator-enroll-phone': { arrive: sendNumber('+12025550123') },
  'authenticator-enroll-google-authenticator': {},
  'error-authenticator-enroll-google-invalid-otp': { arrive: wrongAnswer({ passcode: '000000' }) },
  'authenticator-enroll-security-question': {},
  'enroll-security-question-with-character-limit-error': {
    arrive: wrongAnswer({ questionKey: 'disliked_food', answer: 'x' }),
  },
  'error-authenticator-enroll-security-question': {
    arrive: wrongAnswer({ questionKey: 'disliked_food', answer: 'x' }),
  },
  'error-authenticator-enroll-security-question-html-tags': {
    arrive: wrongAnswer({ questionKey: 'custom', question: '<b>', answer: 'x' }),
  },
  'authenticator-enroll-webauthn': {},
  'authenticator-enroll-webauthn-passkeys': {},
  'authenticator-enroll-passkey-promotion': { policy: { passkeyPromotion: true } },
  'authenticator-enroll-yubikey': {},
  'authenticator-enroll-on-prem': {},
  'error-authenticator-enroll-passcode-change-rsa': {
    arrive(signUp) {
      const [credentials] = list(signUp.form('enroll-authenticator')?.['value']);
      const fields = list(credentials?.['form']?.['value']).map(({ name, value }) => [name, value]);
      const echoed: object = Object.fromEntries(fields);
      return signUp.post('enroll-authenticator', {
        credentials: { ...echoed, clientData: 'ada', passcode: '912345' },
      });
    },
  },
  'authenticator-enroll-symantec-vip': {},
  'authenticator-enroll-idp': {},
  'authenticator-enroll-duo': {},
  'authenticator-enroll-nfc-pin-device-challenge': {},
  'authenticator-enroll-ov-qr': {},
  'authenticator-enroll-ov-email': {
    async arrive(signUp) {
      await byChannel('email')(signUp);
      return signUp.post('enrollment-channel-data', { email: 'ada@example.com' });
    },
  },
  'authenticator-enroll-ov-via-email': { arrive: byChannel('email') },
  'authenticator-enroll-ov-qr-with-same-device': {
    policy: { oktaVerifyChannels: ['qrcode', 'samedevice', 'email', 'sms'] },
  },
  'authenticator-enroll-ov-same-device-osx-any-security': {
    policy: { oktaVerifyChannels: ['samedevice', 'qrcode', 'email', 'sms'] },
  },
  'authenticator-enroll-ov-device-bootstrap': {
    policy: { oktaVerifyChannels: ['devicebootstrap', 'qrcode', 'email', 'sms'] },
  },
  'consent-enduser': { policy: { consent: 'all' } },
  'consent-granular': {
    policy: {
      consent: 'granular',
      consentScopes: [scope('custom1'), scope('custom2'), scope('custom3.custom4.custom5')],
    },
  },
  'error-403-security-access-denied': {
    policy: { consent: 'all' },
    arrive: (signUp) => signUp.post('consent', { consent: false }),
  },
  'error-429-too-many-request': {
    policy: { attemptsBeforeLock: 1, authenticators: { okta_email: 'required' } },
    async arrive(signUp) {
      await signUp.choose('Email');
      return signUp.code('wrong');
    },
  },
  'error-enroll-regisration-unavailable': {
    policy: { misconfigurations: ['sign-up-paused'] },
    stopsAt: 'profile',
  },
  'terminal-registration': { policy: { emailVerification: 'afterwards' } },
  'terminal-request-activation-email-submitted': {
    policy: { authenticators: { okta_email: 'required' } },
    arrive: (signUp) => signUp.act('/idp/idx/request-activation'),
  },
  'post-auth-keep-me-signed-in': { policy: { keepMeSignedIn: true } },
  'device-assurance-grace-period-multiple-options': { policy: { deviceAssurance: 'grace-period' } },
  'safe-mode-optional-enrollment': {
    policy: { safeMode: 'optional', authenticators: { phone_number: 'optional' } },
  },
  'safe-mode-polling-refreshed-interval': { policy: { safeMode: 'poll' } },
  'authenticator-verification-idp-with-persona': {
    policy: { identityVerification: { vendor: 'Persona', id: 'IDV_PERSONA' } },
  },
  'authenticator-verification-idp-with-clear': {
    policy: { identityVerification: { vendor: 'CLEAR', id: 'IDV_CLEAR' } },
  },
  'authenticator-verification-idp-with-incode': {
    policy: { identityVerification: { vendor: 'Incode', id: 'IDV_INCODE' } },
  },
  'failure-redirect-remediation': { policy: { misconfigurations: ['app-not-assigned-redirect'] } },
  'success-with-interaction-code': {},
};
