import type { StepView } from '../../../../preload/contract/registration/step';
import { lazyScreen, type StepScreens } from '../../step-screen';

const otherChannels = ['show:select-enrollment-channel', 'remediation:select-enrollment-channel'];
const waysPast = ['skip', 'show:select-authenticator-enroll'];

/** The screens of single methods, each loaded when its step comes. */
export const methodScreens: StepScreens = {
  'enroll-authenticator/security_question': lazyScreen(
    () => import('./SecurityQuestionStep.vue'),
    'methods.steps.question',
  ),
  'enroll-authenticator/google_otp': lazyScreen(
    () => import('./TotpStep.vue'),
    'methods.steps.totp',
  ),
  'enroll-authenticator/webauthn': lazyScreen(
    () => import('./PasskeyStep.vue'),
    'methods.steps.passkey',
    { claims: waysPast },
  ),
  'enroll-authenticator-promotion/webauthn': lazyScreen(
    () => import('./PasskeyPromotionStep.vue'),
    'methods.steps.promotion',
    { claims: waysPast },
  ),
  'enroll-authenticator/yubikey_token': lazyScreen(
    () => import('./YubiKeyStep.vue'),
    'methods.steps.yubikey',
    { focus: 'first-field' },
  ),
  'enroll-authenticator/rsa_token': lazyScreen(
    () => import('./TokenStep.vue'),
    'methods.steps.token',
  ),
  'enroll-authenticator/onprem_mfa': lazyScreen(
    () => import('./TokenStep.vue'),
    'methods.steps.token',
  ),
  'enroll-authenticator/symantec_vip': lazyScreen(
    () => import('./VipStep.vue'),
    'methods.steps.vip',
  ),
  'enroll-poll/okta_verify': lazyScreen(
    () => import('./verify/VerifyStep.vue'),
    'methods.steps.verify',
    { claims: ['check', 'resend', ...otherChannels] },
  ),
  'select-enrollment-channel/okta_verify': lazyScreen(
    () => import('./verify/VerifyChannelStep.vue'),
    'methods.steps.verifyChannel',
    { claims: ['show:enrollment-channel-data'] },
  ),
  'enrollment-channel-data/okta_verify': lazyScreen(
    () => import('./verify/VerifyAddressStep.vue'),
    'methods.steps.verifyAddress',
    { claims: otherChannels },
  ),
  'enroll-poll/nfc_pin': lazyScreen(() => import('./NfcDeviceStep.vue'), 'methods.steps.nfc', {
    claims: ['check', 'remediation:cancel-polling'],
  }),
  'enroll-authenticator/nfc_pin': lazyScreen(() => import('./NewPinStep.vue'), 'methods.steps.pin'),
  'redirect-idp/external_idp': lazyScreen(
    () => import('./ProviderStep.vue'),
    'methods.steps.provider',
    { claims: ['open:redirect-idp', 'check'] },
  ),
  'redirect-idp/smart_card_idp': lazyScreen(
    () => import('./SmartCardStep.vue'),
    'methods.steps.smartCard',
    { claims: ['open:redirect-idp', 'check'] },
  ),
  'enroll-authenticator/(unavailable)': lazyScreen(
    () => import('./UnavailableStep.vue'),
    'methods.steps.unavailable',
    { claims: waysPast },
  ),
};

/** The screen of a method that has none of its own, by what can be done with it. */
export function screenByNature({ step, authenticator, detail, fields }: StepView): string | null {
  // What an org asks can be answered, whatever is usual for the method.
  if (authenticator?.unavailable && fields.length === 0) return `${step}/(unavailable)`;
  return detail?.kind === 'totp' ? `${step}/google_otp` : null;
}
