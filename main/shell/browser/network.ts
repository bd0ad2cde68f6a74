import type { PersonalNetwork } from '../../platform';

/**
 * Node's own fetch, which keeps neither cookies nor a cache. The proxy and the certificates are
 * the system's, by the flags that Node is started with.
 */
export function openNetwork(): PersonalNetwork {
  const closing = new AbortController();
  return {
    fetch(input, init) {
      const headers = new Headers(input instanceof Request ? input.headers : undefined);
      for (const [name, value] of new Headers(init?.headers)) headers.set(name, value);
      // The next person's requests must not travel on this person's connection.
      headers.set('connection', 'close');
      const asked = init?.signal ?? (input instanceof Request ? input.signal : null);
      const signal = asked ? AbortSignal.any([closing.signal, asked]) : closing.signal;
      return fetch(input, { ...init, headers, signal });
    },
    close() {
      closing.abort();
      return Promise.resolve();
    },
  };
}
