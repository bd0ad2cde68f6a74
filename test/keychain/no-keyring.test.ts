import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSession } from './secret-service';
import { startApp } from './start-app';

const session = await startSession();
beforeAll(() => session.startKeyring('locked'));
afterAll(() => session.stop());

it('a service that has no keyring and cannot ask for one is unavailable', async () => {
  const credentials = startApp();
  expect(await credentials.read('id-token')).toEqual({ kind: 'unavailable' });
  expect(await credentials.write('id-token', 'token')).toEqual({ kind: 'memory' });
  expect(await credentials.remove('id-token')).toBe('unavailable');
});
