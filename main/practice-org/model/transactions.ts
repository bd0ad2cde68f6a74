import type { Account } from './accounts';
import type { Enrollment } from './authenticator';
import { secret } from '../ids';
import type { AuthorizationServer } from './authorization-server';
import type { Form } from './form';
import type { Gate } from './gate';
import type { Message } from './messages';

/** What the client asked for at `interact`. */
export interface InteractRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | null;
  readonly nonce: string | null;
  readonly codeChallenge: string;
  readonly server: AuthorizationServer;
}

/** Where a sign-up is. */
export type Step =
  | { readonly at: 'identify' }
  | { readonly at: 'profile' }
  | { readonly at: 'picker' }
  | { readonly at: 'enrollment'; readonly enrollment: Enrollment }
  /** A page before or after the methods. */
  | { readonly at: 'gate'; readonly gate: Gate }
  | { readonly at: 'success'; readonly interactionCode: string }
  | {
      readonly at: 'ended';
      readonly status: number;
      readonly messages: readonly Message[];
      /** A way out of the sign-up, where there is one. */
      readonly forms?: readonly Form[];
    };

/** What a sign-up has come to; a cancel forgets all of it. */
interface Progress {
  step: Step;
  account: Account | null;
  hasSkipped: boolean;
  /** Names of the gates that are behind the person. */
  readonly passed: Set<string>;
  /** How often a client that waits for the org has asked. */
  polls: number;
  /** An identity provider vouches for the person: no method has to be set up. */
  isFederated: boolean;
  /** The ID of the provider that the person came back from. */
  identityProvider: string | null;
  /** Scopes that the person did not consent to. */
  readonly declinedScopes: Set<string>;
  /** What the next answer has to say of something that happened in a browser. */
  notices: readonly Message[];
  /** The client was last shown an answer that is not the org's: it may send what nobody expects. */
  isMisled: boolean;
  /** When a code was last sent, by channel and address: the resend interval counts from it. */
  readonly lastSent: Map<string, number>;
}

export interface Transaction extends Progress {
  readonly interactionHandle: string;
  readonly request: InteractRequest;
  stateHandle: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface Transactions {
  open(request: InteractRequest, lifetimeSeconds: number): Transaction;
  /** Null for an unknown handle and for one that has expired alike. */
  byInteractionHandle(handle: string): Transaction | null;
  byStateHandle(handle: string): Transaction | null;
  /** Those that have not expired. */
  list(): readonly Transaction[];
  /** Forgets what was done under this interaction handle and gives it a new state handle. */
  restart(transaction: Transaction): void;
  expireAll(): void;
}

export function createTransactions(now: () => number): Transactions {
  const all = new Map<string, Transaction>();
  const live = (transaction: Transaction | undefined) =>
    transaction && transaction.expiresAt > now() ? transaction : null;
  return {
    open(request, lifetimeSeconds) {
      for (const [handle, old] of all) if (!live(old)) all.delete(handle);
      const transaction: Transaction = {
        interactionHandle: secret(),
        request,
        stateHandle: newStateHandle(),
        expiresAt: now() + lifetimeSeconds * 1000,
        ...noProgress(),
      };
      all.set(transaction.interactionHandle, transaction);
      return transaction;
    },
    byInteractionHandle: (handle) => live(all.get(handle)),
    byStateHandle: (handle) =>
      live([...all.values()].find(({ stateHandle }) => stateHandle === handle)),
    list: () => [...all.values()].filter((transaction) => live(transaction) !== null),
    restart(transaction) {
      transaction.stateHandle = newStateHandle();
      Object.assign(transaction, noProgress());
    },
    expireAll: () => all.clear(),
  };
}

function noProgress(): Progress {
  return {
    step: { at: 'identify' },
    account: null,
    hasSkipped: false,
    passed: new Set(),
    polls: 0,
    isFederated: false,
    identityProvider: null,
    declinedScopes: new Set(),
    notices: [],
    isMisled: false,
    lastSent: new Map(),
  };
}

function newStateHandle(): string {
  return `02.id.${secret()}`;
}
