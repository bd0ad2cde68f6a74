import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSession } from './secret-service';
import { longToken, startApp } from './start-app';

const session = await startSession();

beforeAll(async () => {
  await session.startKeyring('unlocked');
  await startApp().write('id-token', longToken);
});

afterAll(() => session.stop());

describe('a keyring that is locked while the app runs', () => {
  it('is locked, and nothing in it is absent or removed', async () => {
    await session.lock();
    const credentials = startApp();
    expect(await credentials.read('id-token')).toEqual({ kind: 'locked' });
    expect(credentials.status).toBe('locked');
    expect(await credentials.read('access-token')).toEqual({ kind: 'locked' });
    expect(await credentials.remove('id-token')).toBe('locked');
  });

  it('keeps what it had, and takes what it refused as soon as it is unlocked', async () => {
    const credentials = startApp();
    expect(await credentials.write('access-token', 'new')).toEqual({ kind: 'locked' });
    expect(await credentials.read('access-token')).toEqual({ kind: 'found', value: 'new' });

    await session.unlock();
    expect(await credentials.read('id-token')).toEqual({ kind: 'found', value: longToken });
    expect(credentials.status).toBe('ready');
    expect(await startApp().read('access-token')).toEqual({ kind: 'found', value: 'new' });
  });

  it('is noticed by an app that has used it before', async () => {
    const credentials = startApp();
    await credentials.read('id-token');
    await session.lock();
    expect(await credentials.read('id-token')).toEqual({ kind: 'locked' });
    await session.unlock();
    expect(await credentials.read('id-token')).toEqual({ kind: 'found', value: longToken });
  });
});
