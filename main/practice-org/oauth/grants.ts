import { secret } from '../ids';
import type { InteractRequest } from '../idx/transactions';

/** What a person's sign-up earned the client: who it was, when, and what was asked for. */
export interface Grant {
  readonly accountId: string;
  readonly request: InteractRequest;
  readonly authenticatedAt: number;
  /** Ends every token of this grant. */
  isRevoked: boolean;
}

interface Issued {
  readonly grant: Grant;
  readonly expiresAt: number;
  isUsed: boolean;
}

export interface Grants {
  /** A code that is worth one exchange until it expires. */
  issueInteractionCode(grant: Grant, lifetimeSeconds: number): string;
  /** The grant behind a code; a second use of the same code revokes its tokens (RFC 6749 4.1.2). */
  redeemInteractionCode(code: string): Grant | null;
  issueRefreshToken(grant: Grant): string;
  /** Refresh tokens rotate: using one ends it, using it again ends the grant (RFC 9700 4.14.2). */
  redeemRefreshToken(token: string): Grant | null;
  noteAccessToken(token: string, grant: Grant, expiresAt: number): void;
  findAccessToken(token: string): Grant | null;
  /** An access token alone, or a refresh token with everything of its grant. */
  revoke(token: string): void;
}

export function createGrants(now: () => number): Grants {
  const codes = new Map<string, Issued>();
  const refreshTokens = new Map<string, Issued>();
  const accessTokens = new Map<string, { grant: Grant; expiresAt: number }>();
  const redeem = (issued: Map<string, Issued>, value: string) => {
    const found = issued.get(value);
    if (!found) return null;
    if (found.isUsed) found.grant.isRevoked = true;
    const isUsable = !found.isUsed && !found.grant.isRevoked && found.expiresAt > now();
    found.isUsed = true;
    return isUsable ? found.grant : null;
  };
  const issue = (issued: Map<string, Issued>, grant: Grant, expiresAt: number) => {
    const value = secret();
    issued.set(value, { grant, expiresAt, isUsed: false });
    return value;
  };
  return {
    issueInteractionCode: (grant, lifetimeSeconds) =>
      issue(codes, grant, now() + lifetimeSeconds * 1000),
    redeemInteractionCode: (code) => redeem(codes, code),
    issueRefreshToken: (grant) => issue(refreshTokens, grant, Number.POSITIVE_INFINITY),
    redeemRefreshToken: (token) => redeem(refreshTokens, token),
    noteAccessToken: (token, grant, expiresAt) => accessTokens.set(token, { grant, expiresAt }),
    findAccessToken(token) {
      const found = accessTokens.get(token);
      return found && !found.grant.isRevoked && found.expiresAt > now() ? found.grant : null;
    },
    revoke(token) {
      accessTokens.delete(token);
      const refresh = refreshTokens.get(token);
      if (refresh) refresh.grant.isRevoked = true;
    },
  };
}
