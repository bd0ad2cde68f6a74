import { ref, watch, type Ref } from 'vue';
import { useRegistrationStore } from '../stores/registration';
import { useClock } from '../use-clock';

/**
 * Whether the org has forgotten the sign-up by its own deadline; what was typed goes then. What is
 * on its way at that moment gets its answer first.
 */
export function useExpiry(): Ref<boolean> {
  const store = useRegistrationStore();
  const now = useClock();
  const isOver = ref(false);
  watch(
    [() => store.step?.expiresAt ?? null, now, () => store.running],
    ([expiresAt, time, running]) => {
      if (expiresAt === null || expiresAt > time) isOver.value = false;
      else if (running === null && !isOver.value) {
        isOver.value = true;
        store.forgetTyped();
      }
    },
    { immediate: true },
  );
  return isOver;
}
