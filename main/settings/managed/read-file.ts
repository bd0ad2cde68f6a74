import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import type { ManagedRead } from './managed-source';

const maxBytes = 256 * 1024;

/**
 * Reads a file that only the machine's administrator may have written: never through a link, and on
 * Linux and macOS only when root owns it and nobody else may change it. Checked on the open file,
 * so it cannot be exchanged in between.
 */
export function readSystemFile(path: string, platform: NodeJS.Platform): ManagedRead {
  return readFile(path, constants.O_NOFOLLOW, (stats) => {
    if (platform === 'win32') return null;
    if (stats.uid !== 0) return 'not owned by root';
    return (stats.mode & 0o022) === 0 ? null : 'writable by others than root';
  });
}

/** Reads a file that whoever started the app named: theirs to trust. Named, so it has to exist. */
export function readNamedFile(path: string): ManagedRead {
  const read = readFile(path, 0, () => null);
  return read.kind === 'absent' ? { kind: 'unreadable', reason: 'no such file' } : read;
}

function readFile(
  path: string,
  flags: number,
  distrust: (stats: Stats) => string | null,
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
    const reason = distrust(stats);
    if (reason !== null) return { kind: 'unreadable', reason };
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
