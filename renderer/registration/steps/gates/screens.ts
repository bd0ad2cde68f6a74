import GenericStep from '../GenericStep.vue';
import ProfileStep from '../profile/ProfileStep.vue';
import { lazyScreen, screen, type StepScreens } from '../../step-screen';

const browser = () => import('./BrowserStep.vue');
const consent = () => import('./ConsentStep.vue');
const identify = () => import('./IdentifyStep.vue');
const providers = () => import('./ProvidersStep.vue');

/** Steps between the methods, before and after them: mostly words and a button. */
export const gateScreens: StepScreens = {
  identify: lazyScreen(identify, 'gates.identify', {
    claims: ['remediation:select-enroll-profile'],
  }),
  'select-identify': lazyScreen(identify, 'gates.identify', {
    claims: ['remediation:select-enroll-profile'],
  }),
  'identify-recovery': screen(GenericStep, 'gates.recovery'),
  'unlock-account': screen(GenericStep, 'gates.unlock'),
  'select-enroll-profile': screen(GenericStep, 'gates.signUp'),
  'launch-authenticator': screen(GenericStep, 'gates.oktaVerify'),
  'redirect-idp': lazyScreen(providers, 'gates.providersStep'),
  'piv-idp': lazyScreen(providers, 'gates.providersStep'),
  'redirect-idverify': lazyScreen(
    () => import('./IdentityVerificationStep.vue'),
    'gates.identity',
    { claims: ['open:redirect-idverify'] },
  ),
  'profile-update': screen(ProfileStep, 'gates.profileUpdate', {
    focus: 'first-field',
  }),
  consent: lazyScreen(consent, 'gates.consent'),
  'admin-consent': lazyScreen(consent, 'gates.consent'),
  'granular-consent': lazyScreen(() => import('./GranularConsentStep.vue'), 'gates.consent'),
  'email-challenge-consent': lazyScreen(
    () => import('./RequestConsentStep.vue'),
    'gates.challenge',
  ),
  'keep-me-signed-in': screen(GenericStep, 'gates.keepSignedIn'),
  'device-assurance-grace-period': screen(GenericStep, 'gates.deviceGrace'),
  poll: lazyScreen(() => import('./PollStep.vue'), 'gates.poll', { claims: ['check'] }),
  skip: screen(GenericStep, 'gates.skip'),
  'request-activation-email': screen(GenericStep, 'gates.activation'),
  'success-redirect': lazyScreen(browser, 'gates.success', {
    claims: ['open:success-redirect'],
  }),
  'failure-redirect': lazyScreen(browser, 'gates.failure', {
    claims: ['open:failure-redirect'],
  }),
};
