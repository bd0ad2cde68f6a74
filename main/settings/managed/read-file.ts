import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { posix } from 'node:path';
import type { ManagedRead } from './managed-source';

const maxBytes = 256 * 1024;

/**
 * Reads a file that only root may have written, on Linux and macOS: never through a link, and only
 * when root owns it and every folder above it, and nobody else may change them. The file is checked
 * as it was opened, so it cannot be exchanged in between.
 */
export function readSystemFile(path: string): ManagedRead {
  const read = readFile(path, constants.O_NOFOLLOW, distrust);
  if (read.kind !== 'found') return read;
  const reason = distrustFolders(path);
  return reason === null ? read : { kind: 'untrusted', reason };
}

/** Reads a file whose owner has to be checked by other means than the file itself. */
export function readUncheckedFile(path: string): ManagedRead {
  return readFile(path, 0, () => null);
}

/** Reads a file that whoever started the app named: theirs to trust. Named, so it has to exist. */
export function readNamedFile(path: string): ManagedRead {
  const read = readUncheckedFile(path);
  return read.kind === 'absent' ? { kind: 'unreadable', reason: 'no such file' } : read;
}

function distrust(stats: Stats): string | null {
  if (stats.uid !== 0) return 'not owned by root';
  return (stats.mode & 0o022) === 0 ? null : 'writable by others than root';
}

/** Whoever may change a folder can put another one, with another file, in its place. */
function distrustFolders(path: string): string | null {
  const named = posix.dirname(path);
  const folders = [...ancestors(named), ...ancestors(realpathSync(named))];
  for (const folder of new Set(folders)) {
    const stats = lstatSync(folder);
    const reason = distrust(stats);
    // Only root can replace what root owns in a folder with the sticky bit. A link has no mode.
    const isKept = stats.uid === 0 && (stats.isSymbolicLink() || (stats.mode & 0o1000) !== 0);
    if (reason !== null && !isKept) return `the folder ${folder} is ${reason}`;
  }
  return null;
}

function ancestors(folder: string): string[] {
  const parent = posix.dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}

function readFile(
  path: string,
  flags: number,
  distrustFile: (stats: Stats) => string | null,
): ManagedRead {
  let file: number;
  try {
    // Windows knows neither flag (| undefined adds none). O_NONBLOCK: a pipe must not hold up the start.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | flags);
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? { kind: 'absent' } : { kind: 'unreadable', reason: code };
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return { kind: 'unreadable', reason: 'not a file' };
    if (stats.size > maxBytes) return { kind: 'unreadable', reason: 'too large' };
    const reason = distrustFile(stats);
    if (reason !== null) return { kind: 'untrusted', reason };
    return { kind: 'found', text: readFileSync(file, 'utf8') };
  } catch (error) {
    return { kind: 'unreadable', reason: errorCode(error) };
  } finally {
    closeSync(file);
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
