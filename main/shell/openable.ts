import { isLoopbackHost } from '../network/loopback';

/** Okta Verify's own schemes: they set up an account in it, or prove that it is there. */
const verifySchemes = ['com-okta-authenticator:', 'oktaverify:'];

/**
 * Whether the system may be asked to open an address: https, plain http on this machine alone, and
 * Okta Verify. Any other scheme would start whatever program the system ties to it.
 */
export function isOpenable(url: URL): boolean {
  const { protocol, username, password } = url;
  // A name before the host makes an address look like another one.
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || verifySchemes.includes(protocol) || isLoopback(url);
}

/** Plain http that never leaves this machine: the practice org, and the browser shell's own page. */
export function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && isLoopbackHost(hostname);
}
