import type { IncomingHttpHeaders } from 'node:http';
import { empty, type Reply } from './exchange';

const exposed =
  'X-Okta-Request-Id, X-Rate-Limit-Limit, X-Rate-Limit-Remaining, X-Rate-Limit-Reset, Date';
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a page of this origin may use the API with credentials: Okta's "trusted origins". */
export function isTrustedOrigin(origin: string, trustedOrigins: readonly string[]): boolean {
  if (trustedOrigins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return (protocol === 'http:' || protocol === 'https:') && loopbackHosts.has(hostname);
}

export function corsHeaders(
  headers: IncomingHttpHeaders,
  options: { trustedOrigins: readonly string[]; isPublic: boolean },
): Readonly<Record<string, string>> {
  const { origin } = headers;
  if (origin !== undefined && isTrustedOrigin(origin, options.trustedOrigins)) {
    return {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Expose-Headers': exposed,
      Vary: 'Origin',
    };
  }
  return options.isPublic ? { 'Access-Control-Allow-Origin': '*' } : { Vary: 'Origin' };
}

/** The answer to a preflight; the caller adds {@link corsHeaders}. */
export function preflight(headers: IncomingHttpHeaders): Reply {
  const requested = headers['access-control-request-headers'];
  return empty(204, {
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS',
    'Access-Control-Max-Age': '86400',
    ...(requested === undefined ? {} : { 'Access-Control-Allow-Headers': requested }),
  });
}
