import { computed, type ComputedRef } from 'vue';
import type { StepDetail } from '../../../../../preload/contract/registration/detail';
import { useStep } from '../../../step-context';

export type VerifyDetail = Extract<StepDetail, { kind: 'okta-verify' }>;

/** What the org says of setting up Okta Verify; null where it says nothing. */
export function useVerifyDetail(): ComputedRef<VerifyDetail | null> {
  const step = useStep();
  return computed(() => {
    const { detail } = step.view.value;
    return detail?.kind === 'okta-verify' ? detail : null;
  });
}
