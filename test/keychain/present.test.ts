import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSession } from './secret-service';
import { longToken, startApp } from './start-app';

const session = await startSession();
beforeAll(() => session.startKeyring('unlocked'));
afterAll(() => session.stop());

describe('an unlocked keyring', () => {
  it('has nothing at first', async () => {
    const credentials = startApp();
    expect(credentials.status).toBe('unknown');
    expect(await credentials.read('id-token')).toEqual({ kind: 'absent' });
    expect(credentials.status).toBe('ready');
  });

  it('keeps a token for the next start, as base64 JSON with a version', async () => {
    expect(await startApp().write('id-token', 'token')).toEqual({ kind: 'stored' });
    expect(await startApp().read('id-token')).toEqual({ kind: 'found', value: 'token' });
    const text = Buffer.from(await session.lookup('id-token'), 'base64').toString();
    expect(JSON.parse(text)).toMatchObject({ version: 1, value: 'token' });
  });

  it('keeps a long token in several entries, and only as many as it needs', async () => {
    await startApp().write('access-token', longToken);
    expect(await startApp().read('access-token')).toEqual({ kind: 'found', value: longToken });
    expect(await session.lookup('access-token.4')).not.toBe('');
    await startApp().write('access-token', 'short');
    expect(await session.lookup('access-token.2')).toBe('');
    expect(await startApp().read('access-token')).toEqual({ kind: 'found', value: 'short' });
  });

  it('holds nothing of a removed token, nor of the check whether it is open', async () => {
    await startApp().write('refresh-token', longToken);
    expect(await startApp().remove('refresh-token')).toBe('removed');
    expect(await startApp().read('refresh-token')).toEqual({ kind: 'absent' });
    for (const account of ['refresh-token', 'refresh-token.2', 'refresh-token.4']) {
      expect(await session.lookup(account)).toBe('');
    }
    expect(await session.lookup('keychain-check')).toBe('');
  });
});
