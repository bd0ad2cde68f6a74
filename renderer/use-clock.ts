import { useTimestamp } from '@vueuse/core';
import type { Ref } from 'vue';

/** The time in milliseconds, a second at a time, for countdowns. */
export function useClock(): Ref<number> {
  return useTimestamp({ interval: 1000 });
}

const longestClock = 3599;

/** `0:09`, `2:05`: whole seconds until `deadline`, from zero to one hour. */
export function remaining(deadline: number, now: number): string {
  const seconds = Math.min(secondsLeft(deadline, now), longestClock);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function secondsLeft(deadline: number, now: number): number {
  return Math.max(0, Math.ceil((deadline - now) / 1000));
}
