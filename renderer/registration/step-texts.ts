import type { StepView } from '../../preload/schemas/registration';

/** Steps with texts of their own, as keys under `registration.steps`. */
const texts: Readonly<Record<string, string>> = {
  'enroll-profile': 'profile',
  'select-authenticator-enroll': 'picker',
  'enroll-authenticator/okta_password': 'password',
  'authenticator-enrollment-data/okta_email': 'emailData',
  'enroll-authenticator/okta_email': 'emailCode',
  'authenticator-enrollment-data/phone_number': 'phone',
  'enroll-authenticator/phone_number': 'phoneCode',
};

/** Where the texts of a step are: its own, those of any method, or those of any form. */
export function stepTexts({ step, authenticator }: StepView): string {
  const own = authenticator === null ? texts[step] : texts[`${step}/${authenticator.key}`];
  return own ?? (authenticator === null ? 'generic' : 'method');
}

export const phases = ['details', 'security', 'done'] as const;
export type Phase = (typeof phases)[number];

const detailSteps = ['enroll-profile', 'identify', 'select-identify', 'select-enroll-profile'];

/** Where one is, without a promise of how many steps the org still has. */
export function phaseOf(step: string): Phase {
  return detailSteps.includes(step) ? 'details' : 'security';
}
