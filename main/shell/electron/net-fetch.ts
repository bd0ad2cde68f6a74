/** The body of an answer as it comes in, as far as the shell listens to it. */
export interface NetAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  on(event: 'end' | 'aborted', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** One request of Electron's `net`, as far as the shell drives it. */
export interface NetRequest {
  setHeader(name: string, value: string): void;
  end(body?: Buffer): void;
  abort(): void;
  on(event: 'response', listener: (answer: NetAnswer) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'redirect', listener: RedirectListener): unknown;
  on(event: 'login', listener: LoginListener): unknown;
}

export type RedirectListener = (
  status: number,
  method: string,
  address: string,
  headers: Readonly<Record<string, string[]>>,
) => void;

export type LoginListener = (
  asked: { readonly isProxy: boolean; readonly host: string; readonly port: number },
  answer: (username?: string, password?: string) => void,
) => void;

export interface Net {
  request(options: {
    /** Name of the session: requests share its cookies, proxy and connections. */
    partition: string;
    method: string;
    url: string;
    redirect: 'manual' | 'error';
    credentials: 'include';
    cache: 'no-store';
    bypassCustomProtocolHandlers: boolean;
  }): NetRequest;
}

/** A proxy on the way asks for a name and a password, which the app does not have. */
export class ProxyAsksForPassword extends Error {
  override readonly name = 'ProxyAsksForPassword';
  /** @param proxy `host:port` of the proxy */
  constructor(readonly proxy: string) {
    super('net::ERR_PROXY_AUTH_REQUESTED');
  }
}

/**
 * Fetch over `net.request` with the session of a partition. `session.fetch` cannot be used: with `redirect: 'manual'`
 * it rejects where the Fetch standard has an answer (electron/electron#43715), and it leaves a proxy
 * that asks for a password without an answer to it.
 *
 * A redirect is an answer with `redirect: 'manual'`, and a failure otherwise; none is ever followed.
 *
 * @param options.bypassesHandlers whether the session's own `protocol.handle` is left out
 */
export function createNetFetch(
  net: Net,
  partition: string,
  { bypassesHandlers = false }: { bypassesHandlers?: boolean } = {},
): typeof globalThis.fetch {
  return async (input, init) => {
    const asked = new Request(input, init);
    // Electron would read `file:` and `data:` addresses as well, and orgs name addresses.
    if (!/^https?:$/.test(new URL(asked.url).protocol)) {
      throw new TypeError('Only http and https can be fetched');
    }
    asked.signal.throwIfAborted();
    const body = asked.body === null ? undefined : Buffer.from(await asked.arrayBuffer());
    asked.signal.throwIfAborted();
    const request = net.request({
      partition,
      method: asked.method,
      url: asked.url,
      redirect: asked.redirect === 'manual' ? 'manual' : 'error',
      credentials: 'include',
      cache: 'no-store',
      bypassCustomProtocolHandlers: bypassesHandlers,
    });
    for (const [name, value] of asked.headers) request.setHeader(name, value);
    return send(request, body, asked.signal);
  };
}

function send(
  request: NetRequest,
  body: Buffer | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  let stopReading: (reason: unknown) => void = () => {};
  const fail = (reason: unknown) => {
    signal.removeEventListener('abort', giveUp);
    stopReading(reason);
    reject(reason);
  };
  function giveUp() {
    fail(signal.reason);
    request.abort();
  }
  signal.addEventListener('abort', giveUp, { once: true });

  // Stays for the request's whole life: Electron reports some failures after the end.
  request.on('error', fail);
  request.on('login', ({ isProxy, host, port }, answer) => {
    if (isProxy) fail(new ProxyAsksForPassword(`${host}:${port}`));
    // Without a name the answer is the refusal itself.
    answer();
    if (isProxy) request.abort();
  });
  request.on('redirect', (status, _method, address, received) => {
    signal.removeEventListener('abort', giveUp);
    const headers = toHeaders(received);
    if (!headers.has('location')) headers.set('location', address);
    resolve(new Response(null, { status, headers }));
    // Before the listener returns: Electron would report a redirect that was not followed as an error.
    request.abort();
  });
  request.on('response', (answer) => {
    const { statusCode: status } = answer;
    const received = new ReadableStream<Uint8Array>({
      start(controller) {
        let isOver = false;
        const end = (how: () => void) => {
          if (isOver) return;
          isOver = true;
          signal.removeEventListener('abort', giveUp);
          how();
        };
        stopReading = (reason) => end(() => controller.error(reason));
        answer.on('data', (chunk) => {
          if (!isOver) controller.enqueue(new Uint8Array(chunk));
        });
        answer.on('end', () => end(() => controller.close()));
        answer.on('error', (error) => end(() => controller.error(error)));
        answer.on('aborted', () => end(() => controller.error(new TypeError('net::ERR_ABORTED'))));
      },
      cancel() {
        signal.removeEventListener('abort', giveUp);
        stopReading = () => {};
        request.abort();
      },
    });
    const isWithoutBody = [101, 204, 205, 304].includes(status);
    resolve(
      new Response(isWithoutBody ? null : received, { status, headers: toHeaders(answer.headers) }),
    );
  });
  request.end(body);
  return promise;
}

function toHeaders(received: Readonly<Record<string, string | string[]>>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(received)) {
    for (const value of Array.isArray(values) ? values : [values]) headers.append(name, value);
  }
  return headers;
}
