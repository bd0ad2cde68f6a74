import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BrowserPlaces, findBrowser } from '../../../main/launch/find-browser.mjs';
import { makeFolder } from './folder';

function find(
  platform: NodeJS.Platform,
  there: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  broken: readonly string[] = [],
) {
  const places: BrowserPlaces = {
    platform,
    environment,
    exists: (path) => there.includes(path),
    list: (folder) => [
      ...new Set(
        there
          .filter((path) => path.startsWith(folder))
          .map((path) => path.slice(folder.length + 1).split(/[\\/]/)[0] ?? ''),
      ),
    ],
    starts: (path) => !broken.includes(path),
  };
  return findBrowser(places);
}

describe('the browser of the tests', () => {
  it.each<[NodeJS.Platform, string, Readonly<Record<string, string>>]>([
    ['linux', '/usr/bin/chromium-headless-shell', { PATH: '/usr/local/bin:/usr/bin' }],
    ['linux', '/usr/bin/chromium', { PATH: '/usr/bin' }],
    ['linux', '/opt/google/bin/google-chrome-stable', { PATH: '/opt/google/bin' }],
    ['linux', '/usr/bin/microsoft-edge', { PATH: '/usr/bin' }],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', { PATH: '/bin' }],
    [
      'darwin',
      '/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      { HOME: '/Users/ada' },
    ],
    ['darwin', '/Applications/Chromium.app/Contents/MacOS/Chromium', {}],
    [
      'win32',
      'D:\\Programs\\Google\\Chrome\\Application\\chrome.exe',
      { ProgramFiles: 'D:\\Programs' },
    ],
    [
      'win32',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
    ],
    [
      'win32',
      'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      { LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' },
    ],
    [
      'linux',
      '/home/ada/.cache/ms-playwright/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell',
      { HOME: '/home/ada' },
    ],
    [
      'darwin',
      '/Users/ada/Library/Caches/ms-playwright/chromium_headless_shell-1255/chrome-headless-shell-mac-arm64/chrome-headless-shell',
      { HOME: '/Users/ada' },
    ],
    [
      'win32',
      'C:\\Local\\ms-playwright\\chromium_headless_shell-1255\\chrome-headless-shell-win64\\chrome-headless-shell.exe',
      { LOCALAPPDATA: 'C:\\Local' },
    ],
    ['linux', '/opt/mine', { CHROMIUM: '/opt/mine', PATH: '/usr/bin' }],
  ])('of %s may be %s', (platform, path, environment) => {
    expect(find(platform, [path], environment)).toBe(path);
    expect(find(platform, [], environment)).toBeNull();
  });

  it('is one that starts: Ubuntu calls a script Chromium that only asks for a snap', () => {
    const [script, chrome] = ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
    const environment = { PATH: '/usr/bin' };
    expect(find('linux', [script, chrome], environment, [script])).toBe(chrome);
    expect(find('linux', [script], environment, [script])).toBeNull();
  });

  it("is the newest of Playwright's own, and the system's before it", () => {
    const own = (revision: number) =>
      `/cache/chromium_headless_shell-${revision}/chrome-linux/headless_shell`;
    const environment = { PATH: '/usr/bin', PLAYWRIGHT_BROWSERS_PATH: '/cache' };
    expect(find('linux', [own(999), own(1200)], environment)).toBe(own(1200));
    expect(find('linux', [own(999), own(1200)], environment, [own(1200)])).toBe(own(999));
    expect(find('linux', [own(1200), '/usr/bin/chromium'], environment)).toBe('/usr/bin/chromium');
  });

  it.skipIf(process.platform === 'win32')('is asked for its version', () => {
    const folder = makeFolder({
      'stub/chromium': '#!/bin/sh\necho "requires the chromium snap" >&2\nexit 10\n',
      'silent/chromium': '#!/bin/sh\nexit 0\n',
      'real/chromium': '#!/bin/sh\necho "Chromium 159.0.8154.6"\n',
    });
    for (const kind of ['stub', 'silent', 'real']) chmodSync(join(folder, kind, 'chromium'), 0o755);
    const path = process.env['PATH'];
    const named = process.env['CHROMIUM'];
    const among = (...kinds: string[]) => {
      process.env['PATH'] = kinds.map((kind) => join(folder, kind)).join(':');
      return findBrowser();
    };
    try {
      Reflect.deleteProperty(process.env, 'CHROMIUM');
      process.env['PLAYWRIGHT_BROWSERS_PATH'] = folder;
      expect(among('stub', 'silent', 'real')).toBe(join(folder, 'real', 'chromium'));
      expect(among('stub', 'silent')).toBeNull();
    } finally {
      Reflect.deleteProperty(process.env, 'PLAYWRIGHT_BROWSERS_PATH');
      process.env['PATH'] = path;
      if (named !== undefined) process.env['CHROMIUM'] = named;
    }
  });
});
