/** The names under which Chromium's page and the stand-in of `ipcMain` reach each other. */
export const callName = 'standInCall';
export const receiveName = 'standInReceive';

/**
 * Runs a built preload before the page's own scripts, with a `require` that knows what a sandboxed
 * one may have. Values cross as in Electron: copied, so that a proxy throws before any code of ours
 * runs.
 */
export function preloadScript(code: string): string {
  return `(() => {
  if (window.top !== window) return;
  const call = window.${callName};
  const listeners = new Map();
  window.${receiveName} = (channel, payload) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, structuredClone(payload));
  };
  const cross = (value) => (typeof value === 'function' ? value : structuredClone(value));
  const expose = (value) => {
    if (typeof value === 'function') return (...given) => value(...given.map(cross));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, part]) => [name, expose(part)]);
    return Object.freeze(Object.fromEntries(entries));
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, value) => void (window[name] = expose(value)),
    },
    ipcRenderer: {
      invoke: (channel, request) => call(channel, structuredClone(request)),
      on(channel, listener) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      removeListener: (channel, listener) => void listeners.get(channel)?.delete(listener),
    },
  };
  const require = (name) => {
    if (name !== 'electron') throw new Error('A sandboxed preload cannot require ' + name);
    return electron;
  };
  ((require, exports) => {
    ${code}
  })(require, {});
})();`;
}
