/**
 * What becomes of people's tokens at a desk: the affair of its mode. Each mode is one value of this
 * type, and nothing else asks which mode it is.
 */
export interface TokenKeeping {
  /** What is done with the tokens of a finished sign-up. */
  readonly issued: 'kept' | 'revoked';
  /** What is done with tokens that an earlier run left in the keychain. */
  readonly found: 'restored' | 'revoked';
  /** Where tokens wait that the org has not revoked yet. */
  readonly revocations: 'keychain' | 'memory';
}

/** One person's own computer: they stay signed in until they sign out. */
export const personalKeeping: TokenKeeping = {
  issued: 'kept',
  found: 'restored',
  revocations: 'keychain',
};

/**
 * People come one after another, and nothing of them is stored. What is found is from before the
 * computer became a kiosk.
 */
export const kioskKeeping: TokenKeeping = {
  issued: 'revoked',
  found: 'revoked',
  revocations: 'memory',
};
