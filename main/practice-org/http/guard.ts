import type { IncomingHttpHeaders } from 'node:http';

/**
 * The origin a client used, or null where its `Host` is not this server on loopback: a page that
 * had its name rebound to 127.0.0.1 sends its own name there.
 */
export function originOf(headers: IncomingHttpHeaders, port: number): string | null {
  const allowed = [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`];
  const host = headers.host?.toLowerCase();
  return host !== undefined && allowed.includes(host) ? `http://${host}` : null;
}

/**
 * Whether outbox and admin may answer: not to another page, also not one of loopback, since any
 * program of this computer can serve one. Tools send neither header.
 */
export function isOwnPageOrTool(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  return !isForeignSite && (headers.origin === undefined || headers.origin === origin);
}
