import { resolve } from 'node:path';
import { chooseLanguage } from '../../../preload/languages';
import { printable } from '../../printable';
import { type DesktopTexts, loadTexts } from '../../texts';
import { createUnforeseen, outliveUnforeseen, type Unforeseen } from '../../unforeseen';
import { makeFolder } from '../make-folder';
import { declareAppScheme } from './app-protocol';
import { chooseClientCertificates, type WantedCertificate } from './client-certificates';
import { findDeepLink, onDeepLink, registerDeepLinks } from './deep-link';
import type { ElectronModule } from './electron-module';
import { createFrameRules, guardNavigation } from './guards';
import { openApp, type ShellRun } from './open-app';
import { denyPermissionsEverywhere } from './permissions';
import { claimSingleInstance } from './single-instance';

/**
 * Sets up everything that has to be in place before Electron is ready, and opens the app when it
 * is. Returns before that: Electron waits for the entry module, so awaiting readiness while it is
 * evaluated would wait for ever (electron/electron#40719).
 */
export function runElectronShell(electron: ElectronModule, run: ShellRun): void {
  const { app, dialog } = electron;
  // Until there is an app, nobody can be told.
  let note: Unforeseen['note'] = createUnforeseen({ log: run.log, tell: () => {} }).note;
  // Without a listener Electron shows the stack to whoever stands there.
  outliveUnforeseen(run.process, (error, kind) => note(error, kind));
  // What this process starts may be built on Electron too, and would start as plain Node.
  delete run.environment['ELECTRON_RUN_AS_NODE'];
  app.setName('Frontdesk');
  app.enableSandbox();
  declareAppScheme(electron.protocol);
  const frames = createFrameRules();
  guardNavigation(app, run.log, frames);
  denyPermissionsEverywhere(app);
  let wantedCertificate = (): WantedCertificate | null => null;
  chooseClientCertificates(app, () => wantedCertificate(), run.log);
  const { unusable } = useFolder(electron, run.environment['FRONTDESK_USER_DATA']);

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

  const obstacle = findObstacle(electron, run, unusable);
  if (obstacle.kind !== 'none') {
    refuseToStart(electron, obstacle);
    return;
  }
  const firstLink = findDeepLink(run.argv);
  if (firstLink !== null) links.deliver(firstLink);
  const takesAppScheme = registerDeepLinks(app, { isPackaged: app.isPackaged, ...run });
  if (!takesAppScheme) run.log.warn('deep-links.not-registered');
  app
    .whenReady()
    .then(() =>
      openApp(electron, run, {
        frames,
        takesAppScheme,
        onCreated: (created) => (wantedCertificate = () => created.clientCertificate()),
      }),
    )
    .then((opened) => {
      note = opened.noteUnforeseen;
      focusWindow = opened.focusWindow;
      links.open(opened.handleRedirect);
    })
    .catch(async (error: unknown) => {
      run.log.error('shell.not-started', { detail: String(error) });
      const texts = await systemTexts(app);
      dialog.showErrorBox(texts.startFailedTitle, texts.startFailedText);
      app.exit(1);
    });
}

/** Before there are settings, the app speaks the system's language. */
function systemTexts(app: ElectronModule['app']): Promise<DesktopTexts> {
  return loadTexts('desktop', chooseLanguage(app.getPreferredSystemLanguages()));
}

type Obstacle =
  | { readonly kind: 'none' }
  /** The browser shell has the same settings; Electron's own lock knows Electron alone. */
  | { readonly kind: 'already-running' }
  | { readonly kind: 'unverified-tls'; readonly setting: string }
  /** Nothing could be kept there. */
  | { readonly kind: 'folder-unusable'; readonly folder: string };

function findObstacle(
  { app }: Pick<ElectronModule, 'app'>,
  run: ShellRun,
  unusable: string | null,
): Obstacle {
  const setting = run.unverifiedTls();
  if (setting !== null) return { kind: 'unverified-tls', setting };
  if (unusable !== null) return { kind: 'folder-unusable', folder: unusable };
  const folder = app.getPath('userData');
  const claim = run.claimFolder(folder);
  if (claim.kind === 'unusable') return { kind: 'folder-unusable', folder };
  if (claim.kind === 'taken') return { kind: 'already-running' };
  claim.announce({ pid: process.pid, shell: 'electron', port: null, key: null });
  return { kind: 'none' };
}

/** Says why, also on the terminal. To be open already is no failure of this start. */
function refuseToStart(
  { app, dialog }: Pick<ElectronModule, 'app' | 'dialog'>,
  obstacle: Exclude<Obstacle, { kind: 'none' }>,
): void {
  void app.whenReady().then(async () => {
    const texts = await systemTexts(app);
    const text = obstacleText(texts, obstacle);
    process.stderr.write(`${text}\n`);
    dialog.showErrorBox(texts.startFailedTitle, text);
    app.exit(obstacle.kind === 'already-running' ? 0 : 1);
  });
}

function obstacleText(texts: DesktopTexts, obstacle: Exclude<Obstacle, { kind: 'none' }>): string {
  switch (obstacle.kind) {
    case 'already-running':
      return texts.alreadyRunningText;
    case 'unverified-tls':
      return texts.unverifiedTlsText.replace('{setting}', () => obstacle.setting);
    case 'folder-unusable':
      return texts.folderUnusableText.replace('{folder}', () => printable(obstacle.folder));
  }
}

/** For development and tests: another folder for user data, which has to exist beforehand. */
function useFolder(
  { app }: Pick<ElectronModule, 'app'>,
  wanted: string | undefined,
): { readonly unusable: string | null } {
  if (!wanted) return { unusable: null };
  const folder = resolve(wanted);
  try {
    makeFolder(folder);
  } catch {
    return { unusable: folder };
  }
  app.setPath('userData', folder);
  return { unusable: null };
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
