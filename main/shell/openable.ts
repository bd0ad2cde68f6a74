/** Okta Verify's own schemes: they set up an account in it, or prove that it is there. */
const verifySchemes = ['com-okta-authenticator:', 'oktaverify:'];

/** Where the practice org and the browser shell's own page are. */
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether the system may be asked to open an address: https, plain http on this machine alone, and
 * Okta Verify. Any other scheme would start whatever program the system ties to it.
 */
export function isOpenable({ protocol, hostname, username, password }: URL): boolean {
  // A name before the host makes an address look like another one.
  if (username !== '' || password !== '') return false;
  if (protocol === 'http:') return loopbackHosts.includes(hostname);
  return protocol === 'https:' || verifySchemes.includes(protocol);
}
