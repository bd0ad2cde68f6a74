import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSession } from './secret-service';
import { startApp } from './start-app';

const session = await startSession('silent');

beforeAll(async () => {
  await session.startKeyring('unlocked');
  await startApp().write('id-token', 'token');
  await session.lock();
});

afterAll(() => session.stop());

it('a prompt that nobody answers is a locked keychain, and holds up nothing else', async () => {
  const credentials = startApp(500);
  const before = Date.now();
  expect(await credentials.read('id-token')).toEqual({ kind: 'locked' });
  expect(Date.now() - before).toBeLessThan(5000);

  for (let attempt = 0; attempt < 10; attempt += 1) {
    expect(await credentials.read('access-token')).toEqual({ kind: 'locked' });
  }
  // Files are read on the same few threads as the keychain.
  expect(await readFile('/proc/self/comm', 'utf8')).not.toBe('');
  expect(await credentials.write('refresh-token', 'token')).toEqual({ kind: 'locked' });
});
