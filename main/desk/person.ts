import type { Mode } from '../../preload/contract/desk';
import type { RegistrationState } from '../../preload/contract/registration';
import type { Log } from '../log';
import { rulesOf } from './modes';

/**
 * Everything that is forgotten when a person leaves, in this order: what could still bring something
 * of them goes before what it would bring, and the page hears of it at once.
 *
 * `shared`: forgotten where people come one after another, and kept at a desk of one's own, where the
 * next person is the same one.
 */
export const belongings = [
  /** A read-only token of an administrator's, and the check that runs with it. */
  { name: 'readiness-token', at: 'every-desk' },
  /** Requests on their way, polls, and a captcha or passkey that is waited for. */
  { name: 'requests', at: 'every-desk' },
  /** Names, addresses and what else the forms know of the person. */
  { name: 'typed-values', at: 'every-desk' },
  /** State and interaction handles, the PKCE verifier, a code not exchanged yet. */
  { name: 'session', at: 'every-desk' },
  { name: 'sdk-storage', at: 'every-desk' },
  /** Tokens that came and that nobody took over: they are revoked. */
  { name: 'issued-tokens', at: 'every-desk' },
  /** Cookies, cache and connections of the person's own network, after the org was told. */
  { name: 'cookies-and-cache', at: 'every-desk' },
  /** What the pages show and hold of the sign-up. */
  { name: 'page', at: 'every-desk' },
  /** Whoever is signed in: revoked at the org, deleted from the keychain. */
  { name: 'account', at: 'shared' },
  /** What the practice org sent: addresses, numbers and codes. */
  { name: 'practice-mail', at: 'shared' },
] as const satisfies readonly { readonly name: string; readonly at: 'every-desk' | 'shared' }[];

export type BelongingName = (typeof belongings)[number]['name'];

/** One thing that the desk has of a person. */
export interface Belonging {
  /** Begins at once; resolves when the last of it is gone. */
  forget(): void | Promise<void>;
  /** Whether anything of it is still there, once `forget` has come to its end. */
  remains(): boolean | Promise<boolean>;
}

export type Belongings = Readonly<Record<BelongingName, Belonging>>;

export interface PersonPorts {
  readonly mode: () => Mode;
  readonly belongings: Belongings;
  readonly log: Log;
  /** Takes what failed on the way; the rest is forgotten all the same. */
  readonly unforeseen: { note(error: unknown, kind: 'promise'): unknown };
}

/** Where each of them is. */
export function gatherBelongings(of: {
  readonly registration: {
    readonly belongings: Omit<Belongings, OutsideSignUp>;
    state(): RegistrationState;
  };
  readonly readiness: { leave(): void; readonly isInUse: boolean };
  readonly account: { leave(): Promise<void>; readonly isHeld: boolean };
  readonly practice: { readonly mail: Belonging };
  readonly state: { showSignUp(state: RegistrationState): void; readonly showsSignUp: boolean };
}): Belongings {
  const { registration, readiness, account, practice, state } = of;
  return {
    ...registration.belongings,
    'readiness-token': { forget: readiness.leave, remains: () => readiness.isInUse },
    page: {
      forget: () => state.showSignUp(registration.state()),
      remains: () => state.showsSignUp,
    },
    account: { forget: account.leave, remains: () => account.isHeld },
    'practice-mail': practice.mail,
  };
}

type OutsideSignUp = 'readiness-token' | 'page' | 'account' | 'practice-mail';

/** Whoever sits at the desk. */
export interface Person {
  /**
   * Forgets everything of theirs. All of it has begun when this returns; it resolves when it is done.
   * @param isFollowed the next person is here already: the page goes over to what is theirs, and
   * what is found afterwards is too
   */
  leave(isFollowed?: boolean): Promise<void>;
  /** What is left of whoever left, by name, once all that was begun has come to its end. */
  remains(): Promise<BelongingName[]>;
}

export function createPerson(ports: PersonPorts): Person {
  let pending: Promise<unknown> = Promise.resolve();
  let departures = 0;
  const note = (error: unknown) => void ports.unforeseen.note(error, 'promise');

  function listed(isFollowed = false) {
    const { isShared } = rulesOf(ports.mode());
    return belongings.filter(
      ({ name, at }) => (at === 'every-desk' || isShared) && !(isFollowed && name === 'page'),
    );
  }

  async function forget(name: BelongingName): Promise<void> {
    try {
      await ports.belongings[name].forget();
    } catch (error) {
      note(error);
    }
  }

  async function remains(): Promise<BelongingName[]> {
    await pending;
    const found: BelongingName[] = [];
    for (const { name } of listed()) if (await ports.belongings[name].remains()) found.push(name);
    return found;
  }

  /** Somebody who came meanwhile has things of their own. */
  async function check(departure: number): Promise<void> {
    const found = await remains();
    if (found.length === 0 || departure !== departures) return;
    ports.log.error('desk.not-forgotten', { detail: found.join(' ') });
  }

  return {
    remains,
    async leave(isFollowed = false) {
      departures += 1;
      const departure = departures;
      const forgotten = Promise.all(listed(isFollowed).map(({ name }) => forget(name)));
      pending = Promise.all([pending, forgotten]);
      await forgotten;
      if (!isFollowed) await check(departure).catch(note);
    },
  };
}
