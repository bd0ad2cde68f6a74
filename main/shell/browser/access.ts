import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a request has to show before the server does anything for it. */
export interface Access {
  /** `127.0.0.1:PORT`, the only host this server answers to. */
  readonly host: string;
  readonly origin: string;
  /** The one-time token of the link that is printed and opened. */
  readonly token: string;
  /** Exchanges the token for a `Set-Cookie` value, once; null for a wrong or used token. */
  redeem(token: string): string | null;
  /** A page of another site that rebinds its name to this machine still sends its own name here. */
  isOwnHost(headers: IncomingHttpHeaders): boolean;
  hasCookie(headers: IncomingHttpHeaders): boolean;
  /** A call comes from the app's own page: browsers put the page's origin on every POST. */
  isOwnCall(headers: IncomingHttpHeaders): boolean;
  /** An event stream carries no `Origin` when it is the page's own, so its fetch metadata decides. */
  isOwnStream(headers: IncomingHttpHeaders): boolean;
}

export function createAccess(port: number): Access {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const token = randomBytes(32).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  // Cookies ignore ports: without it in the name, two running apps would overwrite each other's.
  const cookieName = `frontdesk-${port}`;
  let isRedeemed = false;

  return {
    host,
    origin,
    token,
    redeem(candidate) {
      if (isRedeemed || !isEqual(candidate, token)) return null;
      isRedeemed = true;
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isOwnHost: (headers) => headers.host === host,
    hasCookie: (headers) => isEqual(cookieValue(headers.cookie ?? '', cookieName), session),
    isOwnCall: (headers) =>
      headers.origin === origin && headers['content-type'] === 'application/json',
    isOwnStream: (headers) =>
      headers['sec-fetch-site'] === 'same-origin' &&
      (headers.origin === undefined || headers.origin === origin),
  };
}

function cookieValue(header: string, name: string): string {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/** In a time that does not tell how much of the secret was right. */
function isEqual(candidate: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(candidate), digest(secret));
}
