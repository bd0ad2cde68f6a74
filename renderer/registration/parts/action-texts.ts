import type { ActionView } from '../../../preload/contract/registration/step';

/** Text keys for forms and actions by the org's names. */
const texts: Readonly<Record<string, string>> = {
  'select-authenticator-enroll': 'registration.actions.otherMethod',
  'select-enroll-profile': 'registration.actions.signUp',
  'select-identify': 'registration.actions.haveAccount',
  'authenticator-enrollment-data': 'registration.actions.otherWay',
  'enroll-profile': 'gates.actions.backToForm',
  identify: 'gates.actions.identify',
  'identify-recovery': 'gates.actions.recover',
  'unlock-account': 'gates.actions.unlock',
  'launch-authenticator': 'gates.actions.oktaVerify',
  'request-activation-email': 'gates.actions.activationMail',
  'success-redirect': 'gates.actions.browser',
  'failure-redirect': 'gates.actions.browser',
  'redirect-idverify': 'gates.actions.browser',
  'cancel-polling': 'registration.waiting.cancel',
  'select-enrollment-channel': 'gates.actions.otherChannel',
  'enrollment-channel-data': 'gates.actions.otherChannel',
};

/** In a sign-up app these lead to forms that sign nobody in: offered, but not suggested. */
const quietActions = [
  'select-identify',
  'identify-recovery',
  'unlock-account',
  'launch-authenticator',
];

export function isQuiet({ name }: ActionView): boolean {
  return quietActions.includes(name);
}

export function actionText({ name }: ActionView): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

/** The org's own name of an action, for want of anything better. */
export function readableName({ label, name }: ActionView): string {
  if (label !== null) return label;
  const words = name.replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
