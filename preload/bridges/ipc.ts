import { contextBridge, ipcRenderer } from 'electron';
import { createBridge } from './bridge';

const bridge = createBridge({
  invoke: (channel, request) => ipcRenderer.invoke(channel, request),
  subscribe(channel, listener) {
    // The event stays here: its `sender` would hand the page the whole of ipcRenderer.
    const withoutEvent = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(channel, withoutEvent);
    return () => {
      ipcRenderer.removeListener(channel, withoutEvent);
    };
  },
});

contextBridge.exposeInMainWorld('frontdesk', bridge);
