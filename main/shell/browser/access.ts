import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Audience } from '../../../preload/contract';

/** What a page keeps in its memory, besides the cookie that the browser keeps for it. */
export interface PageSecret {
  /** Goes with every call: a cookie reaches every port of this machine (RFC 6265 section 8.5). */
  readonly key: string;
  /** The server's side of it: by this the page knows that nobody else has taken its port. */
  readonly countersign: string;
}

/** What a request has to show before the server does anything for it. */
export interface Access {
  /** `127.0.0.1:PORT`, the only host this server answers to. */
  readonly host: string;
  readonly origin: string;
  /** A `Set-Cookie` value: one half of what a call needs, and worth nothing without the key. */
  readonly cookie: string;
  /** Proves to the server that a request comes from a program of the person who started it. */
  readonly ownerKey: string;
  readonly countersign: string;
  /** A new link with a token that works once. Of many unused ones the oldest stop to work. */
  createLink(): string;
  /** Whether `token` is of a link that nobody has used yet. */
  isUnused(token: string): boolean;
  /** Exchanges the token for the page's secret, once; null for a wrong or used token. */
  redeem(token: string): PageSecret | null;
  /** A page of another site that rebinds its name to this machine still sends its own name here. */
  isOwnHost(headers: IncomingHttpHeaders): boolean;
  hasCookie(headers: IncomingHttpHeaders): boolean;
  hasKey(headers: IncomingHttpHeaders): boolean;
  /** Never a page: browsers put an origin on every POST. */
  isOwner(headers: IncomingHttpHeaders): boolean;
  /** A call comes from the app's own page: browsers put the page's origin on every POST. */
  isOwnCall(headers: IncomingHttpHeaders): boolean;
  /** An event stream carries no `Origin` when it is the page's own, so its fetch metadata decides. */
  isOwnStream(headers: IncomingHttpHeaders): boolean;
  /** A ticket that opens one event stream for `audience`: `EventSource` sends no headers of ours. */
  createTicket(audience: Audience): string;
  /** What the stream may hear, once for a ticket that is not too old; null for any other. */
  takeTicket(ticket: string): Audience | null;
}

/** Milliseconds between the answer that holds a ticket and the stream that shows it. */
const ticketLife = 30_000;
const mostLinks = 8;
const mostTickets = 64;

export function createAccess(port: number, now: () => number = Date.now): Access {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const session = randomSecret();
  const secret: PageSecret = { key: randomSecret(), countersign: randomSecret() };
  const ownerKey = randomSecret();
  // Without the port in the name, two running apps would overwrite each other's cookie.
  const cookieName = `frontdesk-${port}`;
  const links: string[] = [];
  const tickets = new Map<string, { readonly end: number; readonly audience: Audience }>();
  const find = (token: string) => links.findIndex((link) => isEqual(token, link));
  const hasBearer = (headers: IncomingHttpHeaders, expected: string) =>
    isEqual(headers.authorization ?? '', `Bearer ${expected}`);

  return {
    host,
    origin,
    cookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`,
    ownerKey,
    countersign: secret.countersign,
    createLink() {
      const token = randomSecret();
      links.push(token);
      if (links.length > mostLinks) links.shift();
      return `${origin}/open?token=${token}`;
    },
    isUnused: (token) => find(token) !== -1,
    redeem(token) {
      const index = find(token);
      if (index === -1) return null;
      links.splice(index, 1);
      return secret;
    },
    isOwnHost: (headers) => headers.host === host,
    hasCookie: (headers) =>
      cookieValues(headers.cookie ?? '', cookieName).some((value) => isEqual(value, session)),
    hasKey: (headers) => hasBearer(headers, secret.key),
    isOwner: (headers) => headers.origin === undefined && hasBearer(headers, ownerKey),
    isOwnCall: (headers) =>
      headers.origin === origin && headers['content-type'] === 'application/json',
    isOwnStream: (headers) =>
      headers['sec-fetch-site'] === 'same-origin' &&
      (headers.origin === undefined || headers.origin === origin),
    createTicket(audience) {
      const ticket = randomSecret();
      tickets.set(ticket, { end: now() + ticketLife, audience });
      const [oldest] = tickets.keys();
      if (tickets.size > mostTickets && oldest !== undefined) tickets.delete(oldest);
      return ticket;
    },
    takeTicket(ticket) {
      const known = tickets.get(ticket);
      tickets.delete(ticket);
      return known !== undefined && now() < known.end ? known.audience : null;
    },
  };
}

/** 256 random bits. */
function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** All of that name: another port can set one for a longer path, which then stands first. */
function cookieValues(header: string, name: string): string[] {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

/** In a time that does not tell how much of the secret was right. */
function isEqual(candidate: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(candidate), digest(secret));
}
