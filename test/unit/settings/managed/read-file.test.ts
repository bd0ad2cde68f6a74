import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
const untrusted = { kind: 'unreadable', reason: 'not owned by root' };

describe('the system’s file of managed settings', () => {
  it('may be absent', () => {
    expect(readSystemFile(path, 'linux')).toEqual({ kind: 'absent' });
  });

  it('is read where root owns it, and by nobody else’s leave', () => {
    writeFileSync(path, '{}', { mode: 0o644 });
    expect(readSystemFile(path, 'linux')).toEqual(
      isRoot ? { kind: 'found', text: '{}' } : untrusted,
    );
  });

  it.runIf(isRoot)('is not trusted from another owner', () => {
    writeFileSync(path, '{}');
    chownSync(path, 1000, 1000);
    expect(readSystemFile(path, 'linux')).toEqual(untrusted);
  });

  it.runIf(isRoot)('is not trusted where others may write it', () => {
    writeFileSync(path, '{}');
    chmodSync(path, 0o664);
    const reason = 'writable by others than root';
    expect(readSystemFile(path, 'darwin')).toEqual({ kind: 'unreadable', reason });
  });

  it('has no owner to check on Windows', () => {
    writeFileSync(path, '{}');
    chmodSync(path, 0o666);
    expect(readSystemFile(path, 'win32')).toEqual({ kind: 'found', text: '{}' });
  });

  it('is not read through a link', () => {
    writeFileSync(join(folder, 'elsewhere.json'), '{}');
    symlinkSync(join(folder, 'elsewhere.json'), path);
    expect(readSystemFile(path, 'linux')).toEqual({ kind: 'unreadable', reason: 'ELOOP' });
  });

  it('is a file, and neither a folder nor a pipe that would hold up the start', () => {
    expect(readSystemFile(folder, 'linux')).toEqual({ kind: 'unreadable', reason: 'not a file' });
    execFileSync('mkfifo', [path]);
    expect(readSystemFile(path, 'linux')).toEqual({ kind: 'unreadable', reason: 'not a file' });
  });

  it('is small', () => {
    writeFileSync(path, ' '.repeat(300_000));
    expect(readSystemFile(path, 'linux')).toEqual({ kind: 'unreadable', reason: 'too large' });
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
