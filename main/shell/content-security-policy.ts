export interface PolicyOptions {
  /** The browser shell's page talks to its own server; Electron's page talks to nobody. */
  readonly connect: "'none'" | "'self'";
  /** Lets in the style elements that the component library adds while the page runs. */
  readonly nonce?: string;
}

/** What the built page says where the shell puts a fresh nonce into each answer. */
export const noncePlaceholder = '__CSP_NONCE__';

/** The page's Content-Security-Policy: nothing is allowed that is not named here. */
export function contentSecurityPolicy({ connect, nonce }: PolicyOptions): string {
  const styles = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    // QR codes and an organisation's logo are drawn from data the page already has.
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers that both shells send with everything they serve to the page. */
export function securityHeaders(options: PolicyOptions): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(options),
    // A file is what its content type says and is never guessed to be a script.
    'X-Content-Type-Options': 'nosniff',
    // The browser shell's first address holds a one-time token.
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}
