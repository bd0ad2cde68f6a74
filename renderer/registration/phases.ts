export const phases = ['details', 'security', 'done'] as const;
export type Phase = (typeof phases)[number];

const detailSteps = ['enroll-profile', 'identify', 'select-identify', 'select-enroll-profile'];

/** Where one is, without a promise of how many steps the org still has. */
export function phaseOf(step: string): Phase {
  return detailSteps.includes(step) ? 'details' : 'security';
}
