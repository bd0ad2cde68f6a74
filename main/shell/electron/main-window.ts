import type { Log } from '../../log';
import type { DesktopTexts } from '../../texts';
import { appOrigin } from './app-protocol';
import { backgroundColor } from './appearance';
import { recoverFromCrashes } from './crash';
import type { ElectronDoorway } from './doorway';
import type { ElectronModule, ElectronWindow } from './electron-module';
import { type NotShownAnswer, showWindow } from './show-window';
import { windowOptions } from './window';
import { placeWindow, readWindowState, writeWindowState } from './window-state';

interface MainWindowOptions {
  readonly doorway: ElectronDoorway;
  readonly isPackaged: boolean;
  readonly log: Log;
  readonly preload: string;
  readonly stateFile: string;
  /** Whether the system tells a window where it is; Wayland says 0, 0 of every one. */
  readonly knowsPlaces: boolean;
  readonly texts: () => DesktopTexts;
  forgetPerson(): Promise<void>;
  giveUp(): void;
  quit(): void;
}

export interface MainWindow {
  readonly window: ElectronWindow;
  /** Forgets the person and loads the page anew; `onLoaded` hears when it is there. */
  startOver(reason: string, onLoaded: () => void): void;
}

type Parts = Pick<ElectronModule, 'BrowserWindow' | 'dialog' | 'nativeTheme' | 'screen'>;

/** Opens the app's window where it was last, trusts its page, and brings it back from crashes. */
export function openMainWindow(electron: Parts, options: MainWindowOptions): MainWindow {
  const { BrowserWindow, dialog, nativeTheme, screen } = electron;
  const { doorway, log, stateFile } = options;
  const others = screen.getAllDisplays().map((display) => display.workArea);
  const state = placeWindow(readWindowState(stateFile), [
    screen.getPrimaryDisplay().workArea,
    ...others,
  ]);
  const window = new BrowserWindow(
    windowOptions({
      preload: options.preload,
      isPackaged: options.isPackaged,
      backgroundColor: backgroundColor(nativeTheme),
      isDark: nativeTheme.shouldUseDarkColors,
      state,
    }),
  );
  const contents = window.webContents;
  let isPageAlive = false;
  const distrust = doorway.trust(contents, {
    audience: 'person',
    onCall: () => (isPageAlive = true),
  });
  const recover = recoverFromCrashes(contents, {
    forgetPerson: () => options.forgetPerson(),
    reload: () => contents.reload(),
    giveUp: () => options.giveUp(),
    log,
  });
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds();
    const bounds = options.knowsPlaces ? { x, y, width, height } : { width, height };
    const last = { bounds, isMaximized: window.isMaximized() };
    if (!writeWindowState(stateFile, last)) log.warn('window.place-not-kept');
  });
  window.on('closed', distrust);
  showWindow(window, {
    isMaximized: state.isMaximized,
    log,
    load() {
      isPageAlive = false;
      return window.loadURL(`${appOrigin}/`);
    },
    isPageAlive: () => isPageAlive,
    ask: () => askAboutMissingPage(dialog, options.texts()),
    quit: () => options.quit(),
  });
  return {
    window,
    startOver: (reason, onLoaded) =>
      recover(reason, () => contents.once('did-finish-load', onLoaded)),
  };
}

async function askAboutMissingPage(
  dialog: ElectronModule['dialog'],
  texts: DesktopTexts,
): Promise<NotShownAnswer> {
  const answers: readonly NotShownAnswer[] = ['try-again', 'wait', 'quit'];
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Frontdesk',
    message: texts.noPageTitle,
    detail: texts.noPageText,
    buttons: [texts.tryAgain, texts.wait, texts.quit],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return answers[response] ?? 'wait';
}
