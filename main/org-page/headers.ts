/**
 * What every answer below the page's address carries. The page may load what its task needs and
 * nothing else: for a passkey, nothing but itself.
 *
 * @param sources from `sourcesOf`
 */
export function orgPageHeaders(sources: readonly string[]): Readonly<Record<string, string>> {
  const needed = sources.map((source) => ` ${source}`).join('');
  // Captchas place their challenge with styles of their own; there is nothing here to restyle.
  const inlineStyles = needed === '' ? '' : " 'unsafe-inline'";
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src 'self'${needed}`,
      `style-src 'self'${inlineStyles}${needed}`,
      `img-src 'self' data:${needed}`,
      `connect-src 'self'${needed}`,
      needed === '' ? "frame-src 'none'" : `frame-src${needed}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    // The address holds a ticket. A provider compares the origin with that of the site key.
    'Referrer-Policy': needed === '' ? 'no-referrer' : 'strict-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}
