import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than any install or build takes: an older lock belongs to a process that has the same id by chance. */
const oldestLock = 30 * 60_000;

/**
 * Does `work` while no other process does its own under the same lock file. A lock whose process
 * is gone does not count.
 * @template Value
 * @param {string} file
 * @param {() => Promise<Value>} work
 * @param {{ onWait?: () => void, interval?: number }} [options]
 * @returns {Promise<Value>}
 */
export async function withLock(file, work, { onWait = () => {}, interval = 200 } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  let hasWaited = false;
  while (!take(file)) {
    if (removeIfStale(file)) continue;
    if (!hasWaited) onWait();
    hasWaited = true;
    await sleep(interval);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function removeIfStale(file) {
  const owner = ownerOf(file);
  if (owner === null) return true;
  if (isRunning(owner.pid) && Date.now() - owner.since < oldestLock) return false;
  // Renamed first: another process may have removed it too and taken the lock in the meantime.
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (ownerOf(aside)?.pid !== owner.pid) linkSync(aside, file);
  } catch {
    // Somebody else was faster; the next attempt to take the lock decides.
  }
  rmSync(aside, { force: true });
  return true;
}

/**
 * @param {string} file
 * @returns {{ pid: number, since: number } | null} null where the lock is gone
 */
function ownerOf(file) {
  try {
    const since = statSync(file).mtimeMs;
    const pid = Number(readFileSync(file, 'utf8'));
    // Between being created and being written to, a lock names nobody: its process is running.
    return { pid: pid || process.pid, since };
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
