import { createBridge } from './bridge';
import { createHttpTransport } from './http-transport';

Object.defineProperty(window, 'frontdesk', {
  value: createBridge(
    createHttpTransport({
      fetch: (path, init) => fetch(path, init),
      openEvents: () => new EventSource('/events'),
    }),
  ),
});
