import type { StepView } from '../../preload/contract/registration/step';

export const phases = ['details', 'security', 'done'] as const;
export type Phase = (typeof phases)[number];

/**
 * Steps that can come at any time, and those before the account is made. After the first method
 * even a profile is no way back: the org asks for more of it then.
 */
const stepsOfAnyPhase = [
  'enroll-profile',
  'identify',
  'identify-recovery',
  'launch-authenticator',
  'launch-webauthn-authenticator',
  'piv-idp',
  'poll',
  'redirect-idp',
  'redirect-idverify',
  'request-activation-email',
  'select-enroll-profile',
  'select-identify',
  'skip',
  'unlock-account',
];

/** Where one is, without a promise of how many steps the org still has. */
export function phaseOf({ step, authenticator }: StepView, before: Phase): Phase {
  return authenticator === null && stepsOfAnyPhase.includes(step) ? before : 'security';
}
