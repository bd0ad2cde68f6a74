import { type IdTokenClaims, readIdToken } from './id-token';

/** The secrets of a signed-in account; the keychain's names for them. */
export const tokenNames = ['access-token', 'refresh-token', 'id-token'] as const;
export type TokenName = (typeof tokenNames)[number];

export type StoredText =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'absent' | 'locked' | 'unavailable' | 'corrupt' };

/** What is needed of the keychain: its entries for `Name`. */
export interface SecretStore<Name extends string> {
  read(name: Name): Promise<StoredText>;
  /** `memory`: kept for this run only, for want of a keychain. */
  write(name: Name, value: string): Promise<{ readonly kind: 'stored' | 'memory' | 'locked' }>;
  remove(name: Name): Promise<'removed' | 'locked' | 'unavailable'>;
}

export interface AccountTokens {
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken: string | null;
}

/** What an earlier sign-up left in the store. */
export type StoredSession =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: 'locked' | 'unavailable' | 'corrupt' }
  | {
      readonly kind: 'found';
      readonly claims: IdTokenClaims;
      /** Null where it is not there any more. */
      readonly accessToken: string | null;
      readonly refreshToken: string | null;
    };

export async function readSession(store: SecretStore<TokenName>): Promise<StoredSession> {
  const idToken = await store.read('id-token');
  if (idToken.kind === 'absent' || idToken.kind === 'unavailable') return { kind: 'none' };
  if (idToken.kind !== 'found') return { kind: 'unreadable', reason: idToken.kind };
  const claims = readIdToken(idToken.value);
  if (!claims) return { kind: 'unreadable', reason: 'corrupt' };
  const accessToken = await store.read('access-token');
  const refreshToken = await store.read('refresh-token');
  for (const { kind } of [accessToken, refreshToken]) {
    if (kind === 'locked' || kind === 'unavailable') return { kind: 'unreadable', reason: kind };
  }
  if (accessToken.kind === 'corrupt') return { kind: 'unreadable', reason: 'corrupt' };
  return {
    kind: 'found',
    claims,
    accessToken: accessToken.kind === 'found' ? accessToken.value : null,
    refreshToken: refreshToken.kind === 'found' ? refreshToken.value : null,
  };
}

/** Writes the ID token last: without it the others count for nothing. True where all are stored. */
export async function writeSession(
  store: SecretStore<TokenName>,
  { idToken, accessToken, refreshToken }: AccountTokens,
): Promise<boolean> {
  const writes = [await store.write('access-token', accessToken)];
  if (refreshToken === null) await store.remove('refresh-token');
  else writes.push(await store.write('refresh-token', refreshToken));
  writes.push(await store.write('id-token', idToken));
  return writes.every(({ kind }) => kind === 'stored');
}

/** Removes the ID token last, so that what an interruption leaves is found at the next start. */
export async function removeSession(
  store: SecretStore<TokenName>,
): Promise<'removed' | 'locked' | 'unavailable'> {
  let outcome: 'removed' | 'locked' | 'unavailable' = 'removed';
  for (const name of tokenNames) {
    const removed = await store.remove(name);
    if (removed !== 'removed') outcome = outcome === 'locked' ? outcome : removed;
  }
  return outcome;
}
