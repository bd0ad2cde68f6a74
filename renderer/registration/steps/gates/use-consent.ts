import { computed } from 'vue';
import type { FieldView } from '../../../../preload/contract/registration/field';
import { useStep } from '../../step-context';

/** What the consent forms of Okta share: who asks, and for what. */
export function useConsent() {
  const step = useStep();
  const detail = computed(() => {
    const { detail: shown } = step.view.value;
    return shown?.kind === 'consent' ? shown : null;
  });
  return {
    app: computed(() => detail.value?.app ?? null),
    scopes: computed(() => detail.value?.scopes ?? []),
    /** Everything but the decision itself, which is the form's two buttons. */
    fields: computed((): FieldView[] =>
      step.view.value.fields.filter(({ name }) => name !== 'consent'),
    ),
  };
}
