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

/**
 * The bridge with requests that are plain copies. Electron's contextBridge copies what passes it and
 * throws at Vue's proxies before any code of the preload runs
 * (https://www.electronjs.org/docs/latest/api/context-bridge#parameter--error--return-type-support).
 * Every request is JSON, since it may as well travel over HTTP.
 */
export function withPlainCopies(bridge: Bridge): Bridge {
  const areas = Object.entries(bridge).map(([area, calls]) => {
    if (typeof calls === 'function') return [area, calls];
    const copying = Object.entries<(request: unknown) => Promise<unknown>>(calls).map(
      ([name, call]) => [name, (request: unknown) => call(plainCopy(request))],
    );
    return [area, Object.fromEntries(copying)];
  });
  return Object.fromEntries(areas) as Bridge;
}

function plainCopy(request: unknown): unknown {
  return JSON.parse(JSON.stringify(request)) as unknown;
}
