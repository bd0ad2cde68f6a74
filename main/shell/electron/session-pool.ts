import type { Log } from '../../log';

/** What of a session is needed to empty it, and to see that it is empty. */
export interface EmptiableSession {
  readonly cookies: { get(filter: object): Promise<readonly unknown[]> };
  isPersistent(): boolean;
  getCacheSize(): Promise<number>;
  clearData(): Promise<void>;
  clearStorageData(): Promise<void>;
  clearCache(): Promise<void>;
  clearAuthCache(): Promise<void>;
  clearHostResolverCache(): Promise<void>;
  closeAllConnections(): Promise<void>;
}

export interface Partitions<Session> {
  fromPartition(partition: string, options: { cache: boolean }): Session;
}

/** A session that is one person's alone until it is given back. */
export interface Lease<Session> {
  /** By this name a window gets the session. */
  readonly partition: string;
  readonly session: Session;
  /** Empties the session; it goes to nobody else before it was seen to be empty. */
  release(): Promise<void>;
}

export interface SessionPool<Session> {
  /** Waits where all sessions are in use or are still being emptied. */
  lease(): Promise<Lease<Session>>;
}

interface PoolOptions<Session> {
  /** Partitions are named `{name}-1`, `{name}-2` and so on. */
  readonly name: string;
  /** How many sessions exist at the same time. */
  readonly size: number;
  readonly log: Log;
  /** Sets up a session once, when it is made. */
  prepare(session: Session, partition: string): void;
}

interface Slot<Session> {
  readonly partition: string;
  readonly session: Session;
}

/**
 * Lends a few in-memory sessions to one person after the other. Electron keeps every session until
 * it exits (electron/electron#28566), so a new one for each person would fill the memory of a
 * computer that runs all day.
 *
 * A session that cannot be seen to be empty is never lent again: another takes its place.
 */
export function createSessionPool<Session extends EmptiableSession>(
  partitions: Partitions<Session>,
  { name, size, log, prepare }: PoolOptions<Session>,
): SessionPool<Session> {
  const free: Slot<Session>[] = [];
  const waiting: ((slot: Slot<Session>) => void)[] = [];
  let made = 0;
  let inUse = 0;

  function make(): Slot<Session> {
    made += 1;
    const partition = `${name}-${made}`;
    // Without the prefix `persist:` a partition lives in memory.
    const session = partitions.fromPartition(partition, { cache: false });
    if (session.isPersistent()) throw new Error('A session of a person would be written to disk');
    prepare(session, partition);
    return { partition, session };
  }

  function giveBack(slot: Slot<Session>) {
    const next = waiting.shift();
    if (next) return next(slot);
    inUse -= 1;
    free.push(slot);
  }

  function lend(slot: Slot<Session>): Lease<Session> {
    let released: Promise<void> | undefined;
    return {
      ...slot,
      release: () =>
        (released ??= isEmptied(slot.session).then((isEmpty) => {
          if (!isEmpty) log.error('session.not-empty', { key: slot.partition });
          giveBack(isEmpty ? slot : make());
        })),
    };
  }

  return {
    async lease() {
      if (inUse >= size) {
        return lend(await new Promise<Slot<Session>>((resolve) => waiting.push(resolve)));
      }
      inUse += 1;
      try {
        return lend(free.pop() ?? make());
      } catch (error) {
        inUse -= 1;
        throw error;
      }
    },
  };
}

/** Milliseconds; a session that takes longer is given up. */
const patience = 10_000;

/** False where a session is not seen to be empty in time. */
async function isEmptied(session: EmptiableSession): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  return Promise.race([empty(session), timeUp]).finally(() => clearTimeout(timer));
}

/** Empties a session, and asks it afterwards what is left. */
async function empty(session: EmptiableSession): Promise<boolean> {
  try {
    await session.closeAllConnections();
    await Promise.all([
      session.clearData(),
      session.clearStorageData(),
      session.clearCache(),
      session.clearAuthCache(),
      session.clearHostResolverCache(),
    ]);
    const [cookies, cached] = await Promise.all([session.cookies.get({}), cacheSize(session)]);
    return cookies.length === 0 && cached === 0;
  } catch {
    return false;
  }
}

/** A session that was opened without a cache has no size of one to tell. */
async function cacheSize(session: EmptiableSession): Promise<number> {
  try {
    return await session.getCacheSize();
  } catch {
    return 0;
  }
}
