import { inject, type InjectionKey } from 'vue';
import type { Bridge } from '../preload/contract';

declare global {
  interface Window {
    readonly frontdesk: Bridge;
  }
}

export const bridgeKey: InjectionKey<Bridge> = Symbol('bridge');

/** The way to main, for stores; components go through a store. */
export function useBridge(): Bridge {
  const bridge = inject(bridgeKey);
  if (bridge === undefined) throw new Error('The app provides no bridge.');
  return bridge;
}
