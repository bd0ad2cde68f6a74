import { EventEmitter } from 'node:events';
import type { Browser } from '@playwright/test';
import type { BrowserWindowConstructorOptions } from 'electron';
import { createApp } from '../../../main/app';
import { createLog } from '../../../main/log';
import { claimFolder } from '../../../main/shell/folder-claim';
import { runElectronShell } from '../../../main/shell/electron/shell';
import { fakeElectron, FakeEvent, FakeNetRequest } from '../../unit/shell/electron/fake-electron';
import { PageSession } from './page-session';
import { PageWindow } from './page-window';

interface LaunchOptions {
  readonly browser: Browser;
  /** The folder that holds `out`. */
  readonly appPath: string;
  readonly userData: string;
  readonly isInstalled: boolean;
}

/** Runs main's own shell in this process, over windows that are pages of a Chromium. */
export function launch({ browser, appPath, userData, isInstalled }: LaunchOptions) {
  const electron = fakeElectron();
  const { app, ipcMain } = electron;
  app.appPath = appPath;
  app.userData = userData;
  app.isPackaged = isInstalled;
  const windows: PageWindow[] = [];
  const sessions: PageSession[] = [];
  const ownSession = new PageSession(browser, '', null);
  const lines: string[] = [];

  const fromPartition = (partition: string, options: { cache: boolean }) => {
    const known = sessions.find((session) => session.partition === partition);
    if (known) return known;
    const created = new PageSession(browser, partition, options);
    sessions.push(created);
    app.emit('session-created', created);
    return created;
  };

  const module = {
    ...electron,
    BrowserWindow: class extends PageWindow {
      constructor(options: BrowserWindowConstructorOptions) {
        const partition = options.webPreferences?.partition;
        super(
          options,
          partition === undefined ? ownSession : fromPartition(partition, { cache: true }),
          ipcMain,
        );
        windows.push(this);
        app.emit('web-contents-created', new FakeEvent(), this.webContents);
        this.on('closed', () => windows.splice(windows.indexOf(this), 1));
      }
    },
    net: {
      request: (options: ConstructorParameters<typeof FakeNetRequest>[1]) =>
        new FakeNetRequest(fromPartition(options.partition, { cache: true }), options),
    },
    protocol: { ...electron.protocol, handle: ownSession.protocol.handle },
    session: { fromPartition },
  };

  const argv = ['/opt/Frontdesk'];
  runElectronShell(module, {
    argv,
    environment: {},
    execPath: '/opt/Frontdesk',
    platform: 'linux',
    log: createLog((line) => lines.push(line)),
    process: new EventEmitter(),
    unverifiedTls: () => null,
    claimFolder,
    // Managed settings of a test are read by an app that is not installed.
    createApp: ({ platform, log }) =>
      createApp({ platform: { ...platform, isPackaged: false }, log }),
  });
  app.becomeReady();

  return {
    windows,
    sessions,
    lines,
    questions: electron.seen.questions,
    opened: electron.seen.opened,
    startAgain: (argument: string) =>
      app.emit('second-instance', new FakeEvent(), [...argv, argument]),
    async stop() {
      const stopped = new Promise<void>((resolve) => (app.quit = resolve));
      app.emit('will-quit', new FakeEvent());
      await stopped;
      for (const window of [...windows]) window.destroy();
      await Promise.all([ownSession, ...sessions].map((session) => session.close()));
    },
  };
}
