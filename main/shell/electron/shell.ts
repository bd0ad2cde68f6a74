import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Log } from '../../log';
import { loadBuiltFiles } from '../built-files';
import type { FolderClaim } from '../folder-claim';
import { declareAppScheme, serveAppProtocol } from './app-protocol';
import { withholdClientCertificates } from './client-certificates';
import { findDeepLink, onDeepLink, registerDeepLinks } from './deep-link';
import { createDoorway } from './doorway';
import type { ElectronModule, ElectronWindow } from './electron-module';
import { createFrameRules, type FrameRules, guardNavigation } from './guards';
import { openMainWindow } from './main-window';
import { createOrgPages } from './org-window';
import type { OrgWindowSession } from './org-window-session';
import { denyPermissions, denyPermissionsEverywhere } from './permissions';
import { createPlatform, type ElectronPlatform } from './platform';
import { createPresentation } from './presentation';
import { stopBeforeQuit } from './quit';
import { createSessionPool } from './session-pool';
import { claimSingleInstance } from './single-instance';
import { shellTexts, systemLanguage } from './texts';

/** The part of `main/app.ts` that the shell drives. */
export interface ShellApp {
  start(): Promise<void>;
  handleRedirect(address: string): void;
  navigate(page: 'settings' | 'about'): void;
  forgetPerson(): Promise<void>;
  stop(): Promise<void>;
}

/** What the shell knows of the process it runs in. */
export interface ShellRun {
  readonly argv: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly execPath: string;
  readonly platform: NodeJS.Platform;
  readonly log: Log;
  /** The setting that takes the protection from connections, or null. */
  unverifiedTls(): string | null;
  claimFolder(folder: string): FolderClaim;
  createApp(options: { platform: ElectronPlatform; log: Log }): ShellApp;
}

/**
 * Sets up everything that has to be in place before Electron is ready, and opens the app when it
 * is. Returns before that: Electron waits for the entry module, so awaiting readiness while it is
 * evaluated would wait for ever (electron/electron#40719).
 */
export function runElectronShell(electron: ElectronModule, run: ShellRun): void {
  const { app, dialog } = electron;
  app.setName('Frontdesk');
  app.enableSandbox();
  declareAppScheme(electron.protocol);
  const frames = createFrameRules();
  guardNavigation(app, run.log, frames);
  denyPermissionsEverywhere(app);
  withholdClientCertificates(app, run.log);
  useFolder(electron, run.environment['FRONTDESK_USER_DATA']);

  const links = createLinkQueue();
  onDeepLink(app, links.deliver);
  let focusWindow = () => {};
  const isFirst = claimSingleInstance(app, (argv) => {
    focusWindow();
    const link = findDeepLink(argv);
    if (link !== null) links.deliver(link);
  });
  if (!isFirst) {
    app.quit();
    return;
  }

  const obstacle = findObstacle(electron, run);
  if (obstacle.kind !== 'none') {
    refuseToStart(electron, obstacle);
    return;
  }
  const firstLink = findDeepLink(run.argv);
  if (firstLink !== null) links.deliver(firstLink);
  if (!registerDeepLinks(app, { isPackaged: app.isPackaged, ...run })) {
    run.log.warn('deep-links.not-registered');
  }
  app
    .whenReady()
    .then(() => openApp(electron, run, frames))
    .then((opened) => {
      focusWindow = opened.focusWindow;
      links.open(opened.handleRedirect);
    })
    .catch((error: unknown) => {
      run.log.error('shell.not-started', { detail: String(error) });
      const texts = shellTexts(systemLanguage(app.getPreferredSystemLanguages()));
      dialog.showErrorBox(texts.startFailedTitle, texts.startFailedText);
      app.exit(1);
    });
}

async function openApp(electron: ElectronModule, run: ShellRun, frames: FrameRules) {
  const { app, dialog } = electron;
  const { log, platform } = run;
  const built = join(app.getAppPath(), 'out');
  const files = await loadBuiltFiles(join(built, 'renderer'));
  serveAppProtocol(electron.protocol, files);
  let window: ElectronWindow | null = null;

  const doorway = createDoorway(electron.ipcMain);
  const presentation = createPresentation(electron, {
    platform,
    isPackaged: app.isPackaged,
    locales: app.getPreferredSystemLanguages(),
    navigate: (page) => frontdesk.navigate(page),
  });
  // A sign-up, a readiness check and a sign-out may be on their way at the same time.
  const people = createSessionPool<OrgWindowSession>(electron.session, {
    name: 'person',
    size: 3,
    log,
    prepare: (session) => denyPermissions(session),
  });
  const orgPages = createOrgPages(electron, { files, frames, log, parent: () => window });
  const frontdesk = run.createApp({
    platform: createPlatform(electron, { doorway, presentation, orgPages, people }),
    log,
  });
  await frontdesk.start();

  const openWindow = () => {
    const opened = openMainWindow(electron, {
      doorway,
      isPackaged: app.isPackaged,
      log,
      preload: join(built, 'preload', 'index.cjs'),
      stateFile: join(app.getPath('userData'), 'window.json'),
      texts: () => presentation.texts,
      forgetPerson: () => frontdesk.forgetPerson(),
      quit: () => app.quit(),
      giveUp: () => {
        dialog.showErrorBox(presentation.texts.crashedTitle, presentation.texts.crashedText);
        app.quit();
      },
    });
    opened.on('closed', () => (window = null));
    presentation.follow(opened);
    window = opened;
  };
  openWindow();
  stopBeforeQuit(app, () => frontdesk.stop());
  app.on('activate', () => {
    if (!window) openWindow();
  });
  app.on('window-all-closed', () => {
    // On macOS the app stays, without the person who closed its window.
    if (platform === 'darwin') void frontdesk.forgetPerson();
    else app.quit();
  });

  return {
    handleRedirect: (address: string) => frontdesk.handleRedirect(address),
    focusWindow: () => {
      if (!window) return openWindow();
      if (window.isMinimized()) window.restore();
      // Also a window whose page was never painted; the second start would find nothing otherwise.
      window.show();
      window.focus();
      // Wayland lets no program take the focus: the window asks for attention instead.
      if (!window.isFocused()) window.flashFrame(true);
    },
  };
}

type Obstacle =
  | { readonly kind: 'none' }
  /** The browser shell has the same settings; Electron's own lock knows Electron alone. */
  | { readonly kind: 'already-running' }
  | { readonly kind: 'unverified-tls'; readonly setting: string };

function findObstacle({ app }: Pick<ElectronModule, 'app'>, run: ShellRun): Obstacle {
  const setting = run.unverifiedTls();
  if (setting !== null) return { kind: 'unverified-tls', setting };
  const claim = run.claimFolder(app.getPath('userData'));
  if (claim.kind === 'taken') return { kind: 'already-running' };
  claim.announce({ pid: process.pid, shell: 'electron', port: null, key: null });
  return { kind: 'none' };
}

/** Says why, also on the terminal. To be open already is no failure of this start. */
function refuseToStart(
  { app, dialog }: Pick<ElectronModule, 'app' | 'dialog'>,
  obstacle: Exclude<Obstacle, { kind: 'none' }>,
): void {
  void app.whenReady().then(() => {
    const texts = shellTexts(systemLanguage(app.getPreferredSystemLanguages()));
    const text =
      obstacle.kind === 'already-running'
        ? texts.alreadyRunningText
        : texts.unverifiedTlsText.replace('{setting}', obstacle.setting);
    process.stderr.write(`${text}\n`);
    dialog.showErrorBox(texts.startFailedTitle, text);
    app.exit(obstacle.kind === 'already-running' ? 0 : 1);
  });
}

/** For development and tests: another folder for user data, which has to exist beforehand. */
function useFolder({ app }: Pick<ElectronModule, 'app'>, folder: string | undefined): void {
  if (!folder) return;
  mkdirSync(resolve(folder), { recursive: true });
  app.setPath('userData', resolve(folder));
}

/** Keeps the links that arrive before the app can take them. */
function createLinkQueue() {
  let take: ((link: string) => void) | null = null;
  const waiting: string[] = [];
  return {
    deliver(link: string) {
      if (take) take(link);
      else waiting.push(link);
    },
    open(handler: (link: string) => void) {
      take = handler;
      for (const link of waiting.splice(0)) handler(link);
    },
  };
}
