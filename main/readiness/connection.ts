/** What a sign-up needs to know of an org. */
export interface ConnectionToCheck {
  /** An origin, without a trailing slash. */
  readonly orgUrl: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}
