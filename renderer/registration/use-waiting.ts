import { onScopeDispose, ref, watch, type Ref } from 'vue';

export type Waiting = 'none' | 'line' | 'explained';

/**
 * How much to say while something is on its way: a line after 1 s, an explanation after 8 s.
 * `elapsed` milliseconds of them are over already.
 */
export function useWaiting(isBusy: Ref<boolean>, elapsed = 0): Ref<Waiting> {
  const waiting = ref<Waiting>('none');
  let timers: ReturnType<typeof setTimeout>[] = [];

  function stop() {
    timers.forEach(clearTimeout);
    timers = [];
    waiting.value = 'none';
  }

  watch(
    isBusy,
    (busy) => {
      stop();
      if (!busy) return;
      timers = [
        setTimeout(() => (waiting.value = 'line'), 1000 - elapsed),
        setTimeout(() => (waiting.value = 'explained'), 8000 - elapsed),
      ];
    },
    { immediate: true },
  );
  onScopeDispose(stop);
  return waiting;
}
