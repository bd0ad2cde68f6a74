import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '../../log';
import type { BuiltFiles } from '../built-files';
import { securityHeaders } from '../content-security-policy';
import type { Access } from './access';
import { answerCall } from './call';
import type { HttpDoorway } from './doorway';
import type { EventStream } from './event-stream';
import type { PageName } from './page-texts';
import { renderForwardPage, renderPage, withBridge } from './pages';
import { acceptedLanguages } from './user';

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
  /** A sign-in page sent the person back to this address. */
  onCallback(address: string): void;
}

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
  const nonce = randomBytes(16).toString('base64');
  for (const [name, value] of Object.entries(securityHeaders({ connect: "'self'", nonce })))
    response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-store');

  const refuse = (reason: string) => {
    log.warn('server.refused', { reason });
    response.writeHead(403).end();
  };
  const showPage = (status: number, name: PageName) => {
    const languages = acceptedLanguages(request.headers['accept-language'] ?? '');
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(renderPage(name, languages, nonce));
  };

  if (!access.isOwnHost(request.headers)) return refuse('host');
  const { pathname, searchParams } = new URL(request.url ?? '/', access.origin);
  const isRead = request.method === 'GET';

  if (isRead && pathname === '/open') {
    const cookie = access.redeem(searchParams.get('token') ?? '');
    if (cookie) return enter(request, response, cookie);
    return access.hasCookie(request.headers) ? goHome(response) : showPage(403, 'used-link');
  }
  // Without the cookie, because the way here began on another site; the app checks the state.
  if (isRead && pathname === '/callback') {
    options.onCallback(new URL(request.url ?? '/', access.origin).href);
    return showPage(200, 'callback');
  }
  if (!access.hasCookie(request.headers)) {
    return isRead && pathname === '/' ? showPage(403, 'used-link') : refuse('cookie');
  }
  if (request.method === 'POST' && pathname.startsWith('/call/')) {
    if (!access.isOwnCall(request.headers)) return refuse('origin');
    return answerCall(doorway.find(pathname.slice('/call/'.length)), request, response);
  }
  if (!isRead) return void response.writeHead(405).end();
  if (pathname === '/events') {
    return access.isOwnStream(request.headers) ? events.add(response) : refuse('origin');
  }
  if (pathname === '/bridge.js') {
    response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
    return void response.end(options.bridge);
  }
  return sendFile(options, pathname, request, response, nonce);
}

function enter(request: IncomingMessage, response: ServerResponse, cookie: string) {
  response.setHeader('Set-Cookie', cookie);
  if (request.headers['sec-fetch-site'] !== 'cross-site') return goHome(response);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(renderForwardPage());
}

function goHome(response: ServerResponse) {
  response.writeHead(303, { Location: '/' }).end();
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
