import type { MainHandlers } from '../../preload/contract';
import { fail, ok } from '../../preload/contract/define';
import type { AccountView } from '../../preload/contract/account';
import type { TokenClient } from '../network/connection';
import { createExpiry } from './expiry';
import { readIdToken } from './id-token';
import { createLeftovers } from './leftovers';
import { createRevocations, type GivenUp, type RevocationPorts } from './revocations';
import {
  type AccountTokens,
  readSession,
  type SecretStore,
  type TokenName,
  writeSession,
} from './token-store';
import { type Ended, signedInView, type ViewPorts, whyEnded } from './view';

export type { AccountTokens, SecretStore, TokenName } from './token-store';

/** What becomes of tokens that wait or are found; the affair of the desk's mode. */
export interface TokenKeeping {
  /** What is done with tokens that an earlier run left in the keychain. */
  readonly found: 'restored' | 'revoked';
  /** Where tokens wait that the org has not revoked yet. */
  readonly revocations: 'keychain' | 'memory';
}

export interface AccountPorts extends ViewPorts, Pick<RevocationPorts, 'schedule'> {
  readonly store: SecretStore<TokenName | 'revocations'>;
  readonly keeping: () => TokenKeeping;
  readonly onChange: (view: AccountView) => void;
}

export interface Account {
  readonly handlers: MainHandlers['account'];
  /** Sees to what earlier runs left, before any page asks. */
  start(): void;
  /** Signs out whoever is signed in, so that the next person at this computer does not meet them. */
  leave(): Promise<void>;
  /** Whose an ID token is; null where it is none. */
  subjectOf(idToken: string): string | null;
  /** Whether somebody is signed in. */
  readonly isHeld: boolean;
  /** Takes over the tokens of a finished sign-up, and asks the org whose they are. */
  adopt(tokens: AccountTokens, client: TokenClient): Promise<void>;
  /** Gives up the tokens of a finished sign-up: nobody is signed in by them. */
  decline(tokens: AccountTokens, client: TokenClient): Promise<void>;
  /** Revokes tokens that came when nobody was there to have them. */
  reject(tokens: Pick<GivenUp, 'accessToken' | 'refreshToken'>, client: TokenClient): Promise<void>;
  /** Another org may have been chosen: who is signed in elsewhere is signed out. */
  orgChanged(): Promise<void>;
  /** Revokes what would be lost with this process. */
  stop(): Promise<void>;
}

type SignOut = ReturnType<MainHandlers['account']['signOut']>;

const none: AccountView = { state: 'none' };
/** The app waits five seconds for everything that ends with it. */
const stopMilliseconds = 3_000;

/** The account that this user of the machine is signed in to. */
export function createAccount(ports: AccountPorts): Account {
  const { store, keeping, now } = ports;
  const revocations = createRevocations({ ...ports, kept: () => keeping().revocations });
  const leftovers = createLeftovers(store, revocations);
  const expiry = createExpiry(ports);
  let view: AccountView | null = null;
  /** One change at a time: what one deletes is never what another has just stored. */
  let last: Promise<unknown> = Promise.resolve();
  let asking = new AbortController();

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
    expiry.forget();
    if (next.state === 'signed-in') {
      const { expiresAt } = next;
      const ended = { state: 'ended', reason: 'expired' } as const;
      expiry.watch(expiresAt, () => void inTurn(() => end(ended, expiresAt)));
    }
    return next;
  }

  function show(next: AccountView): AccountView {
    ports.onChange(become(next));
    return next;
  }

  /** Ends the session that is shown, unless it is another one by now. */
  async function end(ended: Ended, expiresAt: number): Promise<void> {
    if (view?.state !== 'signed-in' || view.expiresAt !== expiresAt) return;
    show(ended);
    await leftovers.dispose();
    await revocations.send();
  }

  async function restore(): Promise<AccountView> {
    await revocations.open();
    const session = await readSession(store);
    if (session.kind === 'none') return none;
    if (session.kind === 'unreadable') return { state: 'unreadable', reason: session.reason };
    const { claims, accessToken } = session;
    const ended = whyEnded(ports, claims);
    if (ended) return ended;
    if (accessToken === null || revocations.has(accessToken)) {
      // A sign-out was interrupted: it is finished now.
      await leftovers.dispose();
      return none;
    }
    return signedInView(ports, { claims, accessToken, isStored: true }, asking.signal);
  }

  async function read(): Promise<AccountView> {
    if (keeping().found === 'revoked') {
      if (!leftovers.areCleared) void inTurn(leftovers.clear);
      return (view ??= none);
    }
    if (!view || isOutdated(view, now())) become(await restore());
    // Said once: what is left of an ended session is of no use to anybody.
    if (view?.state === 'ended') await leftovers.dispose();
    void revocations.send();
    return view ?? none;
  }

  async function signOut(): SignOut {
    hurry();
    const outcome = await inTurn(async () => {
      const removed = await leftovers.dispose();
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

  async function decline(tokens: AccountTokens, client: TokenClient): Promise<void> {
    hurry();
    await reject(tokens, client);
    show(none);
  }

  return {
    handlers: {
      read: async () => ok(keeping().found === 'revoked' ? await read() : await inTurn(read)),
      signOut,
    },
    start() {
      if (keeping().found === 'revoked') void inTurn(leftovers.clear);
      else void inTurn(() => revocations.open()).then(() => revocations.send());
    },
    async leave() {
      if (view?.state !== 'none') await signOut();
    },
    async adopt(tokens, client) {
      hurry();
      const claims = readIdToken(tokens.idToken);
      if (!claims) return decline(tokens, client);
      await inTurn(async () => {
        // Whoever is there has been left already, unless the keychain was locked then.
        await leftovers.dispose();
        const isStored = await writeSession(store, tokens);
        const { accessToken } = tokens;
        show(await signedInView(ports, { claims, accessToken, isStored }, asking.signal));
      });
    },
    subjectOf: (idToken) => readIdToken(idToken)?.subject ?? null,
    decline,
    reject,
    get isHeld() {
      return view?.state === 'signed-in';
    },
    async orgChanged() {
      hurry();
      await inTurn(async () => {
        if (view?.state !== 'signed-in') return;
        const session = await readSession(store);
        const ended = session.kind === 'found' ? whyEnded(ports, session.claims) : null;
        if (ended) await end(ended, view.expiresAt);
      });
    },
    async stop() {
      expiry.forget();
      const stopping = (async () => {
        if (view?.state === 'signed-in' && !view.isStored) await leftovers.dispose();
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
