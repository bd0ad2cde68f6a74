import { computed, ref, watch, type Ref } from 'vue';
import { useRegistrationStore } from '../stores/registration';

/** Milliseconds; most starts are over sooner than anybody could read a page about them. */
export const slowStart = 1000;

/** Whether the start of a sign-up has a page of its own by now: it is slow, or it failed. */
export function useStartPage(): Ref<boolean> {
  const store = useRegistrationStore();
  // Whoever comes back from another page finds the start as they left it.
  const isShown = ref(store.running === 'start' || store.failure !== null);
  const isStarting = computed(() => store.running === 'start');
  const hasFailed = computed(() => store.failure !== null);
  watch([isStarting, hasFailed], (_now, _before, onCleanup) => {
    if (hasFailed.value) isShown.value = true;
    else if (!isStarting.value) isShown.value = false;
    // A second try stays on the page that told of the first.
    else if (!isShown.value) {
      const timer = setTimeout(() => (isShown.value = true), slowStart);
      onCleanup(() => clearTimeout(timer));
    }
  });
  return isShown;
}
