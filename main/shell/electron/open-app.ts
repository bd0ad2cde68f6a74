import { join } from 'node:path';
import type { Log } from '../../log';
import type { App } from '../../desk';
import { createUnforeseen, type ProcessEvents, type UnforeseenKind } from '../../unforeseen';
import { loadBuiltFiles } from '../built-files';
import type { FolderClaim } from '../folder-claim';
import { serveAppProtocol } from './app-protocol';
import { createDoorway } from './doorway';
import type { ElectronModule } from './electron-module';
import type { FrameRules } from './guards';
import { type MainWindow, openMainWindow } from './main-window';
import { createOrgPages } from './org-window';
import type { OrgWindowSession } from './org-window-session';
import { denyPermissions } from './permissions';
import { createPlatform, type ElectronPlatform } from './platform';
import { createPresentation } from './presentation';
import { stopBeforeQuit } from './quit';
import { createSessionPool } from './session-pool';
import { openWayBack } from './way-back';

/** The app, as this shell drives it. */
export type ShellApp = App;

/** What the shell knows of the process it runs in. */
export interface ShellRun {
  readonly argv: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly execPath: string;
  readonly platform: NodeJS.Platform;
  readonly log: Log;
  readonly process: ProcessEvents;
  /** The setting that takes the protection from connections, or null. */
  unverifiedTls(): string | null;
  claimFolder(folder: string): FolderClaim;
  createApp(options: { platform: ElectronPlatform; log: Log }): ShellApp;
}

/** Opens the app and its window, once Electron is ready. */
export async function openApp(
  electron: ElectronModule,
  run: ShellRun,
  options: {
    readonly frames: FrameRules;
    /** Whether the system brings the app's own scheme here. */
    readonly takesAppScheme: boolean;
    onCreated(app: ShellApp): void;
  },
) {
  const { app, dialog } = electron;
  const { log, platform } = run;
  const { frames, takesAppScheme, onCreated } = options;
  const built = join(app.getAppPath(), 'out');
  const files = await loadBuiltFiles(join(built, 'renderer'));
  serveAppProtocol(electron.protocol, files);
  let main: MainWindow | null = null;

  const doorway = createDoorway(electron.ipcMain);
  const presentation = await createPresentation(electron, {
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
  const orgPages = createOrgPages(electron, {
    files,
    frames,
    log,
    platform: run.platform,
    parent: () => main?.window ?? null,
  });
  const wayBack = takesAppScheme
    ? null
    : await openWayBack(log, (address) => {
        const link = frontdesk.handleCallback(address);
        if (link === 'own') focusWindow();
        return link;
      });
  const frontdesk = run.createApp({
    platform: createPlatform(electron, {
      doorway,
      presentation,
      orgPages,
      people,
      takesAppScheme,
      wayBack,
    }),
    log,
  });
  // Before its first request.
  onCreated(frontdesk);
  await frontdesk.start();

  const openWindow = () => {
    const opened = openMainWindow(electron, {
      doorway,
      isPackaged: app.isPackaged,
      log,
      preload: join(built, 'preload', 'index.cjs'),
      stateFile: join(app.getPath('userData'), 'window.json'),
      knowsPlaces: !isWayland(run),
      texts: () => presentation.texts,
      forgetPerson: () => frontdesk.forgetPerson(),
      quit: () => app.quit(),
      giveUp: () => {
        dialog.showErrorBox(presentation.texts.crashedTitle, presentation.texts.crashedText);
        app.quit();
      },
    });
    opened.window.on('closed', () => (main = null));
    presentation.follow(opened.window);
    main = opened;
  };
  const focusWindow = () => {
    if (!main) return openWindow();
    const { window } = main;
    if (window.isMinimized()) window.restore();
    // Also a window whose page was never painted; the second start would find nothing otherwise.
    window.show();
    window.focus();
    // Wayland lets no program take the focus: the window asks for attention instead.
    if (!window.isFocused()) window.flashFrame(true);
  };
  openWindow();
  stopBeforeQuit(app, async () => {
    await Promise.all([frontdesk.stop(), wayBack?.close()]);
  });
  app.on('activate', () => {
    if (!main) openWindow();
  });
  app.on('window-all-closed', () => {
    // On macOS the app stays, without the person who closed its window.
    if (platform === 'darwin') void frontdesk.forgetPerson();
    else app.quit();
  });

  return {
    handleRedirect: (address: string) => frontdesk.handleRedirect(address),
    // An exception that nobody caught may have left anything behind: the page begins anew.
    noteUnforeseen(error: unknown, kind: UnforeseenKind): string {
      if (kind !== 'uncaught-exception' || !main) return frontdesk.noteUnforeseen(error, kind);
      const { note } = createUnforeseen({ log, tell: () => {} });
      const reference = note(error, kind);
      main.startOver(kind, () => doorway.push('all', 'app.troubled', { reference }));
      return reference;
    },
    focusWindow,
  };
}

/** Electron is at home on Wayland where the session is (https://www.electronjs.org/blog/electron-38-0). */
function isWayland({ environment, platform }: ShellRun): boolean {
  const { XDG_SESSION_TYPE: session, WAYLAND_DISPLAY: display } = environment;
  return platform === 'linux' && (session === 'wayland' || Boolean(display));
}
