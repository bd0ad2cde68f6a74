import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  findDeepLink,
  onDeepLink,
  parseDeepLink,
  registerDeepLinks,
} from '../../../../main/shell/electron/deep-link';
import { fakeElectron, FakeEvent } from './fake-electron';

describe('parseDeepLink', () => {
  it.each([
    'app.frontdesk.desktop:/callback',
    'app.frontdesk.desktop:/callback?state=a&interaction_code=b%20c',
    'app.frontdesk.desktop:/callback?otp=123456',
  ])('takes %s as it is', (address) => {
    expect(parseDeepLink(address)).toBe(address);
  });

  it.each([
    '',
    'https://example.com/callback',
    'app.frontdesk.desktop:/callbacks',
    'app.frontdesk.desktop:/fallback?a=1',
    'app.frontdesk.desktopx/callback?a=1',
    'app.frontdesk.desktop:/callback/../x',
    'app.frontdesk.desktop:/callback#fragment',
    'app.frontdesk.desktop:/callback?a=1#b',
    'app.frontdesk.desktop:/callback?a=1 --inspect',
    'app.frontdesk.desktop:/callback?a=\n',
    'app.frontdesk.desktop://callback?a=1',
    'app.frontdesk.desktop://evil/callback',
    'APP.frontdesk.desktop:/callback',
    ' app.frontdesk.desktop:/callback',
    `app.frontdesk.desktop:/callback?${'a'.repeat(4000)}`,
  ])('refuses %j', (address) => {
    expect(parseDeepLink(address)).toBeNull();
  });
});

describe('findDeepLink', () => {
  it('finds the link wherever Chromium put it among the arguments', () => {
    const link = 'app.frontdesk.desktop:/callback?state=a';
    expect(findDeepLink(['/opt/Frontdesk', '--', link, '--allow-file-access'])).toBe(link);
    expect(findDeepLink(['/opt/Frontdesk', '--lang=de'])).toBeNull();
  });
});

describe('onDeepLink', () => {
  it('delivers what macOS opens, and swallows what is not the callback', () => {
    const app = Object.assign(new EventEmitter(), {
      setAsDefaultProtocolClient: () => true,
      isDefaultProtocolClient: () => true,
    });
    const delivered: string[] = [];
    onDeepLink(app, (link) => delivered.push(link));
    const events = [new FakeEvent(), new FakeEvent()];
    app.emit('open-url', events[0], 'app.frontdesk.desktop:/callback?state=a');
    app.emit('open-url', events[1], 'app.frontdesk.desktop:/other?state=a');
    expect(delivered).toEqual(['app.frontdesk.desktop:/callback?state=a']);
    expect(events.every((event) => event.isPrevented)).toBe(true);
  });
});

describe('registerDeepLinks', () => {
  const execPath = '/opt/Frontdesk/frontdesk';

  it('ends the switches before the link, so that a link cannot be one', () => {
    const { app } = fakeElectron();
    registerDeepLinks(app, { isPackaged: true, execPath, argv: [execPath], platform: 'linux' });
    expect(app.clients).toEqual([
      { scheme: 'app.frontdesk.desktop', path: execPath, args: ['--'] },
    ]);
  });

  it('names the app to Electron where it is not packaged', () => {
    const { app } = fakeElectron();
    registerDeepLinks(app, {
      isPackaged: false,
      execPath,
      argv: [execPath, '.'],
      platform: 'win32',
    });
    expect(app.clients[0]?.args).toEqual([resolve('.'), '--']);
  });

  it.each(['linux', 'darwin'] as const)('is not to be had by a checkout on %s', (platform) => {
    const { app } = fakeElectron();
    const run = { isPackaged: false, execPath, argv: [execPath, '.'], platform };
    expect(registerDeepLinks(app, run)).toBe(false);
    expect(app.clients).toEqual([]);
  });

  it('believes the system only when it asks back', () => {
    const { app } = fakeElectron();
    const run = { isPackaged: true, execPath, argv: [execPath], platform: 'linux' as const };
    expect(registerDeepLinks(app, run)).toBe(true);
    app.isSchemeOurs = false;
    expect(registerDeepLinks(app, run)).toBe(false);
  });
});
