import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  denyPermissions,
  denyPermissionsEverywhere,
} from '../../../../main/shell/electron/permissions';
import { FakeSession } from './fake-electron';

describe('denyPermissions', () => {
  const session = new FakeSession('', null);
  denyPermissions(session);
  const { gates } = session;

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'usb'])(
    'refuses a request for %s',
    (permission) => {
      expect(gates.request?.(permission)).toBe(false);
    },
  );

  it.each([
    ['app://frontdesk/', true, true],
    ['app://frontdesk/', false, false],
    ['https://acme.okta.com/', true, false],
    ['app://other/', true, false],
  ])('lets %s in the main frame (%s) write text to the clipboard: %s', (page, isMain, may) => {
    const app = new EventEmitter();
    denyPermissionsEverywhere(app);
    const session = new FakeSession('', null);
    app.emit('session-created', session);
    expect(session.gates.request?.('clipboard-sanitized-write', page, isMain)).toBe(may);
    expect(session.gates.check?.('clipboard-sanitized-write', page, isMain)).toBe(may);
    expect(session.gates.request?.('clipboard-read', page, isMain)).toBe(false);
  });

  it('lets no other page copy', () => {
    expect(gates.request?.('clipboard-sanitized-write', 'app://frontdesk/')).toBe(false);
  });

  it('answers no to a page that only asks whether it may', () => {
    expect(gates.check?.()).toBe(false);
  });

  it('gives no device, no screen and no Bluetooth pairing', () => {
    expect(gates.device?.()).toBe(false);
    expect(gates.display?.()).toBeNull();
    expect(gates.pairing?.()).toBe(false);
  });
});

it('refuses them in sessions that come later too', () => {
  const app = new EventEmitter();
  denyPermissionsEverywhere(app);
  const session = new FakeSession('', null);
  app.emit('session-created', session);
  expect(session.gates.request?.('media')).toBe(false);
  expect(session.gates.check?.()).toBe(false);
});
