import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { makeFolder } from './make-folder';

/** Who runs on a folder, as the next start needs to know it. Readable by the folder's owner only. */
const Owner = v.strictObject({
  pid: v.pipe(v.number(), v.integer()),
  shell: v.picklist(['electron', 'browser']),
  /** Where the browser shell answers, and what it takes from another start of the same person. */
  port: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))),
  key: v.nullable(v.pipe(v.string(), v.maxLength(200))),
});
export type Owner = v.InferOutput<typeof Owner>;

export type FolderClaim =
  | {
      readonly kind: 'claimed';
      /** False where this folder's drive knows no locks: then nobody can be kept out. */
      readonly isLocked: boolean;
      announce(owner: Owner): void;
      release(): void;
    }
  | {
      readonly kind: 'taken';
      /** Null where whoever has it does not say who they are. */
      owner(): Promise<Owner | null>;
    }
  /** There is no such folder, and the system knows no place for one, as below `/proc`. */
  | { readonly kind: 'unusable' };

const lockName = 'instance.lock';
const ownerName = 'instance.json';

/** Milliseconds that another start may take from its lock to its first word. */
const patience = 10_000;

/** Two starts of one process are told apart by this; a database nobody holds would be collected. */
const held = new Set<DatabaseSync>();

/** What a save leaves behind that was killed before it put its file in place. */
const leftover = /^(settings|readiness)\.json\.tmp-\w+$|^window\.json\.new$/;

/**
 * Claims a folder of user data for this process, whatever the shell: two writers would overwrite
 * each other. The lock is the system's, held by an open SQLite file, so that it ends with its
 * process, also a killed one, and never names a process that has the same number by chance.
 */
export function claimFolder(folder: string): FolderClaim {
  const ownerFile = join(folder, ownerName);
  try {
    makeFolder(folder);
  } catch (error) {
    // Whoever makes it in one go would never come back; a folder that is only forbidden stops nobody.
    const isNowhere = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isNowhere) return { kind: 'unusable' };
  }
  const lock = takeLock(folder);
  if (lock === 'taken') return { kind: 'taken', owner: () => readOwner(ownerFile) };
  if (lock !== 'unknown') {
    held.add(lock);
    clear(folder);
  }
  return {
    kind: 'claimed',
    isLocked: lock !== 'unknown',
    announce(owner) {
      if (lock === 'unknown') return;
      try {
        writeFileSync(ownerFile, JSON.stringify(owner), { mode: 0o600 });
      } catch {
        // A full disk: the next start then learns only that somebody is there.
      }
    },
    release() {
      if (lock === 'unknown' || !held.delete(lock)) return;
      rmSync(ownerFile, { force: true });
      lock.close();
    },
  };
}

const busy = 5;

function takeLock(folder: string): DatabaseSync | 'taken' | 'unknown' {
  const sqlite = process.getBuiltinModule('node:sqlite');
  let database: DatabaseSync | undefined;
  try {
    const file = join(folder, lockName);
    // SQLite would make it readable for everybody.
    closeSync(openSync(file, 'a', 0o600));
    database = new sqlite.DatabaseSync(file, { timeout: 0 });
    // Nothing is ever written, so that no journal is needed beside it.
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    return error instanceof Error && 'errcode' in error && error.errcode === busy
      ? 'taken'
      : 'unknown';
  }
}

function clear(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (name === ownerName || leftover.test(name)) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // What cannot be removed does no harm; it only takes its place on the disk.
  }
}

async function readOwner(file: string): Promise<Owner | null> {
  const end = Date.now() + patience;
  for (;;) {
    const parsed = v.safeParse(Owner, readJson(file));
    if (parsed.success) return parsed.output;
    if (Date.now() > end) return null;
    await sleep(100);
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
