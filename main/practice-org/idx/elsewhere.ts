import { settle } from './advance';
import type { Outcome, Visit } from '../model/visit';

/**
 * A link opened in another browser finishes the step: whatever this request wanted of the old
 * step, it is answered with the next one.
 */
export function takeInWhatHappenedElsewhere(visit: Visit): { refusal: Outcome } | null {
  const { step } = visit.transaction;
  if (step.at !== 'enrollment' || !step.enrollment.isFinishedElsewhere?.()) return null;
  const { key, methods } = step.enrollment.authenticator;
  const refusal = settle(visit, key, { kind: 'enrolled', methods: methods(visit.org.policy) });
  return { refusal };
}
