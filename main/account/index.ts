import type { MainHandlers } from '../../preload/contract';
import { fail, ok } from '../../preload/contract/define';
import type { AccountView } from '../../preload/contract/app';
import type { TokenClient } from '../network/connection';
import { type IdTokenClaims, readIdToken } from './id-token';
import type { TokenKeeping } from './keeping';
import { type OrgSessionPorts, readUserInfo } from './org-session';
import { createRevocations, type RevocationPorts, type GivenUp } from './revocations';
import {
  type AccountTokens,
  readSession,
  removeSession,
  type SecretStore,
  type TokenName,
  writeSession,
} from './token-store';

export { kioskKeeping, personalKeeping, type TokenKeeping } from './keeping';
export type { AccountTokens, SecretStore, TokenName } from './token-store';

export interface AccountPorts
  extends OrgSessionPorts, Pick<RevocationPorts, 'now' | 'schedule' | 'isGone'> {
  readonly store: SecretStore<TokenName | 'revocations'>;
  readonly keeping: TokenKeeping;
  /** Where a sign-up would go now; null where nothing is chosen, or not started yet. */
  readonly inForce: () => TokenClient | null;
  readonly onChange: (view: AccountView) => void;
}

export interface Account {
  readonly handlers: MainHandlers['account'];
  /** Sees to what earlier runs left, before any page asks. */
  start(): void;
  /** Signs out whoever is signed in, so that the next person at this computer does not meet them. */
  leave(): Promise<void>;
  /** Takes over the tokens of a finished sign-up and, where they are kept, asks the org whose they are. */
  adopt(tokens: AccountTokens, client: TokenClient): Promise<void>;
  /** Revokes tokens that came when nobody was there to have them. */
  reject(tokens: Pick<GivenUp, 'accessToken' | 'refreshToken'>, client: TokenClient): Promise<void>;
  /** Another org may have been chosen: who is signed in elsewhere is signed out. */
  orgChanged(): Promise<void>;
  /** Revokes what would be lost with this process. */
  stop(): Promise<void>;
}

type SignOut = ReturnType<MainHandlers['account']['signOut']>;
type Ended = Extract<AccountView, { state: 'ended' }>;

const none: AccountView = { state: 'none' };
/** The app waits five seconds for everything that ends with it. */
const stopMilliseconds = 3_000;
/** Node's timers reach no further than 24.8 days. */
const longestTimer = 86_400_000;

/** The account that this user of the machine is signed in to. */
export function createAccount(ports: AccountPorts): Account {
  const { store, keeping, now } = ports;
  const revocations = createRevocations({ ...ports, kept: keeping.revocations });
  let view: AccountView | null = null;
  /** One change at a time: what one deletes is never what another has just stored. */
  let last: Promise<unknown> = Promise.resolve();
  let asking = new AbortController();
  let cancelExpiry = () => {};
  let hasClearedFound = false;

  function inTurn<Outcome>(change: () => Promise<Outcome>): Promise<Outcome> {
    const outcome = last.then(change);
    last = outcome.catch(() => {});
    return outcome;
  }

  /** Whoever waits to hear about the last person's name does not hold up what comes after them. */
  function hurry(): void {
    asking.abort();
    asking = new AbortController();
  }

  function become(next: AccountView): AccountView {
    view = next;
    cancelExpiry();
    if (next.state === 'signed-in') watchExpiry(next.expiresAt);
    return next;
  }

  function show(next: AccountView): AccountView {
    ports.onChange(become(next));
    return next;
  }

  function watchExpiry(expiresAt: number): void {
    const rest = Math.max(expiresAt - now(), 0);
    cancelExpiry = ports.schedule(Math.min(rest, longestTimer), () => {
      if (now() < expiresAt) watchExpiry(expiresAt);
      else void inTurn(() => end({ state: 'ended', reason: 'expired' }, expiresAt));
    });
  }

  /** Ends the session that is shown, unless it is another one by now. */
  async function end(ended: Ended, expiresAt: number): Promise<void> {
    if (view?.state !== 'signed-in' || view.expiresAt !== expiresAt) return;
    show(ended);
    await dispose();
    await revocations.send();
  }

  /** The store's tokens wait to be revoked from here on, and are deleted. */
  async function dispose(): Promise<'removed' | 'locked' | 'unavailable'> {
    const session = await readSession(store);
    if (session.kind === 'found') await revocations.add({ ...session.claims, ...session });
    return removeSession(store);
  }

  async function signedIn(
    claims: IdTokenClaims,
    accessToken: string,
    isStored: boolean,
  ): Promise<AccountView> {
    const answer = await readUserInfo(ports, claims, accessToken, asking.signal);
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

  /** Why the tokens are of no use here; null where they are. */
  function whyEnded(claims: IdTokenClaims): Ended | null {
    const isOver = claims.expiresAt <= now() || ports.isGone(claims.issuer);
    if (isOver) return { state: 'ended', reason: 'expired' };
    const org = ports.inForce();
    const isOther = org && (org.issuer !== claims.issuer || org.clientId !== claims.clientId);
    return isOther ? { state: 'ended', reason: 'other-org' } : null;
  }

  async function restore(): Promise<AccountView> {
    await revocations.open();
    const session = await readSession(store);
    if (session.kind === 'none') return none;
    if (session.kind === 'unreadable') return { state: 'unreadable', reason: session.reason };
    const { claims, accessToken } = session;
    const ended = whyEnded(claims);
    if (ended) return ended;
    if (accessToken === null || revocations.has(accessToken)) {
      // A sign-out was interrupted: it is finished now.
      await dispose();
      return none;
    }
    return signedIn(claims, accessToken, true);
  }

  /** Revokes and deletes what an earlier run kept; again later where the keychain is locked. */
  async function clearFound(): Promise<void> {
    if (hasClearedFound) return;
    const isOpen = await revocations.open();
    const session = await readSession(store);
    if (session.kind === 'found') await revocations.add({ ...session.claims, ...session });
    // A start that is killed meanwhile leaves the next one something to revoke.
    await revocations.send();
    hasClearedFound = (await removeSession(store)) === 'removed' && isOpen;
  }

  async function read(): Promise<AccountView> {
    if (keeping.found === 'revoked') {
      if (!hasClearedFound) void inTurn(clearFound);
      return (view ??= none);
    }
    if (!view || isOutdated(view, now())) become(await restore());
    // Said once: what is left of an ended session is of no use to anybody.
    if (view?.state === 'ended') await dispose();
    void revocations.send();
    return view ?? none;
  }

  async function signOut(): SignOut {
    hurry();
    const outcome = await inTurn(async () => {
      const removed = await dispose();
      if (removed !== 'locked') become(none);
      return removed;
    });
    await revocations.send();
    if (outcome === 'locked') return fail('keychain-locked');
    // By now the next person may be signed in.
    const shown = view ?? none;
    ports.onChange(shown);
    return ok(shown);
  }

  async function reject(
    tokens: Pick<GivenUp, 'accessToken' | 'refreshToken'>,
    { issuer, clientId }: TokenClient,
  ): Promise<void> {
    const { accessToken, refreshToken } = tokens;
    await revocations.add({ issuer, clientId, accessToken, refreshToken });
    void revocations.send();
  }

  return {
    handlers: {
      read: async () => ok(keeping.found === 'revoked' ? await read() : await inTurn(read)),
      signOut,
    },
    start() {
      if (keeping.found === 'revoked') void inTurn(clearFound);
      else void inTurn(() => revocations.open()).then(() => revocations.send());
    },
    async leave() {
      if (view?.state !== 'none') await signOut();
    },
    async adopt(tokens, client) {
      hurry();
      const claims = readIdToken(tokens.idToken);
      if (keeping.issued === 'revoked' || !claims) {
        await reject(tokens, client);
        show(none);
        return;
      }
      await inTurn(async () => {
        // Whoever is there has been left already, unless the keychain was locked then.
        await dispose();
        const isStored = await writeSession(store, tokens);
        show(await signedIn(claims, tokens.accessToken, isStored));
      });
    },
    reject,
    async orgChanged() {
      hurry();
      await inTurn(async () => {
        if (view?.state !== 'signed-in') return;
        const session = await readSession(store);
        const ended = session.kind === 'found' ? whyEnded(session.claims) : null;
        if (ended) await end(ended, view.expiresAt);
      });
    },
    async stop() {
      cancelExpiry();
      const stopping = (async () => {
        if (view?.state === 'signed-in' && !view.isStored) await dispose();
        await revocations.stop();
      })();
      await Promise.race([
        stopping,
        new Promise((resolve) => setTimeout(resolve, stopMilliseconds).unref()),
      ]);
    },
  };
}

/** A token expires, and a keychain is unlocked while the app runs. */
function isOutdated(view: AccountView, now: number): boolean {
  return view.state === 'unreadable' || (view.state === 'signed-in' && view.expiresAt <= now);
}
