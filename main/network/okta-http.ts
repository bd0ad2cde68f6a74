import type { Log } from '../log';
import { networkFaultOf } from './network-fault';
import { readBody } from './read-body';

/** What became of a request. Only `answered` tells anything about the server's state. */
export type HttpOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
    }
  /** Its head came, and a body without a reasonable end. */
  | {
      readonly kind: 'too-large';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
    }
  /** Nothing was sent: the address is of a host that is not the org's. */
  | { readonly kind: 'other-host'; readonly host: string }
  /** `redirected`: sent on to another address, which no endpoint of Okta's does. */
  | { readonly kind: 'unreachable' | 'tls' | 'timeout' | 'aborted' | 'redirected' };

export interface OktaRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds; 30,000 unless told. */
  readonly timeout?: number;
  /** `manual`: a redirect is the answer. Otherwise it is a failure: no endpoint has any. */
  readonly redirect?: 'manual';
  /** Whether a GET does something, as opening a one-time link does; it is never sent twice. */
  readonly hasEffect?: true;
}

export interface OktaHttp {
  /**
   * Sends once; a GET without an effect that got no answer or a 5xx is sent once more. Never throws.
   */
  send(request: OktaRequest): Promise<HttpOutcome>;
  /** Ends everything on its way; later requests are refused. */
  abort(): void;
}

const defaultTimeout = 30_000;

/**
 * The one place from which a person's requests leave.
 *
 * @param options.allowedOrigins requests elsewhere are refused: an answer of the org names the
 * addresses to post to, and none of them may carry a person's data to another host.
 */
export function createOktaHttp(options: {
  fetch: typeof globalThis.fetch;
  allowedOrigins: readonly string[];
  /** BCP 47 tag for the org's own texts, read anew for each request. */
  language: () => string;
  log: Log;
}): OktaHttp {
  const lifetime = new AbortController();

  async function attempt(request: OktaRequest, url: URL): Promise<HttpOutcome> {
    const timeout = AbortSignal.timeout(request.timeout ?? defaultTimeout);
    const signal = AbortSignal.any([lifetime.signal, timeout]);
    const started = performance.now();
    let outcome: HttpOutcome;
    try {
      const response = await options.fetch(url, {
        method: request.method,
        headers: { 'Accept-Language': options.language(), ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body }),
        redirect: request.redirect ?? 'error',
        cache: 'no-store',
        signal,
      });
      const head = { status: response.status, headers: Object.fromEntries(response.headers) };
      const body = await readBody(response, { signal });
      outcome =
        body.kind === 'text'
          ? { kind: 'answered', ...head, text: body.text }
          : { kind: 'too-large', ...head };
    } catch (error) {
      outcome = { kind: failureKind(error, lifetime.signal, timeout) };
    }
    options.log.info('http.request', {
      path: url.pathname,
      outcome: outcome.kind,
      milliseconds: Math.round(performance.now() - started),
      ...('status' in outcome
        ? { status: outcome.status, requestId: outcome.headers['x-okta-request-id'] ?? null }
        : {}),
    });
    return outcome;
  }

  return {
    async send(request) {
      const url = URL.canParse(request.url) ? new URL(request.url) : null;
      if (!url || !options.allowedOrigins.includes(url.origin)) {
        options.log.warn('http.refused', { reason: 'foreign-origin' });
        return url?.host ? { kind: 'other-host', host: url.host } : { kind: 'unreachable' };
      }
      const first = await attempt(request, url);
      const mayRepeat = request.method === 'GET' && !request.hasEffect;
      return mayRepeat && isWorthRepeating(first) ? attempt(request, url) : first;
    },
    abort: () => lifetime.abort(),
  };
}

function isWorthRepeating(outcome: HttpOutcome): boolean {
  return outcome.kind === 'answered' ? outcome.status >= 500 : outcome.kind === 'unreachable';
}

function failureKind(error: unknown, lifetime: AbortSignal, timeout: AbortSignal) {
  if (lifetime.aborted) return 'aborted';
  if (timeout.aborted) return 'timeout';
  const fault = networkFaultOf(error);
  switch (fault) {
    case 'redirected':
    case 'timeout':
      return fault;
    case 'certificate':
    case 'client-certificate':
      return 'tls';
    default:
      return 'unreachable';
  }
}
