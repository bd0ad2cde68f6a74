import type { SettingProblem } from '../../../preload/contract/settings';
import { isLoopbackHost } from '../../network/loopback';
import { hasSpaces } from './rule';

/** auth-js refuses every issuer with `-admin.okta`; trexcloud.com is Okta's own test domain. */
const adminHost = /-admin\.(okta[a-z0-9-]*|trexcloud)\./;

const dottedName = /^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})+$/;

/**
 * The address of an org as a person types it: a missing scheme is https, or http on loopback; the
 * host is lower case without trailing dots. Never an address with credentials or an Admin Console.
 */
export function parseWebAddress(
  typed: string,
): { readonly url: URL } | { readonly problem: SettingProblem['problem'] } {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  if (hasSpaces(text)) return { problem: 'has-spaces' };
  const url = parseWithScheme(text);
  if (!url) return { problem: 'not-a-url' };

  const host = url.hostname.replace(/\.+$/, '');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(host))) {
    return { problem: 'not-https' };
  }
  if (url.username !== '' || url.password !== '') return { problem: 'has-credentials' };
  if (!isLoopbackHost(host) && (host.length > 253 || !dottedName.test(host))) {
    return { problem: 'not-a-url' };
  }
  if (adminHost.test(host)) return { problem: 'admin-host' };
  url.hostname = host;
  return { url };
}

function parseWithScheme(text: string): URL | null {
  if (text.startsWith('/')) return null;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return URL.parse(text);
  const secure = URL.parse(`https://${text}`);
  const isLoopback = secure !== null && isLoopbackHost(secure.hostname.replace(/\.+$/, ''));
  return isLoopback ? URL.parse(`http://${text}`) : secure;
}
