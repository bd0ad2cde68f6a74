import { beforeEach, describe, expect, it } from 'vitest';
import { type Credentials, credentialsIn } from '../../../main/credentials/credentials';
import { createLog } from '../../../main/log';
import { MemoryKeychain } from './memory-keychain';

let keychain: MemoryKeychain;
let credentials: Credentials;
let lines: string[];

beforeEach(() => {
  keychain = new MemoryKeychain();
  lines = [];
  credentials = start();
});

/** The app's credentials as of a new start. */
function start() {
  return credentialsIn(
    keychain,
    createLog((line) => lines.push(line)),
  );
}

const secret = 'canary-secret';

describe('credentials with a keychain', () => {
  it('touch it only when they are needed', () => {
    expect(credentials.status).toBe('unknown');
    expect(keychain.confirmations).toBe(0);
  });

  it('are there at the next start', async () => {
    expect(await credentials.write('id-token', secret)).toEqual({ kind: 'stored' });
    expect(await start().read('id-token')).toEqual({ kind: 'found', value: secret });
    expect(await start().read('access-token')).toEqual({ kind: 'absent' });
    expect(credentials.status).toBe('ready');
  });

  it('are gone when removed', async () => {
    await credentials.write('id-token', secret);
    expect(await credentials.remove('id-token')).toBe('removed');
    expect(await start().read('id-token')).toEqual({ kind: 'absent' });
  });

  it('do one thing after the other', async () => {
    const long = 'x'.repeat(9000);
    const outcomes = await Promise.all([
      credentials.write('id-token', long),
      credentials.read('id-token'),
      credentials.write('id-token', secret),
      credentials.read('id-token'),
      credentials.remove('id-token'),
      credentials.read('id-token'),
    ]);
    expect(outcomes).toEqual([
      { kind: 'stored' },
      { kind: 'found', value: long },
      { kind: 'stored' },
      { kind: 'found', value: secret },
      'removed',
      { kind: 'absent' },
    ]);
  });

  it('are kept in memory where they are too long for it', async () => {
    const long = 'x'.repeat(100_000);
    expect(await credentials.write('access-token', long)).toEqual({ kind: 'memory' });
    expect(await credentials.write('id-token', secret)).toEqual({ kind: 'stored' });
    expect(await credentials.read('access-token')).toEqual({ kind: 'found', value: long });
    expect(credentials.status).toBe('ready');
  });
});

describe('credentials without a keychain', () => {
  beforeEach(() => {
    keychain.refusal = 'unavailable';
  });

  it('live in memory for this run', async () => {
    expect(await credentials.write('id-token', secret)).toEqual({ kind: 'memory' });
    expect(await credentials.read('id-token')).toEqual({ kind: 'found', value: secret });
    expect(credentials.status).toBe('unavailable');
    expect(await start().read('id-token')).toEqual({ kind: 'unavailable' });
  });

  it('are gone from memory when removed, though nobody knows about the keychain', async () => {
    await credentials.write('id-token', secret);
    expect(await credentials.remove('id-token')).toBe('unavailable');
    expect(await credentials.read('id-token')).toEqual({ kind: 'unavailable' });
  });

  it('are stored once there is one', async () => {
    await credentials.write('id-token', secret);
    keychain.refusal = null;
    await credentials.read('access-token');
    expect(await start().read('id-token')).toEqual({ kind: 'found', value: secret });
  });
});

describe('credentials with a locked keychain', () => {
  it('are neither absent nor lost', async () => {
    await credentials.write('id-token', 'old');
    keychain.refusal = 'locked';
    expect(await start().read('id-token')).toEqual({ kind: 'locked' });
    expect(await credentials.write('id-token', secret)).toEqual({ kind: 'locked' });
    expect(await credentials.read('id-token')).toEqual({ kind: 'found', value: secret });
    expect(await credentials.read('access-token')).toEqual({ kind: 'locked' });
    expect(credentials.status).toBe('locked');
  });

  it('notice at their next use that it was unlocked', async () => {
    keychain.refusal = 'locked';
    await credentials.write('id-token', secret);
    keychain.refusal = null;
    expect(await credentials.read('access-token')).toEqual({ kind: 'absent' });
    expect(credentials.status).toBe('ready');
    expect(await start().read('id-token')).toEqual({ kind: 'found', value: secret });
  });

  it('notice that it was locked since', async () => {
    await credentials.write('id-token', secret);
    keychain.refusal = 'locked';
    expect(await credentials.read('id-token')).toEqual({ kind: 'locked' });
  });

  it('do not say removed', async () => {
    await credentials.write('id-token', secret);
    keychain.refusal = 'locked';
    expect(await credentials.remove('id-token')).toBe('locked');
    expect(await start().remove('id-token')).toBe('locked');
  });

  it('ask once, not once for each entry', async () => {
    keychain.refusal = 'locked';
    await credentials.read('id-token');
    expect(keychain.confirmations).toBe(1);
  });
});

describe('the status', () => {
  it('is told once for each change, until nobody listens', async () => {
    const seen: string[] = [];
    const stop = credentials.onStatus((status) => seen.push(status));
    await credentials.read('id-token');
    await credentials.read('id-token');
    keychain.refusal = 'locked';
    await credentials.read('id-token');
    keychain.refusal = 'unavailable';
    await credentials.read('id-token');
    stop();
    keychain.refusal = null;
    await credentials.read('id-token');
    expect(seen).toEqual(['ready', 'locked', 'unavailable']);
  });

  it('is logged without any secret', async () => {
    await credentials.write('id-token', secret);
    keychain.refusal = 'locked';
    await credentials.write('id-token', secret);
    expect(lines.join('')).toContain('"status":"locked"');
    expect(lines.join('')).not.toContain(secret);
  });
});
