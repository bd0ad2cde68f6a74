import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSession } from './secret-service';
import { startApp } from './start-app';

const session = await startSession();

beforeAll(async () => {
  await session.startKeyring('unlocked');
  await session.stopKeyring();
  await session.startKeyring('locked');
});

afterAll(() => session.stop());

it('a keyring that was never unlocked since login is locked, until it is', async () => {
  const credentials = startApp();
  expect(await credentials.read('id-token')).toEqual({ kind: 'locked' });
  expect(await credentials.write('id-token', 'token')).toEqual({ kind: 'locked' });
  expect(await session.lookup('id-token')).toBe('');

  await session.unlock();
  await credentials.read('refresh-token');
  expect(credentials.status).toBe('ready');
  expect(await session.lookup('id-token')).not.toBe('');
});
