import { afterAll, expect, it } from 'vitest';
import { startSession } from './secret-service';
import { startApp } from './start-app';

const session = await startSession();
afterAll(() => session.stop());

it('without a keyring service tokens live in memory, and are stored once there is one', async () => {
  const credentials = startApp();
  expect(await credentials.read('id-token')).toEqual({ kind: 'unavailable' });
  expect(await credentials.write('id-token', 'token')).toEqual({ kind: 'memory' });
  expect(await credentials.read('id-token')).toEqual({ kind: 'found', value: 'token' });
  expect(credentials.status).toBe('unavailable');
  expect(await startApp().read('id-token')).toEqual({ kind: 'unavailable' });

  await session.startKeyring('unlocked');
  await credentials.read('access-token');
  expect(credentials.status).toBe('ready');
  expect(await startApp().read('id-token')).toEqual({ kind: 'found', value: 'token' });
});
