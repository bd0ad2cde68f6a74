import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { Log } from '../../log';
import type { ReturnedLink } from '../../platform';
import type { BuiltFiles } from '../built-files';
import type { Access } from './access';
import { answerCall, readJson, sendJson } from './call';
import type { HttpDoorway } from './doorway';
import type { EventStream } from './event-stream';
import { acceptedLanguages } from '../loopback/accepted-languages';
import {
  callbackPath,
  harden,
  obstacleToVisit,
  showPage,
  showReturned,
} from '../loopback/callback';
import { renderForwardPage, withBridge } from '../loopback/pages';

export interface SiteOptions {
  readonly access: Access;
  readonly files: BuiltFiles;
  /** The script that sets `window.frontdesk`. */
  readonly bridge: string;
  readonly doorway: HttpDoorway;
  readonly events: EventStream;
  readonly log: Log;
  /** The app's page is being loaded by a browser that prefers these languages. */
  onLanguages(languages: readonly string[]): void;
  /** A sign-in page sent the person back to this address; only their own sign-up's does anything. */
  onCallback(address: string): ReturnedLink;
  /** A page has used a link and is in. */
  onEntered(): void;
  /** Another start of the same person asks for a link, and for the page that hands it over. */
  onOwner(isPageWanted: boolean): unknown;
}

const Entry = v.strictObject({ token: v.pipe(v.string(), v.maxLength(200)) });

/** Answers the app's page and everything it asks for; each rule is tested over real HTTP. */
export function createSite(options: SiteOptions): RequestListener {
  return (request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      const detail = error instanceof Error ? error.name : typeof error;
      options.log.error('server.failed', { detail });
      response.destroy();
    });
  };
}

async function answer(options: SiteOptions, request: IncomingMessage, response: ServerResponse) {
  const { access, doorway, events, log } = options;
  const { headers } = request;
  const nonce = harden(response, "'self'");

  const refuse = (reason: string) => {
    log.warn('server.refused', { reason });
    response.writeHead(403).end();
  };
  const showUsedLink = () => showPage({ status: 403, name: 'used-link' }, request, response, nonce);

  if (!access.isOwnHost(headers)) return refuse('host');
  const address = URL.parse(request.url ?? '/', access.origin);
  if (address?.origin !== access.origin) return refuse('address');
  const { pathname, searchParams } = address;
  const isRead = request.method === 'GET';
  const isPost = request.method === 'POST';

  if (isRead && (pathname === '/open' || pathname === callbackPath)) {
    const obstacle = obstacleToVisit(request);
    // The answer to a page that is fetched ahead must not be kept for later.
    if (obstacle === 'ahead') return void response.writeHead(503).end();
    if (obstacle !== null) return refuse(obstacle);
  }
  if (isRead && pathname === '/open') {
    if (access.isUnused(searchParams.get('token') ?? '')) {
      response.setHeader('Set-Cookie', access.cookie);
      return sendFile(options, '/', request, response, nonce);
    }
    return access.hasCookie(headers) ? goHome(response) : showUsedLink();
  }
  // Without the cookie, because the way here began on another site; the app compares the state.
  if (isRead && pathname === callbackPath) {
    return showReturned(options.onCallback(address.href), request, response, nonce);
  }
  if (isPost && pathname === '/again') {
    if (!access.isOwner(headers)) return refuse('owner');
    return sendJson(response, options.onOwner(searchParams.has('page')));
  }
  if (!access.hasCookie(headers)) {
    if (!isRead || pathname !== '/') return refuse('cookie');
    // A reload keeps the cookie back where another site's link once led to the page.
    return headers['sec-fetch-site'] === 'cross-site' && !searchParams.has('again')
      ? sendPage(response, renderForwardPage())
      : showUsedLink();
  }
  if (isRead && pathname === '/elsewhere') return showUsedLink();
  if (isPost && pathname === '/enter') {
    if (!access.isOwnCall(headers)) return refuse('origin');
    return enter(options, request, response, refuse);
  }
  if (isPost && (pathname.startsWith('/call/') || pathname === '/listen')) {
    if (!access.isOwnCall(headers)) return refuse('origin');
    if (!access.hasKey(headers)) return refuse('key');
    if (pathname === '/listen') {
      const { countersign } = access;
      // A page that shows the desk alone says so, and hears of no person.
      const audience = searchParams.get('audience') === 'all' ? 'all' : 'person';
      return sendJson(response, { ticket: access.createTicket(audience), countersign });
    }
    return answerCall(doorway.find(pathname.slice('/call/'.length)), request, response);
  }
  if (!isRead) return void response.writeHead(405).end();
  if (pathname === '/events') {
    if (!access.isOwnStream(headers)) return refuse('origin');
    const audience = access.takeTicket(searchParams.get('ticket') ?? '');
    return audience ? events.add(response, audience) : refuse('ticket');
  }
  if (pathname === '/bridge.js') {
    response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
    return void response.end(options.bridge);
  }
  return sendFile(options, pathname, request, response, nonce);
}

/** The token is worth something only to a script that runs: a link preview does not use it up. */
async function enter(
  { access, onEntered }: SiteOptions,
  request: IncomingMessage,
  response: ServerResponse,
  refuse: (reason: string) => void,
) {
  const read = await readJson(request, response);
  if (!read) return;
  const entry = v.safeParse(Entry, read.value);
  const secret = entry.success ? access.redeem(entry.output.token) : null;
  if (!secret) return refuse('token');
  onEntered();
  sendJson(response, secret);
}

function goHome(response: ServerResponse) {
  response.writeHead(303, { Location: '/' }).end();
}

function sendPage(response: ServerResponse, page: string) {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(page);
}

async function sendFile(
  { files, onLanguages }: SiteOptions,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  nonce: string,
) {
  const file = files.get(path);
  if (!file) return void response.writeHead(404).end();
  const content = await file.read(nonce);
  response.setHeader('Content-Type', file.contentType);
  if (!file.contentType.startsWith('text/html')) return void response.end(content);
  onLanguages(acceptedLanguages(request.headers['accept-language'] ?? ''));
  response.end(withBridge(new TextDecoder().decode(content)));
}
