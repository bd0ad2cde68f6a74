import { computed, ref } from 'vue';
import { useRegistrationStore } from '../../stores/registration';
import { useStep } from '../step-context';

/** Asks the org now whether the person has done their part elsewhere. */
export function useLook() {
  const step = useStep();
  const store = useRegistrationStore();
  const check = computed(() => step.action('check'));
  /** Looking has found nothing new. */
  const isUnchanged = ref(false);

  return {
    check,
    isUnchanged,
    isLooking: computed(() => check.value !== undefined && step.running.value === check.value.id),
    async look() {
      if (!check.value) return;
      isUnchanged.value = false;
      await step.take(check.value);
      const hasErrors = step.view.value.messages.some(({ level }) => level === 'error');
      isUnchanged.value = store.failure === null && !hasErrors;
    },
  };
}
