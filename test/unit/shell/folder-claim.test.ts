import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { claimFolder, type FolderClaim } from '../../../main/shell/folder-claim';

const owner = { pid: 7, shell: 'browser', port: 40_123, key: 'k' } as const;

function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'claim-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function claimed(folder: string): Extract<FolderClaim, { kind: 'claimed' }> {
  const claim = claimFolder(folder);
  if (claim.kind !== 'claimed') throw new Error(`The folder is ${claim.kind}.`);
  onTestFinished(() => claim.release());
  return claim;
}

function taken(folder: string): Extract<FolderClaim, { kind: 'taken' }> {
  const claim = claimFolder(folder);
  if (claim.kind !== 'taken') throw new Error(`The folder was ${claim.kind}.`);
  return claim;
}

describe('a folder of user data', () => {
  it('may be in one that is there already, however it is written', () => {
    const folder = makeFolder();
    expect(claimed(join(folder, 'a', '..', 'b', 'c')).isLocked).toBe(true);
  });

  it.runIf(process.platform === 'linux').each(['/proc/nowhere/frontdesk', '/proc/self/a/b'])(
    'cannot be %s, which is told at once',
    (folder) => {
      expect(claimFolder(folder)).toEqual({ kind: 'unusable' });
    },
  );

  it('is one start’s, and the next one learns whose', async () => {
    const folder = join(makeFolder(), 'made', 'when needed');
    const first = claimed(folder);
    const second = taken(folder);
    first.announce(owner);
    expect(await second.owner()).toEqual(owner);
    expect(statSync(join(folder, 'instance.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'instance.lock')).mode & 0o777).toBe(0o600);
  });

  it('is free after a proper end, which leaves nothing to be read', () => {
    const folder = makeFolder();
    const first = claimed(folder);
    first.announce(owner);
    first.release();
    expect(existsSync(join(folder, 'instance.json'))).toBe(false);
    expect(claimed(folder).isLocked).toBe(true);
  });

  it('is free after a kill, although the file names a process that runs', async () => {
    const folder = makeFolder();
    const holder = spawn(process.execPath, [
      '-e',
      `const { DatabaseSync } = require('node:sqlite');
       const held = new DatabaseSync(${JSON.stringify(join(folder, 'instance.lock'))});
       held.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
       console.log('held');
       setInterval(() => held, 1000);`,
    ]);
    await once(holder.stdout, 'data');
    writeFileSync(join(folder, 'instance.json'), JSON.stringify({ ...owner, pid: process.pid }));
    taken(folder);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(claimed(folder).isLocked).toBe(true);
    expect(existsSync(join(folder, 'instance.json'))).toBe(false);
  });

  it('is rid of what a killed save left behind, and of nothing else', () => {
    const folder = makeFolder();
    const kept = ['notes.tmp-1', 'readiness.json', 'settings.json', 'settings.unreadable-1.json'];
    const left = [
      'settings.json.tmp-1764301234a1b2c3',
      'readiness.json.tmp-1764301234ffffff',
      'window.json.new',
    ];
    for (const name of [...kept, ...left]) writeFileSync(join(folder, name), '{}');
    claimed(folder);
    expect(
      readdirSync(folder)
        .filter((name) => name !== 'instance.lock')
        .sort(),
    ).toEqual(kept);
  });

  it('keeps what a running save is about to put in place', () => {
    const folder = makeFolder();
    claimed(folder);
    writeFileSync(join(folder, 'settings.json.tmp-1764301234a1b2c3'), '{}');
    taken(folder);
    expect(readdirSync(folder)).toContain('settings.json.tmp-1764301234a1b2c3');
  });

  it.runIf(process.getuid?.() !== 0)('keeps nobody out where it cannot be written to', () => {
    const folder = makeFolder();
    chmodSync(folder, 0o500);
    expect(claimed(folder).isLocked).toBe(false);
  });

  it('keeps nobody out where it cannot be', () => {
    expect(claimed('/dev/null/nowhere').isLocked).toBe(false);
  });
});
