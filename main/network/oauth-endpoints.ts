/**
 * Base of an authorization server's OAuth endpoints: `{issuer}/v1/…` for a custom one,
 * `{org}/oauth2/v1/…` for the org authorization server, whose issuer is the org URL itself
 * (https://developer.okta.com/docs/concepts/auth-servers/).
 */
export function oauthBase(issuer: string): string {
  return new URL(issuer).pathname.startsWith('/oauth2') ? issuer : `${issuer}/oauth2`;
}
