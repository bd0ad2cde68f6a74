import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '../../log';
import type { ReturnedLink } from '../../platform';
import { securityHeaders } from '../content-security-policy';
import { acceptedLanguages } from './accepted-languages';
import { type PageName, renderPage } from './pages';

/** Where a browser brings a person back (RFC 8252 section 7.3). */
export const callbackPath = '/callback';

const callbackPages = {
  own: [200, 'callback'],
  activation: [200, 'callback-activation'],
  foreign: [404, 'callback-foreign'],
} as const satisfies Record<ReturnedLink, readonly [number, PageName]>;

/** Shows the page that says what became of an address a browser brought. */
export async function showReturned(
  link: ReturnedLink,
  request: IncomingMessage,
  response: ServerResponse,
  nonce: string,
): Promise<void> {
  const [status, name] = callbackPages[link];
  await showPage({ status, name }, request, response, nonce);
}

/** Shows one of the server's own pages, in the language that the browser prefers. */
export async function showPage(
  { status, name }: { readonly status: number; readonly name: PageName },
  request: IncomingMessage,
  response: ServerResponse,
  nonce: string,
): Promise<void> {
  const languages = acceptedLanguages(request.headers['accept-language'] ?? '');
  const page = await renderPage(name, languages, nonce);
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(page);
}

/** Why a request for a page is not a person on their way: it was fetched ahead, or is no page. */
export function obstacleToVisit({
  headers,
}: Pick<IncomingMessage, 'headers'>): 'ahead' | 'not-a-navigation' | null {
  if (isAhead(headers)) return 'ahead';
  return isNavigation(headers) ? null : 'not-a-navigation';
}

/** Browsers say what a request is for; pictures, frames and scripts are no person on their way. */
function isNavigation(headers: IncomingMessage['headers']): boolean {
  const destination = headers['sec-fetch-dest'];
  return destination === undefined || destination === 'document';
}

/** `Purpose` and `X-Moz` are what browsers sent before `Sec-Purpose` was agreed on. */
function isAhead(headers: IncomingMessage['headers']): boolean {
  return ['sec-purpose', 'purpose', 'x-moz', 'x-purpose'].some((name) =>
    /prefetch|prerender|preview/i.test(String(headers[name] ?? '')),
  );
}

/** Puts the headers on that every page of a loopback server has; the nonce is for its own style. */
export function harden(response: ServerResponse, connect: "'self'" | "'none'"): string {
  const nonce = randomBytes(16).toString('base64');
  for (const [name, value] of Object.entries(securityHeaders({ connect, nonce })))
    response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-store');
  return nonce;
}

/**
 * Serves nothing but the way back from a browser, for an app whose page is not a browser's. Any site
 * can lead there; `onCallback` judges the address by its `state`.
 *
 * @param options.origin of the server, such as `http://127.0.0.1:49152`
 */
export function createCallbackSite(options: {
  readonly origin: string;
  readonly log: Log;
  onCallback(address: string): ReturnedLink;
}): RequestListener {
  const { origin, log, onCallback } = options;
  return (request, response) => {
    const nonce = harden(response, "'none'");
    const refuse = (reason: string) => {
      log.warn('server.refused', { reason });
      response.writeHead(403).end();
    };
    // A name that was led to this machine has its own pages read what is answered.
    if (request.headers.host !== new URL(origin).host) return refuse('host');
    const address = URL.parse(request.url ?? '/', origin);
    if (address?.origin !== origin) return refuse('address');
    if (address.pathname !== callbackPath) return void response.writeHead(404).end();
    if (request.method !== 'GET') return void response.writeHead(405).end();
    const obstacle = obstacleToVisit(request);
    if (obstacle === 'ahead') return void response.writeHead(503).end();
    if (obstacle !== null) return refuse(obstacle);
    showReturned(onCallback(address.href), request, response, nonce).catch(() =>
      response.destroy(),
    );
  };
}
