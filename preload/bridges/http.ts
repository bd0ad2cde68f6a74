import { createBridge } from './bridge';
import { createHttpTransport } from './http-transport';
import { obtainSecret, type PageSecret, secretName } from './page-secret';

async function secretOrLeave(): Promise<PageSecret> {
  const secret = await obtainSecret({
    address: new URL(window.location.href),
    replaceAddress: (path) => window.history.replaceState(null, '', path),
    async enter(token) {
      const answer = await fetch('/enter', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      });
      return answer.ok ? answer.json() : null;
    },
    storage: window.sessionStorage,
    channel: new BroadcastChannel('frontdesk'),
  });
  if (secret) return secret;
  window.location.replace('/elsewhere');
  // The page is on its way out, and nothing of it may go on.
  return new Promise(() => {});
}

Object.defineProperty(window, 'frontdesk', {
  value: createBridge(
    createHttpTransport({
      fetch: (path, init) => fetch(path, init),
      openEvents: (path) => new EventSource(path),
      secret: secretOrLeave(),
      onRefused() {
        // What this tab kept is of an earlier run that had the same port.
        window.sessionStorage.removeItem(secretName);
        window.location.reload();
      },
    }),
  ),
});
