import type { PersonalNetwork } from '../../platform';
import { createNetFetch, type Net } from './net-fetch';
import type { EmptiableSession, SessionPool } from './session-pool';

/**
 * Electron's network stack, so the system's proxy and certificates apply, through a session that is
 * one person's alone. The default session would keep Okta's cookies and show them to the next one.
 */
export function openPersonalNetwork<Session extends EmptiableSession>(
  net: Net,
  pool: SessionPool<Session>,
): PersonalNetwork {
  const leased = pool.lease();
  // Whoever fetches hears of it.
  leased.catch(() => {});
  const closing = new AbortController();
  const fetched = leased.then(({ partition }) => createNetFetch(net, partition));
  fetched.catch(() => {});
  return {
    async fetch(input, init) {
      const asked = init?.signal ?? (input instanceof Request ? input.signal : null);
      const signal = asked ? AbortSignal.any([closing.signal, asked]) : closing.signal;
      signal.throwIfAborted();
      const fetch = await orAborted(fetched, signal);
      return fetch(input, { ...init, signal });
    },
    async close() {
      if (closing.signal.aborted) return;
      closing.abort(new TypeError('This network is closed'));
      await leased.then(
        ({ release }) => release(),
        () => {},
      );
    },
  };
}

/** A session may be waited for as long as the request may take, and no longer. */
function orAborted<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    signal.addEventListener('abort', giveUp, { once: true });
    void value.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
