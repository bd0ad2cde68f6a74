/** What a sign-up needs to know of an org. */
export interface ConnectionToTest {
  /** An origin, without a trailing slash. */
  readonly orgUrl: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/** What every step of the test shares. */
export interface Context {
  readonly connection: ConnectionToTest;
  /** Whether the issuer is the org itself, Okta's org authorization server. */
  readonly isOrgIssuer: boolean;
  /** Where the OAuth endpoints are, found as auth-js finds them. */
  readonly oauthUrl: string;
  /** Where the Identity Engine's endpoints are, found as auth-js finds them. */
  readonly idxUrl: string;
  send(url: string, init?: RequestInit): Promise<Response>;
}

export function createContext(
  connection: ConnectionToTest,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal | undefined,
  limit: number,
): Context {
  const { issuer, orgUrl } = connection;
  return {
    connection,
    isOrgIssuer: issuer === orgUrl,
    oauthUrl: issuer.includes('/oauth2') ? issuer : `${issuer}/oauth2`,
    idxUrl: issuer.split('/oauth2')[0] ?? orgUrl,
    send(url, init = {}) {
      const timeout = AbortSignal.timeout(limit);
      return fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
    },
  };
}
