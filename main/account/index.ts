import type { MainHandlers } from '../../preload/contract';
import { fail, ok } from '../../preload/define';
import type { AccountView } from '../../preload/schemas/app';
import { type IdTokenClaims, readIdToken } from './id-token';
import { type OrgSessionPorts, readUserInfo, revokeToken } from './org-session';

/** The secrets of a signed-in account; the keychain's names for them. */
export const tokenNames = ['id-token', 'access-token', 'refresh-token'] as const;
export type TokenName = (typeof tokenNames)[number];

/** What the account needs of the keychain. */
export interface TokenStore {
  read(
    name: TokenName,
  ): Promise<
    | { readonly kind: 'found'; readonly value: string }
    | { readonly kind: 'absent' | 'locked' | 'unavailable' | 'corrupt' }
  >;
  /** `memory`: kept for this run only, for want of a keychain. */
  write(name: TokenName, value: string): Promise<{ readonly kind: 'stored' | 'memory' | 'locked' }>;
  remove(name: TokenName): Promise<'removed' | 'locked' | 'unavailable'>;
}

export interface AccountTokens {
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken: string | null;
}

export interface AccountPorts extends OrgSessionPorts {
  readonly store: TokenStore;
  readonly now: () => number;
  /** The issuer in force, to tell a practice org of an earlier run from a running one. */
  readonly currentIssuer: () => string | null;
  readonly onChange: (view: AccountView) => void;
}

export interface Account {
  readonly handlers: MainHandlers['account'];
  /** Signs out whoever is signed in, so that the next person at this computer does not meet them. */
  leave(): Promise<void>;
  /** Stores the tokens of a finished sign-up and asks the org whose they are. */
  adopt(tokens: AccountTokens): Promise<void>;
}

type SignOut = ReturnType<MainHandlers['account']['signOut']>;

/** The account that this user of the machine is signed in to. */
export function createAccount(ports: AccountPorts): Account {
  let view: AccountView | null = null;
  /** New tokens wait for it: what it deletes is the last account's. */
  let leaving: Promise<unknown> = Promise.resolve();

  function show(next: AccountView): AccountView {
    view = next;
    ports.onChange(next);
    return next;
  }

  async function signedIn(
    claims: IdTokenClaims,
    accessToken: string,
    isStored: boolean,
  ): Promise<AccountView> {
    const answer = await readUserInfo(ports, claims, accessToken);
    if (answer.kind === 'refused') return { state: 'ended', reason: 'revoked' };
    if (answer.kind === 'other-person') ports.log.warn('account.userinfo', { reason: answer.kind });
    const isConfirmed = answer.kind === 'person';
    const { name, email } = isConfirmed ? answer.person : claims;
    return {
      state: 'signed-in',
      name,
      email,
      orgHost: new URL(claims.issuer).host,
      expiresAt: claims.expiresAt,
      isStored,
      isConfirmed,
    };
  }

  async function readStored(): Promise<AccountView> {
    const idToken = await ports.store.read('id-token');
    if (idToken.kind === 'absent' || idToken.kind === 'unavailable') return { state: 'none' };
    if (idToken.kind !== 'found') return { state: 'unreadable', reason: idToken.kind };
    const claims = readIdToken(idToken.value);
    if (!claims) return { state: 'unreadable', reason: 'corrupt' };
    if (claims.expiresAt <= ports.now() || isGonePracticeOrg(claims.issuer, ports)) {
      return { state: 'ended', reason: 'expired' };
    }
    const accessToken = await ports.store.read('access-token');
    if (accessToken.kind === 'locked' || accessToken.kind === 'corrupt') {
      return { state: 'unreadable', reason: accessToken.kind };
    }
    if (accessToken.kind !== 'found') return { state: 'ended', reason: 'expired' };
    return signedIn(claims, accessToken.value, true);
  }

  async function revokeAll(): Promise<void> {
    const idToken = await ports.store.read('id-token');
    const claims = idToken.kind === 'found' ? readIdToken(idToken.value) : null;
    if (!claims || isGonePracticeOrg(claims.issuer, ports)) return;
    const [access, refresh] = await Promise.all([
      ports.store.read('access-token'),
      ports.store.read('refresh-token'),
    ]);
    if (refresh.kind === 'found') await revokeToken(ports, claims, refresh.value, 'refresh_token');
    if (access.kind === 'found') await revokeToken(ports, claims, access.value, 'access_token');
  }

  function removeTokens() {
    return Promise.all(tokenNames.map((name) => ports.store.remove(name)));
  }

  function signOut(): SignOut {
    const done = (async () => {
      await revokeAll();
      if ((await removeTokens()).includes('locked')) return fail('keychain-locked');
      return ok(show({ state: 'none' }));
    })();
    leaving = done;
    return done;
  }

  return {
    handlers: {
      async read() {
        if (!view || isOutdated(view, ports.now())) view = await readStored();
        // Said once: what is left of an ended session is of no use to anybody.
        if (view.state === 'ended') await removeTokens();
        return ok(view);
      },
      signOut,
    },
    async leave() {
      if (view?.state === 'signed-in' || view?.state === 'ended') await signOut();
    },
    async adopt({ idToken, accessToken, refreshToken }) {
      await leaving;
      const writes = [
        await ports.store.write('id-token', idToken),
        await ports.store.write('access-token', accessToken),
      ];
      if (refreshToken === null) await ports.store.remove('refresh-token');
      else writes.push(await ports.store.write('refresh-token', refreshToken));
      const claims = readIdToken(idToken);
      if (!claims) throw new Error('A verified ID token cannot be read');
      const isStored = writes.every(({ kind }) => kind === 'stored');
      show(await signedIn(claims, accessToken, isStored));
    },
  };
}

/** A token expires, and a keychain is unlocked while the app runs. */
function isOutdated(view: AccountView, now: number): boolean {
  return view.state === 'unreadable' || (view.state === 'signed-in' && view.expiresAt <= now);
}

/** The practice org forgets everything when the app closes; its next run has another issuer. */
function isGonePracticeOrg(issuer: string, { currentIssuer }: AccountPorts): boolean {
  return issuer.startsWith('http:') && issuer !== currentIssuer();
}
