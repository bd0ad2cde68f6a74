import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { StepView } from '../../preload/schemas/registration';
import { stepScreen } from './step-table';

/** The sentence above a step: the org's own title, or the app's. */
export function useStepTitle(view: () => StepView): ComputedRef<string> {
  const { t } = useI18n();
  return computed(() => {
    const { title, authenticator } = view();
    const key = `${stepScreen(view()).texts}.title`;
    return title ?? t(key, { method: authenticator?.displayName ?? '' });
  });
}
