import type { Mode } from '../../preload/contract/desk';
import type { TokenClient } from '../network/connection';
import { rulesOf } from './modes';

/** What a finished sign-up leaves behind. */
export interface SignUpTokens {
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken: string | null;
}

/** That somebody has an account now, without a word of who they are. */
export interface SignUpRecord {
  readonly orgHost: string;
  /** The `sub` of the ID token, which is the user's ID at the org's own authorization server; null where it has none. */
  readonly subject: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface TokenPorts {
  readonly mode: () => Mode;
  readonly account: {
    adopt(tokens: SignUpTokens, client: TokenClient): Promise<void>;
    decline(tokens: SignUpTokens, client: TokenClient): Promise<void>;
    subjectOf(idToken: string): string | null;
  };
  readonly now: () => number;
}

/** What becomes of the tokens of a finished sign-up, as the mode has it. */
export interface TokenFate {
  settle(tokens: SignUpTokens, client: TokenClient): Promise<void>;
  /** The last sign-up of a desk that keeps outcomes, until the next is finished. */
  readonly record: SignUpRecord | null;
}

export function createTokenFate({ mode, account, now }: TokenPorts): TokenFate {
  let record: SignUpRecord | null = null;
  return {
    get record() {
      return record;
    },
    async settle(tokens, client) {
      const { issued } = rulesOf(mode()).tokens;
      record = null;
      switch (issued) {
        case 'kept':
          return account.adopt(tokens, client);
        case 'outcome':
          record = {
            orgHost: new URL(client.issuer).host,
            subject: account.subjectOf(tokens.idToken),
            at: now(),
          };
          return account.decline(tokens, client);
        case 'revoked':
          return account.decline(tokens, client);
      }
    },
  };
}
