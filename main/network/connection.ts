/** Where and as which client a sign-up takes place: all that is to be known of an org. */
export interface Connection {
  /** An origin, without a trailing slash. */
  readonly orgUrl: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/** The client that tokens were issued to, and by whom. */
export type TokenClient = Pick<Connection, 'issuer' | 'clientId'>;
