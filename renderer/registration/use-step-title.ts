import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { StepView } from '../../preload/contract/registration/step';
import { useMethodTexts } from './methods';

/** The sentence above a step: the org's own title, or the app's under `texts`. */
export function useStepTitle(view: () => StepView, texts: () => string): ComputedRef<string> {
  const { t } = useI18n();
  const { nameOf } = useMethodTexts();
  return computed(() => {
    const { title, authenticator } = view();
    const method = authenticator ? nameOf(authenticator.key, authenticator.displayName) : '';
    return title ?? t(`${texts()}.title`, { method });
  });
}
