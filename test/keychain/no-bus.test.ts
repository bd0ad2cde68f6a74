import { beforeAll, expect, it } from 'vitest';
import { startApp } from './start-app';

beforeAll(() => {
  process.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent/frontdesk-bus';
});

it('without a D-Bus session the keychain is unavailable', async () => {
  const credentials = startApp();
  expect(await credentials.write('id-token', 'token')).toEqual({ kind: 'memory' });
  expect(await credentials.read('id-token')).toEqual({ kind: 'found', value: 'token' });
  expect(credentials.status).toBe('unavailable');
});
