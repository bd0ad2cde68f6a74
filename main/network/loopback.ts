/** The hosts that never leave this machine: plain http is safe there (RFC 8252 section 8.3). */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
