import { secret } from '../ids';
import type { InteractRequest } from './transactions';
import type { Policy } from '../policy/schema';

/** What a person's sign-up earned the client: who it was, when, and what was asked for. */
export interface Grant {
  readonly accountId: string;
  readonly request: InteractRequest;
  readonly authenticatedAt: number;
  /** The ID of the provider that the person came back from; null for everybody else. */
  readonly identityProvider: string | null;
  /** Ends every token of this grant. */
  isRevoked: boolean;
}

interface Code {
  readonly grant: Grant;
  readonly expiresAt: number;
  isUsed: boolean;
}

interface RefreshToken {
  readonly grant: Grant;
  /** When another one took its place; null while it is the newest. */
  replacedAt: number | null;
}

export type TokenRotation = Policy['refreshTokens'];

/** A token that is good, and what is known of it beside its grant. */
export interface LiveToken {
  readonly kind: 'access_token' | 'refresh_token';
  readonly grant: Grant;
  /** What this token is for; a refresh may have asked for less than was granted. */
  readonly scopes: readonly string[];
}

export interface Grants {
  /** A code that is worth one exchange until it expires. */
  issueInteractionCode(grant: Grant, lifetimeSeconds: number): string;
  /** The grant behind a code; a second use of the same code revokes its tokens (RFC 6749 4.1.2). */
  redeemInteractionCode(code: string): Grant | null;
  issueRefreshToken(grant: Grant): string;
  /**
   * The grant behind a refresh token. One that was replaced is good for as long as `leeway` says;
   * after that its use ends the grant (Okta's "Refresh access tokens", RFC 9700 4.14.2).
   */
  findRefreshGrant(token: string, rotation: TokenRotation): Grant | null;
  /** The token to go on with: the same one, or where tokens rotate a new one. */
  renewRefreshToken(token: string, rotation: TokenRotation): string;
  noteAccessToken(token: string, live: Omit<LiveToken, 'kind'>, expiresAt: number): void;
  findAccessToken(token: string): LiveToken | null;
  /** Any token that is good: `introspect` (RFC 7662) takes them all. */
  findToken(token: string, rotation: TokenRotation): LiveToken | null;
  /** An access token alone, or a refresh token with everything of its grant. */
  revoke(token: string): void;
}

export function createGrants(now: () => number): Grants {
  const codes = new Map<string, Code>();
  const refreshTokens = new Map<string, RefreshToken>();
  const accessTokens = new Map<string, Omit<LiveToken, 'kind'> & { expiresAt: number }>();

  function issueRefreshToken(grant: Grant): string {
    const value = secret();
    refreshTokens.set(value, { grant, replacedAt: null });
    return value;
  }

  function isWithinGrace({ replacedAt }: RefreshToken, { leeway }: TokenRotation): boolean {
    return replacedAt === null || now() <= replacedAt + leeway * 1000;
  }

  function findAccessToken(token: string): LiveToken | null {
    const found = accessTokens.get(token);
    if (!found || found.grant.isRevoked || found.expiresAt <= now()) return null;
    return { kind: 'access_token', grant: found.grant, scopes: found.scopes };
  }

  return {
    issueInteractionCode(grant, lifetimeSeconds) {
      const value = secret();
      codes.set(value, { grant, expiresAt: now() + lifetimeSeconds * 1000, isUsed: false });
      return value;
    },
    redeemInteractionCode(code) {
      const found = codes.get(code);
      if (!found) return null;
      if (found.isUsed) found.grant.isRevoked = true;
      const isUsable = !found.isUsed && !found.grant.isRevoked && found.expiresAt > now();
      found.isUsed = true;
      return isUsable ? found.grant : null;
    },
    issueRefreshToken,
    findRefreshGrant(token, rotation) {
      const found = refreshTokens.get(token);
      if (!found) return null;
      if (!isWithinGrace(found, rotation)) found.grant.isRevoked = true;
      return found.grant.isRevoked ? null : found.grant;
    },
    renewRefreshToken(token, { rotation_type: type }) {
      const found = refreshTokens.get(token);
      if (type === 'STATIC' || !found) return token;
      // The grace counts from the first use: a client cannot prolong it.
      found.replacedAt ??= now();
      return issueRefreshToken(found.grant);
    },
    noteAccessToken: (token, live, expiresAt) => accessTokens.set(token, { ...live, expiresAt }),
    findAccessToken,
    findToken(token, rotation) {
      const refresh = refreshTokens.get(token);
      if (!refresh) return findAccessToken(token);
      if (refresh.grant.isRevoked || !isWithinGrace(refresh, rotation)) return null;
      return { kind: 'refresh_token', grant: refresh.grant, scopes: refresh.grant.request.scopes };
    },
    revoke(token) {
      accessTokens.delete(token);
      const refresh = refreshTokens.get(token);
      if (refresh) refresh.grant.isRevoked = true;
    },
  };
}
