import { lstatSync, realpathSync, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from '../../log';
import type { ManagedSource } from './managed-source';
import { readUncheckedFile } from './read-file';
import {
  isUnsettled,
  judgeManaged,
  type Managed,
  readSources,
  type SourceRead,
} from './read-managed';

/** The file system and the clock, as far as watching needs them. */
export interface WatchPorts {
  /** Differs once the file, its owner, its rights or what leads to it has changed. Cheap. */
  fingerprint(path: string): string;
  /** The folders in which such a change shows, those that are there; each with what it is now. */
  folders(path: string): readonly { readonly path: string; readonly identity: string }[];
  /** Tells of whatever happens in a folder; null where the system cannot. */
  watchFolder(folder: string, onEvent: () => void): (() => void) | null;
  schedule(milliseconds: number, run: () => void): () => void;
}

/** Milliseconds between looks, for what no event tells of: a network share, another's rename above. */
const lookEvery = 5_000;
/** Milliseconds after an event: one exchange of a file makes several. */
const calm = 100;
/** Milliseconds for which a file has to be gone or broken before that counts. */
const patience = 1_500;

/**
 * Reads the sources again whenever they change, until the returned function is called.
 * @param start what they came to so far
 */
export function watchManaged(
  options: {
    readonly sources: readonly ManagedSource[];
    readonly log: Log;
    readonly start: Managed;
    readonly onChange: (managed: Managed) => void;
  },
  ports: WatchPorts,
): () => void {
  const { sources, log, onChange } = options;
  let managed = options.start;
  /** Of the files as they were judged last; unknown until the first look. */
  let judged = '';
  let unsettled = '';
  let last: readonly SourceRead[] = [];
  let cancelLook = () => {};
  let isSoon = false;
  const watched = new Map<string, () => void>();

  function lookIn(milliseconds: number): void {
    cancelLook();
    cancelLook = ports.schedule(milliseconds, look);
  }

  /** Later events do not put the look off: a file that is written all the time is read too. */
  function onEvent(): void {
    if (isSoon) return;
    isSoon = true;
    lookIn(calm);
  }

  function look(): void {
    isSoon = false;
    lookIn(lookEvery);
    watchFolders();
    const found = sources.map(({ path }) => ports.fingerprint(path)).join('\n');
    if (found === judged) {
      unsettled = '';
      return;
    }
    const reads = readSources(sources);
    const isChanged = (read: SourceRead, index: number) =>
      JSON.stringify(read) !== JSON.stringify(last[index]);
    const changed = reads.filter(isChanged);
    if (changed.some(isUnsettled) && unsettled !== found) {
      unsettled = found;
      lookIn(patience);
      return;
    }
    unsettled = '';
    judged = found;
    last = reads;
    const next = judgeManaged(reads, log, managed);
    const isSame = JSON.stringify(next) === JSON.stringify(managed);
    managed = next;
    if (!isSame) onChange(next);
  }

  /** A folder that was replaced is another one under the same name. */
  function watchFolders(): void {
    const folders = sources.flatMap(({ path }) => ports.folders(path));
    const wanted = new Map(folders.map(({ path, identity }) => [`${identity} ${path}`, path]));
    for (const [key, stop] of watched) {
      if (wanted.has(key)) continue;
      stop();
      watched.delete(key);
    }
    for (const [key, path] of wanted) {
      if (watched.has(key)) continue;
      const stop = ports.watchFolder(path, onEvent);
      if (stop) watched.set(key, stop);
    }
  }

  last = readSources(sources);
  look();
  return () => {
    cancelLook();
    for (const stop of watched.values()) stop();
    watched.clear();
  };
}

export const fileSystem: Omit<WatchPorts, 'schedule'> = {
  fingerprint(path) {
    const folders = leadingTo(path).map((folder) => `${folder} ${describe(folder, 'rights')}`);
    return JSON.stringify([readUncheckedFile(path), describe(path, 'content'), folders]);
  },
  folders(path) {
    const there = leadingTo(path).filter((folder) => describe(folder, 'rights') !== '');
    const direct = new Set([dirname(path), ...linkTargets(path).map((target) => dirname(target))]);
    // Where the folder is missing, the nearest one above it will get it.
    const wanted = there.filter((folder, index) => index === 0 || direct.has(folder));
    return wanted.map((folder) => ({ path: folder, identity: describe(folder, 'identity') }));
  },
  watchFolder(folder, onEvent) {
    try {
      const watcher = watch(folder, { persistent: false }, onEvent);
      watcher.on('error', () => watcher.close());
      return () => watcher.close();
    } catch {
      return null;
    }
  },
};

/** The folders above a file and above what it is a link to, the nearest first. */
function leadingTo(path: string): string[] {
  return [...new Set([path, ...linkTargets(path)].flatMap(above))];
}

function linkTargets(path: string): string[] {
  const targets = [path, dirname(path)].flatMap((one) => {
    try {
      return [realpathSync(one)];
    } catch {
      return [];
    }
  });
  return targets.filter((target) => target !== path && target !== dirname(path));
}

function above(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...above(parent)];
}

/** Empty where there is nothing. */
function describe(path: string, what: 'identity' | 'rights' | 'content'): string {
  try {
    const { ino, dev, mode, uid, size, mtimeNs, ctimeNs } = lstatSync(path, { bigint: true });
    if (what === 'identity') return [dev, ino, statSync(path, { bigint: true }).ino].join(' ');
    const rights = [dev, ino, mode, uid];
    // A changed access list of Windows shows in the time of the last change alone.
    return (what === 'rights' ? rights : [...rights, size, mtimeNs, ctimeNs]).join(' ');
  } catch {
    return '';
  }
}
