import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readNamedFile, readSystemFile } from '../../../../main/settings/managed/read-file';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-managed-'));
  path = join(folder, 'settings.json');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const isRoot = process.getuid?.() === 0;
const untrusted = { kind: 'untrusted', reason: 'not owned by root' };

describe('the system’s file of managed settings', () => {
  it('may be absent', () => {
    expect(readSystemFile(path)).toEqual({ kind: 'absent' });
  });

  it('is read where root owns it, and by nobody else’s leave', () => {
    writeFileSync(path, '{}', { mode: 0o644 });
    expect(readSystemFile(path)).toEqual(isRoot ? { kind: 'found', text: '{}' } : untrusted);
  });

  it.runIf(isRoot)('is not trusted from another owner', () => {
    writeFileSync(path, '{}');
    chownSync(path, 1000, 1000);
    expect(readSystemFile(path)).toEqual(untrusted);
  });

  it.runIf(isRoot)('is not trusted where others may write it', () => {
    writeFileSync(path, '{}');
    chmodSync(path, 0o664);
    const reason = 'writable by others than root';
    expect(readSystemFile(path)).toEqual({ kind: 'untrusted', reason });
  });

  it.runIf(isRoot).each([
    ['has another owner', (above: string) => chownSync(above, 1000, 1000), 'not owned by root'],
    [
      'may be written by others',
      (above: string) => chmodSync(above, 0o775),
      'writable by others than root',
    ],
  ])('is not trusted where a folder above it %s', (_how, spoil, reason) => {
    const above = join(folder, 'above');
    const file = join(above, 'frontdesk', 'settings.json');
    mkdirSync(join(above, 'frontdesk'), { recursive: true });
    writeFileSync(file, '{}');
    expect(readSystemFile(file)).toEqual({ kind: 'found', text: '{}' });
    spoil(above);
    expect(readSystemFile(file)).toEqual({
      kind: 'untrusted',
      reason: `the folder ${above} is ${reason}`,
    });
  });

  it.runIf(isRoot)('is trusted in a folder that root has put elsewhere by a link', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'settings.json'), '{}');
    symlinkSync(elsewhere, join(folder, 'frontdesk'));
    const file = join(folder, 'frontdesk', 'settings.json');
    expect(readSystemFile(file)).toEqual({ kind: 'found', text: '{}' });
    chmodSync(elsewhere, 0o777);
    expect(readSystemFile(file)).toMatchObject({ kind: 'untrusted' });
  });

  it('is not read through a link', () => {
    writeFileSync(join(folder, 'elsewhere.json'), '{}');
    symlinkSync(join(folder, 'elsewhere.json'), path);
    expect(readSystemFile(path)).toEqual({ kind: 'unreadable', reason: 'ELOOP' });
  });

  it('is a file, and neither a folder nor a pipe that would hold up the start', () => {
    expect(readSystemFile(folder)).toEqual({ kind: 'unreadable', reason: 'not a file' });
    execFileSync('mkfifo', [path]);
    // Ends the wait of a reader that waits, so that the test fails and does not hang.
    const writer = spawn('sh', ['-c', 'sleep 12; : > "$0"', path], { stdio: 'ignore' });
    onTestFinished(() => void writer.kill());
    const began = performance.now();
    expect(readSystemFile(path)).toEqual({ kind: 'unreadable', reason: 'not a file' });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('is small', () => {
    writeFileSync(path, ' '.repeat(300_000));
    expect(readSystemFile(path)).toEqual({ kind: 'unreadable', reason: 'too large' });
  });
});

describe('a file named for development', () => {
  it('is read whoever owns it', () => {
    writeFileSync(path, '{}', { mode: 0o666 });
    expect(readNamedFile(path)).toEqual({ kind: 'found', text: '{}' });
  });

  it('is missed where it does not exist', () => {
    expect(readNamedFile(path)).toEqual({ kind: 'unreadable', reason: 'no such file' });
  });
});
