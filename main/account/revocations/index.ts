import type { OrgSessionPorts } from '../org-session';
import type { SecretStore } from '../token-store';
import { formatRevocations, parseRevocations, type Revocation, sortRevocations } from './entry';
import { revoke } from './revoke';

export interface RevocationPorts extends OrgSessionPorts {
  readonly store: SecretStore<'revocations'>;
  /** Where tokens wait; `memory` only empties the store. */
  readonly kept: () => 'keychain' | 'memory';
  readonly now: () => number;
  /** Runs something later; the returned function prevents that. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
  /** The org at this issuer has ended, and its tokens with it. */
  readonly isGone: (issuer: string) => boolean;
}

export interface GivenUp {
  readonly issuer: string;
  readonly clientId: string;
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
}

/**
 * Tokens that nobody uses any more, until their org has revoked them: told at once, then again with
 * growing pauses, also after a restart.
 */
export interface Revocations {
  /** Takes over what an earlier run left. False while the keychain cannot be read. */
  open(): Promise<boolean>;
  /** Resolves as soon as the tokens are noted; `send` tells the org. */
  add(tokens: GivenUp): Promise<void>;
  has(token: string | null): boolean;
  /** Tells each org once, and arranges for what it did not take. */
  send(): Promise<void>;
  /** One last try for what would be lost with this process. */
  stop(): Promise<void>;
}

const firstPause = 2_000;
const longestPause = 3_600_000;

export function createRevocations(ports: RevocationPorts): Revocations {
  const { store, log } = ports;
  let waiting: Revocation[] = [];
  let isOpen = false;
  /** What waits is in the keychain too. */
  let isSafe = true;
  let hasStored = false;
  let pause = firstPause;
  let cancelNext = () => {};
  let sending: Promise<void> | null = null;
  let isWanted = false;
  let isStopped = false;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Outcome>(operation: () => Promise<Outcome>): Promise<Outcome> {
    const outcome = last.then(operation);
    last = outcome.catch(() => {});
    return outcome;
  }

  async function open(): Promise<boolean> {
    if (isOpen) return true;
    const found = await store.read('revocations');
    if (found.kind === 'locked' || found.kind === 'unavailable') return false;
    const entries = found.kind === 'found' ? parseRevocations(found.value) : [];
    if (found.kind === 'corrupt' || !entries) log.warn('account.revocations-lost');
    hasStored = found.kind !== 'absent';
    waiting = sortRevocations([...(entries ?? []), ...waiting], ports.now());
    isOpen = true;
    return true;
  }

  /** The store follows what waits. It is never written to before it was read. */
  async function save(): Promise<void> {
    const isToBeKept = ports.kept() === 'keychain' && waiting.length > 0;
    if (!(await open())) isSafe = waiting.length === 0;
    else if (isToBeKept) {
      hasStored = true;
      isSafe = (await store.write('revocations', formatRevocations(waiting))).kind === 'stored';
    } else {
      if (hasStored) hasStored = (await store.remove('revocations')) !== 'removed';
      isSafe = waiting.length === 0;
    }
  }

  /** Each token once; those of an org that is away are left for the next time. */
  async function pass(): Promise<void> {
    await inTurn(open);
    const tried = new Set<string>();
    const away = new Set<string>();
    let longestWait = 0;
    const isNext = ({ token, issuer }: Revocation) => !tried.has(token) && !away.has(issuer);
    for (let next = waiting.find(isNext); next && !isStopped; next = waiting.find(isNext)) {
      const { token, issuer } = next;
      tried.add(token);
      const outcome = ports.isGone(issuer)
        ? ({ kind: 'over' } as const)
        : await revoke(ports, next);
      if (outcome.kind === 'over') waiting = waiting.filter((entry) => entry.token !== token);
      else {
        if (outcome.isAway) away.add(issuer);
        longestWait = Math.max(longestWait, outcome.retryAfter);
      }
    }
    waiting = sortRevocations(waiting, ports.now());
    await inTurn(save);
    if (waiting.length > 0) tryAgain(longestWait);
  }

  function tryAgain(asked: number): void {
    if (isStopped) return;
    cancelNext();
    cancelNext = ports.schedule(Math.min(Math.max(pause, asked), longestPause), () => void send());
    pause = Math.min(pause * 2, longestPause);
  }

  /** What is added while a pass is on its way gets one of its own. */
  async function passes(): Promise<void> {
    while (isWanted) {
      isWanted = false;
      await pass();
    }
    sending = null;
  }

  function send(): Promise<void> {
    if (isStopped) return Promise.resolve();
    cancelNext();
    isWanted = true;
    sending ??= passes();
    return sending;
  }

  return {
    open: () => inTurn(open),
    add({ issuer, clientId, accessToken, refreshToken }) {
      const since = ports.now();
      const tokens = [
        ['refresh_token', refreshToken],
        ['access_token', accessToken],
      ] as const;
      const entries = tokens.flatMap(([kind, token]) =>
        token === null ? [] : [{ issuer, clientId, kind, token, since }],
      );
      if (entries.length === 0 || ports.isGone(issuer)) return Promise.resolve();
      waiting = sortRevocations([...waiting, ...entries], since);
      isSafe = false;
      pause = firstPause;
      return inTurn(save);
    },
    has: (token) => token !== null && waiting.some((entry) => entry.token === token),
    send,
    async stop() {
      cancelNext();
      if (!isSafe) await send();
      isStopped = true;
      cancelNext();
    },
  };
}
