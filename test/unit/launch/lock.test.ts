import { spawnSync } from 'node:child_process';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { withLock } from '../../../main/launch/lock.mjs';
import { makeFolder } from './folder';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The id of a process that has ended. */
const endedProcess = () => spawnSync(process.execPath, ['--eval', '']).pid;

describe('withLock', () => {
  it('lets one work at a time, and says once that it waits', async () => {
    const file = join(makeFolder(), 'out/.preparing');
    const order: string[] = [];
    const onWait = vi.fn();
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await wait(60);
      order.push(`${name} ends`);
    };
    await Promise.all([
      withLock(file, work('one'), { onWait, interval: 10 }),
      withLock(file, work('two'), { onWait, interval: 10 }),
    ]);
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
    expect(onWait).toHaveBeenCalledTimes(1);
  });

  it('gives way after work that failed', async () => {
    const file = join(makeFolder(), '.preparing');
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('passes over a lock whose process has ended', async () => {
    const file = join(makeFolder(), '.preparing');
    writeFileSync(file, String(endedProcess()));
    await expect(withLock(file, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('passes over a lock that is older than any build, whoever has its number now', async () => {
    const file = join(makeFolder(), '.preparing');
    writeFileSync(file, String(process.pid));
    utimesSync(file, 1, 1);
    await expect(withLock(file, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('lets only one of many pass over the same stale lock', async () => {
    const file = join(makeFolder(), '.preparing');
    writeFileSync(file, String(endedProcess()));
    let working = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++working);
      await wait(5);
      working--;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock(file, work, { interval: 1 })));
    expect(most).toBe(1);
  });
});
