import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../../main/log';
import type { ElectronPlatform } from '../../../../main/shell/electron/platform';
import type { ShellApp, ShellRun } from '../../../../main/shell/electron/open-app';
import { runElectronShell } from '../../../../main/shell/electron/shell';
import {
  fakeCertificate,
  type FakeElectron,
  fakeElectron,
  fakeFrame,
  FakeEvent,
} from './fake-electron';

const link = 'app.frontdesk.desktop:/callback?state=a&interaction_code=canary';

let folder: string;
let electron: FakeElectron;
let did: string[];
let lines: string[];
let platform: ElectronPlatform | null;
/** What the process tells of that nobody caught. */
let ended: EventEmitter;
let wantedCertificate: ReturnType<ShellApp['clientCertificate']>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'electron-shell-'));
  await mkdir(join(folder, 'out', 'renderer'), { recursive: true });
  await writeFile(join(folder, 'out', 'renderer', 'index.html'), '<p>Frontdesk</p>');
  electron = fakeElectron();
  electron.app.appPath = folder;
  electron.app.userData = join(folder, 'data');
  did = [];
  lines = [];
  platform = null;
  ended = new EventEmitter();
  wantedCertificate = null;
});

afterEach(() => rm(folder, { recursive: true }));

const fakeApp: ShellRun['createApp'] = (options) => {
  platform = options.platform;
  return {
    start: async () => void did.push('start'),
    handleRedirect: (address) => void did.push(`redirect ${address}`),
    handleCallback: (address) => {
      did.push(`callback ${address}`);
      return new URL(address).searchParams.get('state') === 'live' ? 'own' : 'foreign';
    },
    navigate: (page) => void did.push(`navigate ${page}`),
    forgetPerson: async () => void did.push('forget'),
    noteUnforeseen: (_error, kind) => {
      did.push(`note ${kind}`);
      return 'reference';
    },
    clientCertificate: () => wantedCertificate,
    stop: async () => void did.push('stop'),
  };
};

function run(changes: Partial<ShellRun> = {}) {
  runElectronShell(electron, {
    argv: ['/opt/Frontdesk'],
    environment: {},
    execPath: '/opt/Frontdesk',
    platform: 'linux',
    log: createLog((line) => lines.push(line)),
    process: ended,
    unverifiedTls: () => null,
    claimFolder: () => ({ kind: 'claimed', isLocked: true, announce() {}, release() {} }),
    createApp: fakeApp,
    ...changes,
  });
}

async function start(changes: Partial<ShellRun> = {}) {
  run(changes);
  electron.app.becomeReady();
  await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(1));
  await new Promise((resolve) => setImmediate(resolve));
  return { window: newest() };
}

function newest() {
  const window = electron.seen.windows.at(-1);
  if (!window) throw new Error('No window was opened');
  return window;
}

describe('before Electron is ready', () => {
  it('sandboxes, declares its scheme and claims the lock, and opens nothing', () => {
    run();
    expect(electron.app.calls).toEqual([
      'setName Frontdesk',
      'enableSandbox',
      'requestSingleInstanceLock',
      'setAsDefaultProtocolClient',
    ]);
    expect(electron.seen.schemes).toHaveLength(1);
    expect(electron.seen.windows).toEqual([]);
    expect(did).toEqual([]);
  });

  it('leaves at once where another instance runs, without touching a file', async () => {
    electron.app.isFirst = false;
    run();
    electron.app.becomeReady();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(electron.app.calls.at(-1)).toBe('quit');
    expect(electron.app.clients).toEqual([]);
    expect(electron.seen.windows).toEqual([]);
    expect(platform).toBeNull();
    expect(await readdir(folder)).toEqual(['out']);
  });

  it('passes nothing on that would make plain Node of another app', () => {
    const environment = { ELECTRON_RUN_AS_NODE: '1', HOME: '/home/ada' };
    run({ environment });
    expect(environment).toEqual({ HOME: '/home/ada' });
  });

  it('moves to the folder it is given before it claims the lock of that folder', () => {
    const other = join(folder, 'elsewhere');
    run({ environment: { FRONTDESK_USER_DATA: other } });
    expect(electron.app.userData).toBe(other);
    const { calls } = electron.app;
    expect(calls.indexOf('setPath userData')).toBeLessThan(
      calls.indexOf('requestSingleInstanceLock'),
    );
  });
});

describe('a start that may not be', () => {
  const taken = { kind: 'taken', owner: () => Promise.resolve(null) } as const;

  it.each([
    [
      'the browser shell has the same settings',
      { claimFolder: () => taken },
      0,
      'Frontdesk ist schon in einem Browser geöffnet',
    ],
    [
      'connections would not be protected',
      { unverifiedTls: () => '--ignore-certificate-errors' },
      1,
      '„--ignore-certificate-errors“ nimmt den Verbindungen den Schutz',
    ],
    [
      'the folder for its data cannot be made',
      { environment: { FRONTDESK_USER_DATA: '/dev/null/frontdesk' } },
      1,
      'nicht anlegen: „/dev/null/frontdesk“',
    ],
    [
      'nor its own folder',
      { claimFolder: () => ({ kind: 'unusable' }) as const },
      1,
      'kann den Ordner für seine Daten nicht anlegen',
    ],
  ])('says why and ends: %s', async (_why, changes, status, text) => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    run(changes);
    electron.app.becomeReady();
    await vi.waitFor(() => expect(electron.app.calls.at(-1)).toBe(`exit ${status}`));
    expect(electron.seen.dialogs).toEqual([
      { title: 'Frontdesk konnte nicht starten', content: expect.stringContaining(text) },
    ]);
    expect(said).toHaveBeenCalledWith(expect.stringContaining(text));
    said.mockRestore();
    expect(platform).toBeNull();
    expect(electron.seen.windows).toEqual([]);
  });

  it('is not kept out by itself, and tells other starts who it is', async () => {
    const announced: unknown[] = [];
    const folders: string[] = [];
    await start({
      claimFolder: (claimed) => {
        folders.push(claimed);
        return {
          kind: 'claimed',
          isLocked: true,
          announce: (owner) => void announced.push(owner),
          release() {},
        };
      },
    });
    expect(folders).toEqual([electron.app.userData]);
    expect(announced).toEqual([{ pid: process.pid, shell: 'electron', port: null, key: null }]);
  });
});

describe('the running app', () => {
  it('starts main before the page loads from the app scheme', async () => {
    const { window } = await start();
    expect(did).toEqual(['start']);
    expect(window.url).toBe('app://frontdesk/');
    expect(window.options.webPreferences?.preload).toBe(
      join(folder, 'out', 'preload', 'index.cjs'),
    );
    const page = await electron.seen.served.get('app')?.(new Request('app://frontdesk/'));
    expect(await page?.text()).toBe('<p>Frontdesk</p>');
  });

  it('shows the window once it is painted', async () => {
    const { window } = await start();
    expect(window.calls).toEqual([]);
    window.emit('ready-to-show');
    expect(window.calls).toEqual(['show']);
  });

  it('answers the page it opened and nobody else', async () => {
    const { window } = await start();
    platform?.doorway.handle('app.read', async (sender) => sender);
    const ask = (sender: typeof window.webContents) =>
      electron.ipcMain.invoke('app.read', sender, fakeFrame(), {});
    expect(await ask(window.webContents)).toBe('trusted');
    window.close();
    expect(await ask(window.webContents)).toBe('unknown-sender');
  });

  it('guards every page and every session, also those that come later', async () => {
    const { window } = await start();
    expect(window.webContents.openWindow?.()).toEqual({ action: 'deny' });
    expect(electron.app.defaultSession.gates.request?.('media')).toBe(false);
    const later = electron.session.fromPartition('later', { cache: false });
    expect(later.gates.request?.('media')).toBe(false);
  });

  it('tells the app what it runs on', async () => {
    await start();
    expect(platform).toMatchObject({
      shell: 'electron',
      isPackaged: true,
      version: '1.2.3',
      userDataFolder: join(folder, 'data'),
      locales: ['de-AT', 'en'],
      takesAppScheme: true,
      loopbackRedirectUri: null,
    });
  });

  it('speaks the language and wears the theme of the settings', async () => {
    const { window } = await start();
    const labels = () => electron.seen.menus.at(-1)?.map(({ label }) => label);
    expect(labels()).toContain('Bearbeiten');
    platform?.present({ appearance: 'dark', language: 'fr', mode: 'personal' });
    await vi.waitFor(() => expect(labels()).toContain('Édition'));
    expect(electron.nativeTheme.themeSource).toBe('dark');
    electron.nativeTheme.emit('updated');
    expect(window.color).toBe('#151a19');
  });
});

describe('deep links', () => {
  it('hands over the one it was started with, once main can take it', async () => {
    await start({ argv: ['/opt/Frontdesk', '--', link] });
    expect(did).toEqual(['start', `redirect ${link}`]);
  });

  it('hands over the one a second instance was started with, and comes to the front', async () => {
    const { window } = await start();
    window.isMin = true;
    electron.app.emit('second-instance', new FakeEvent(), ['/opt/Frontdesk', link], '/');
    expect(window.calls).toEqual(['restore', 'show', 'focus']);
    expect(did).toContain(`redirect ${link}`);
  });

  it('asks for attention where a second start cannot take the focus, as on Wayland', async () => {
    const { window } = await start();
    window.hasFocus = false;
    electron.app.emit('second-instance', new FakeEvent(), ['/opt/Frontdesk']);
    expect(window.calls.slice(-3)).toEqual(['show', 'focus', 'flash']);
  });

  it('says in the log where the scheme does not lead back', async () => {
    await start();
    expect(lines.join('')).not.toContain('deep-links.not-registered');
    electron.app.isSchemeOurs = false;
    run();
    expect(lines.join('')).toContain('deep-links.not-registered');
  });

  it.each([
    ['an app that is not installed', () => (electron.app.isPackaged = false)],
    ['another program that has the scheme', () => (electron.app.isSchemeOurs = false)],
    ['a system that refuses the scheme', () => (electron.app.isSchemeRefused = true)],
  ])('come back over this machine because of %s', async (_, prepare) => {
    prepare();
    const { window } = await start();
    const uri = platform?.loopbackRedirectUri ?? '';
    expect(uri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    expect(platform?.takesAppScheme).toBe(false);
    window.calls.length = 0;
    expect((await fetch(`${uri}?state=somebody-elses`)).status).toBe(404);
    expect(window.calls).toEqual([]);
    expect((await fetch(`${uri}?state=live&interaction_code=canary`)).status).toBe(200);
    expect(window.calls).toEqual(['show', 'focus']);
    expect(did.at(-1)).toBe(`callback ${uri}?state=live&interaction_code=canary`);
    expect(lines.join('')).not.toContain('canary');
    electron.app.emit('will-quit', new FakeEvent());
    await vi.waitFor(() => expect(electron.app.calls.at(-1)).toBe('quit'));
    await expect(fetch(uri)).rejects.toThrow();
  });

  it('keeps the one macOS delivers before main is there', async () => {
    run({ platform: 'darwin' });
    electron.app.emit('open-url', new FakeEvent(), link);
    expect(did).toEqual([]);
    electron.app.becomeReady();
    await vi.waitFor(() => expect(did).toEqual(['start', `redirect ${link}`]));
  });

  it('are never logged', async () => {
    await start({ argv: ['/opt/Frontdesk', link] });
    electron.app.emit('second-instance', new FakeEvent(), [link], '/');
    expect(lines.join('')).not.toContain('canary');
  });
});

describe('crashes', () => {
  it('wipe the person and bring the page back, twice; then the app explains and stops', async () => {
    const { window } = await start();
    for (const reloads of [1, 2]) {
      window.webContents.crash();
      await vi.waitFor(() => expect(window.webContents.reloads).toBe(reloads));
    }
    window.webContents.crash();
    await vi.waitFor(() => expect(electron.seen.dialogs).toHaveLength(1));
    expect(did.filter((step) => step === 'forget')).toHaveLength(3);
    expect(electron.seen.dialogs[0]?.title).toBe('Frontdesk musste beendet werden');
    expect(electron.app.calls.at(-1)).toBe('quit');
    expect(window.webContents.reloads).toBe(2);
  });
});

describe('closing', () => {
  it('keeps the place of the window for the next start', async () => {
    const { window } = await start();
    window.bounds = { x: 50, y: 60, width: 700, height: 650 };
    window.close();
    const kept: unknown = JSON.parse(await readFile(join(folder, 'data', 'window.json'), 'utf8'));
    expect(kept).toEqual({ bounds: window.bounds, isMaximized: false });
    electron.app.emit('activate');
    expect(newest().options).toMatchObject(window.bounds);
  });

  it('keeps no place on Wayland, which tells none', async () => {
    const { window } = await start({ environment: { XDG_SESSION_TYPE: 'wayland' } });
    window.bounds = { x: 0, y: 0, width: 700, height: 650 };
    window.close();
    const kept: unknown = JSON.parse(await readFile(join(folder, 'data', 'window.json'), 'utf8'));
    expect(kept).toEqual({ bounds: { width: 700, height: 650 }, isMaximized: false });
    electron.app.emit('activate');
    expect(newest().options).toMatchObject({ width: 700, height: 650 });
    expect(newest().options).not.toHaveProperty('x');
  });

  it('opens maximized where it was closed so', async () => {
    const { window } = await start();
    window.isMax = true;
    window.close();
    electron.app.emit('activate');
    newest().emit('ready-to-show');
    expect(newest().calls).toEqual(['maximize']);
  });

  it('quits with the last window, and stops main first', async () => {
    const { window } = await start();
    window.close();
    electron.app.emit('window-all-closed');
    expect(electron.app.calls.at(-1)).toBe('quit');
    const first = new FakeEvent();
    electron.app.emit('will-quit', first);
    expect(first.isPrevented).toBe(true);
    await vi.waitFor(() => expect(did).toContain('stop'));
    await new Promise((resolve) => setImmediate(resolve));
    const second = new FakeEvent();
    electron.app.emit('will-quit', second);
    expect(second.isPrevented).toBe(false);
    expect(did.filter((step) => step === 'stop')).toHaveLength(1);
  });

  it('forgets the person on a Mac, where the app goes on without a window', async () => {
    const { window } = await start({ platform: 'darwin' });
    window.close();
    electron.app.emit('window-all-closed');
    expect(did).toContain('forget');
    expect(electron.app.calls).not.toContain('quit');
    electron.app.emit('activate');
    expect(electron.seen.windows).toHaveLength(2);
  });
});

describe('a certificate of this computer', () => {
  const acme = fakeCertificate({ issuer: { commonName: 'Acme CA' } });
  const wanted = {
    orgUrl: 'https://acme.okta.com',
    issuer: { names: { CN: ['acme ca'] }, isWhole: false },
  };

  it('is shown to no server that asks for one', async () => {
    run();
    expect(electron.app.askForCertificate('acme.okta.com:443', [acme])).toBeUndefined();
    electron.app.becomeReady();
    await vi.waitFor(() => expect(did).toContain('start'));
    expect(electron.app.askForCertificate('acme.okta.com:443', [acme])).toBeUndefined();
  });

  it('is shown to the org of which an administrator says so, from its first request on', async () => {
    wantedCertificate = wanted;
    run({
      createApp: (options) => {
        const app = fakeApp(options);
        const start = async () => {
          expect(electron.app.askForCertificate('acme.okta.com:443', [acme])).toBe(acme);
          await app.start();
        };
        return { ...app, start };
      },
    });
    expect(electron.app.askForCertificate('acme.okta.com:443', [acme])).toBeUndefined();
    electron.app.becomeReady();
    await vi.waitFor(() => expect(did).toContain('start'));
  });
});

describe('an exception that nobody caught', () => {
  it('is logged with a reference before there is anybody to tell', () => {
    run();
    ended.emit('uncaughtException', new TypeError('ada@example.com'));
    ended.emit('unhandledRejection', new Error('ada@example.com'));
    expect(lines.filter((line) => line.includes('"unforeseen"'))).toHaveLength(2);
    expect(lines.join('')).not.toContain('ada@');
  });

  it('has the person forgotten and the page loaded anew, which then reads the reference', async () => {
    const { window } = await start();
    ended.emit('uncaughtException', new TypeError('ada@example.com'));
    await vi.waitFor(() => expect(window.webContents.reloads).toBe(1));
    expect(did.slice(1)).toEqual(['forget']);
    expect(window.webContents.sent).toEqual([]);
    window.webContents.emit('did-finish-load');
    const [told] = window.webContents.sent;
    expect(told?.channel).toBe('app.troubled');
    const { reference } = told?.payload as { reference: string };
    expect(lines.join('')).toContain(reference);
    expect(lines.join('')).not.toContain('ada@');
  });

  it('gives up where there is no end of them', async () => {
    await start();
    for (let count = 1; count <= 3; count += 1) {
      ended.emit('uncaughtException', new Error());
      await vi.waitFor(() => expect(did.filter((what) => what === 'forget')).toHaveLength(count));
    }
    await vi.waitFor(() => expect(electron.app.calls).toContain('quit'));
    expect(electron.seen.dialogs).toHaveLength(1);
  });

  it('leaves the page alone where only a promise failed', async () => {
    const { window } = await start();
    ended.emit('unhandledRejection', new Error('late'));
    expect(did).toContain('note unhandled-rejection');
    expect(window.webContents.reloads).toBe(0);
  });
});

describe('a page that does not appear', () => {
  it('is asked about, and loaded again or given up', async () => {
    electron.BrowserWindow.prototype.loadURL = async function (url) {
      this.url = url;
      return Promise.reject(new Error('ERR_FAILED'));
    };
    const answers = [0, 2];
    electron.answers.question = async () => answers.shift() ?? 1;
    const { window } = await start();
    await vi.waitFor(() => expect(electron.app.calls).toContain('quit'));
    expect(electron.seen.questions).toHaveLength(2);
    expect(electron.seen.questions[0]).toMatchObject({
      message: 'Die Seite von Frontdesk erscheint nicht',
      buttons: ['Erneut versuchen', 'Warten', 'Frontdesk beenden'],
    });
    expect(window.calls).toContain('show');
  });
});

describe('a start that fails', () => {
  it('is explained, in the language of the system, and ends the process', async () => {
    await rm(join(folder, 'out', 'renderer'), { recursive: true });
    run();
    electron.app.becomeReady();
    await vi.waitFor(() => expect(electron.app.calls.at(-1)).toBe('exit 1'));
    expect(electron.seen.dialogs[0]?.title).toBe('Frontdesk konnte nicht starten');
    expect(lines.join('')).toContain('shell.not-started');
  });
});
