import { readBody } from '../network/read-body';
import { type AllowedRequest, isAllowed } from './allowed-requests';
import { type Budget, BudgetSpent } from './budget';

/** How requests leave: their limit in milliseconds, and what ends them early. */
export interface Sending {
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  readonly limit: number;
  /** Null for the one request that has to be sent whatever happens: the cancel. */
  readonly budget: Budget | null;
}

/** An answer, read to its end. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** An answer that was too large to be read: no settings are that long. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * Sends one request of those that only read, or that begin and end a sign-up; nothing else leaves.
 * Redirects are answers of their own: no endpoint of Okta's has any here.
 *
 * @throws what the network says where there is no answer, TooLarge, or BudgetSpent
 */
export async function send(
  { fetch, signal, limit, budget }: Sending,
  url: string,
  init: RequestInit & { readonly method: AllowedRequest['method'] },
): Promise<Reply> {
  if (!isAllowed(init.method, new URL(url).pathname)) {
    throw new Error('a readiness check does not send this request');
  }
  if (budget?.takeRequest() === false) throw new BudgetSpent();
  const ends = AbortSignal.any([
    signal,
    AbortSignal.timeout(limit),
    ...(budget ? [budget.signal] : []),
  ]);
  const response = await fetch(url, {
    ...init,
    redirect: 'manual',
    cache: 'no-store',
    signal: ends,
  });
  const body = await readBody(response, { signal: ends });
  if (body.kind === 'too-large') throw new TooLarge();
  if (budget?.takeCharacters(body.text.length) === false) throw new BudgetSpent();
  return { status: response.status, headers: response.headers, text: body.text };
}
