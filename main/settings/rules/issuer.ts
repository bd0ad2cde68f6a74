import { isLoopbackHost } from '../../network/loopback';
import { hasSpaces, type Checked } from './rule';
import { parseWebAddress } from './web-address';

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
