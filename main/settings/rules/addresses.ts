import { isLoopbackHost } from '../../network/loopback';
import { type Checked, hasSpaces } from './words';

/** auth-js refuses every issuer with `-admin.okta`; trexcloud.com is Okta's own test domain. */
const adminHost = /-admin\.(okta[a-z0-9-]*|trexcloud)\./;

const dottedName = /^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})+$/;

/** An org's URL is an origin: what comes after the host is dropped. */
export function checkOrgUrl(typed: string): Checked {
  const address = parseWebAddress(typed);
  return 'problem' in address ? address : { value: address.url.origin };
}

/** What administrators paste along with an issuer: slashes and the address of its metadata. */
const tail = /(?:\/|\/\.well-known\/(?:openid-configuration|oauth-authorization-server))+$/;

const serverId = /^(?:\/?oauth2\/)?([A-Za-z0-9_-]{1,100})$/;

/**
 * An issuer URL, or one of the org's authorization servers by id or path (`default`,
 * `/oauth2/default`), which is kept as its path so that it follows the org URL. Empty is the org
 * itself, Okta's org authorization server.
 */
export function checkIssuer(typed: string): Checked {
  const text = typed.trim();
  if (hasSpaces(text)) return { problem: 'has-spaces' };
  const body = text.replace(tail, '');
  if (text === '') return { value: '' };
  const id = serverId.exec(body)?.[1];
  if (id !== undefined && !isLoopbackHost(id)) return { value: `/oauth2/${id}` };

  const address = parseWebAddress(text);
  if ('problem' in address) return address;
  return { value: address.url.origin + address.url.pathname.replace(tail, '') };
}

/** The issuer in force: a path is one of the org's, empty is the org; no trailing slash. */
export function resolveIssuer(issuer: string, orgUrl: string): string {
  return issuer === '' || issuer.startsWith('/') ? orgUrl + issuer : issuer;
}

/** RFC 3986 characters without the fragment, which RFC 6749 section 3.1.2 forbids. */
const absoluteUri = /^[a-z][a-z0-9+.-]*:\/[\w\-.~:/?[\]@!$&'()*+,;=%]*$/i;

/**
 * https, http on loopback, or an app's own scheme in reverse-domain form (RFC 8252 section 7.1),
 * which leaves no room for `javascript:`, `data:` or `file:`. Kept as typed: an org compares it
 * character by character.
 */
export function checkRedirectUri(typed: string): Checked {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  if (hasSpaces(text)) return { problem: 'has-spaces' };
  if (text.length > 1000) return { problem: 'too-long' };
  const url = absoluteUri.test(text) ? URL.parse(text) : null;
  if (!url) return { problem: 'not-a-redirect-uri' };
  if (hasCredentials(url)) return { problem: 'has-credentials' };

  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb)
    return url.protocol.includes('.') ? { value: text } : { problem: 'not-a-redirect-uri' };
  if (!/^https?:\/\/[^/]/i.test(text)) return { problem: 'not-a-redirect-uri' };
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) return { problem: 'not-https' };
  return { value: text };
}

/**
 * The address of an org as a person types it: a missing scheme is https, or http on loopback; the
 * host is lower case without trailing dots. Never an address with credentials or an Admin Console.
 */
function parseWebAddress(
  typed: string,
): { readonly url: URL } | Extract<Checked, { problem: unknown }> {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  if (hasSpaces(text)) return { problem: 'has-spaces' };
  const url = parseWithScheme(text);
  if (!url) return { problem: 'not-a-url' };

  const host = url.hostname.replace(/\.+$/, '');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(host))) {
    return { problem: 'not-https' };
  }
  if (hasCredentials(url)) return { problem: 'has-credentials' };
  if (!isLoopbackHost(host) && (host.length > 253 || !dottedName.test(host))) {
    return { problem: 'not-a-url' };
  }
  if (adminHost.test(host)) return { problem: 'admin-host' };
  url.hostname = host;
  return { url };
}

/** A password in an address would be kept in the settings, and shown. */
function hasCredentials(url: URL): boolean {
  return url.username !== '' || url.password !== '';
}

function parseWithScheme(text: string): URL | null {
  if (text.startsWith('/')) return null;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return URL.parse(text);
  const secure = URL.parse(`https://${text}`);
  const isLoopback = secure !== null && isLoopbackHost(secure.hostname.replace(/\.+$/, ''));
  return isLoopback ? URL.parse(`http://${text}`) : secure;
}
