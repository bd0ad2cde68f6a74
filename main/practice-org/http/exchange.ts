import type { IncomingHttpHeaders } from 'node:http';

/** One request, parsed as far as every endpoint needs it. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Scheme, host and port the client used: addresses in answers are built on it, as Okta does. */
  readonly origin: string;
  readonly body: Body;
}

/** `malformed` is a body that is not what its content type says. */
export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly value: URLSearchParams }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unsupported' };

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Content type of every IDX answer. */
export const ionType = 'application/ion+json; okta-version=1.0.0';

const uncached = { 'Cache-Control': 'no-cache, no-store', Pragma: 'no-cache', Expires: '0' };

export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: { ...uncached, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(value),
  };
}

export function ion(status: number, value: unknown): Reply {
  return json(status, value, { 'Content-Type': ionType });
}

export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { ...uncached, ...headers }, body: '' };
}

/** An object out of parsed JSON; everything else, arrays included, is an empty one. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
