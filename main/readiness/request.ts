import { type AllowedRequest, isAllowed } from './allowed-requests';

/** How requests leave: their limit in milliseconds, and what ends them early. */
export interface Sending {
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  readonly limit: number;
}

/**
 * Sends one request of those that only read, or that begin and end a sign-up; nothing else leaves.
 * Redirects are answers of their own: no endpoint of Okta's has any here.
 */
export async function send(
  { fetch, signal, limit }: Sending,
  url: string,
  init: RequestInit & { readonly method: AllowedRequest['method'] },
): Promise<Response> {
  if (!isAllowed(init.method, new URL(url).pathname)) {
    throw new Error('a readiness check does not send this request');
  }
  const ends = AbortSignal.any([signal, AbortSignal.timeout(limit)]);
  return fetch(url, { ...init, redirect: 'manual', cache: 'no-store', signal: ends });
}
