import { onScopeDispose, ref, watch, type Ref } from 'vue';

export type Waiting = 'none' | 'line' | 'explained';

/** How much to say while something is on its way: a line after 1 s, an explanation after 8 s. */
export function useWaiting(isBusy: Ref<boolean>): Ref<Waiting> {
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
        setTimeout(() => (waiting.value = 'line'), 1000),
        setTimeout(() => (waiting.value = 'explained'), 8000),
      ];
    },
    { immediate: true },
  );
  onScopeDispose(stop);
  return waiting;
}
