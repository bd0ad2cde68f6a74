import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';
import { useAppStore } from '../../stores/app';

/** Asks before unsaved changes are left behind, whichever way the person leaves. */
export function useLeaveGuard(hasChanges: Readonly<Ref<boolean>>) {
  const app = useAppStore();
  const isAsking = ref(false);
  let decide: (mayLeave: boolean) => void = () => {};

  function ask(): Promise<boolean> {
    if (!hasChanges.value) return Promise.resolve(true);
    decide(false);
    isAsking.value = true;
    return new Promise((resolve) => {
      decide = resolve;
    });
  }

  function answer(mayLeave: boolean) {
    isAsking.value = false;
    decide(mayLeave);
  }

  /** In Electron this would keep the window from closing without a word. */
  function warnOfUnload(event: BeforeUnloadEvent) {
    if (hasChanges.value && app.state?.shell === 'browser') event.preventDefault();
  }

  onMounted(() => {
    app.guardLeaving(ask);
    addEventListener('beforeunload', warnOfUnload);
  });
  onBeforeUnmount(() => {
    app.guardLeaving(null);
    removeEventListener('beforeunload', warnOfUnload);
    decide(false);
  });

  return { isAsking, stay: () => answer(false), leave: () => answer(true) };
}
