import type { Log } from '../../log';
import { appOrigin } from './app-protocol';
import { backgroundColor } from './appearance';
import { recoverFromCrashes } from './crash';
import type { ElectronDoorway } from './doorway';
import type { ElectronModule, ElectronWindow } from './electron-module';
import { windowOptions } from './window';
import { placeWindow, readWindowState, writeWindowState } from './window-state';

interface MainWindowOptions {
  readonly doorway: ElectronDoorway;
  readonly isPackaged: boolean;
  readonly log: Log;
  readonly preload: string;
  readonly stateFile: string;
  forgetPerson(): Promise<void>;
  giveUp(): void;
}

type Parts = Pick<ElectronModule, 'BrowserWindow' | 'nativeTheme' | 'screen'>;

/** Opens the app's window where it was last, trusts its page, and brings it back from crashes. */
export function openMainWindow(electron: Parts, options: MainWindowOptions): ElectronWindow {
  const { BrowserWindow, nativeTheme, screen } = electron;
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
  const distrust = doorway.trust(contents);
  recoverFromCrashes(contents, {
    forgetPerson: () => options.forgetPerson(),
    reload: () => contents.reload(),
    giveUp: () => options.giveUp(),
    log,
  });
  window.once('ready-to-show', () => (state.isMaximized ? window.maximize() : window.show()));
  window.on('close', () => {
    const last = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
    if (!writeWindowState(stateFile, last)) log.warn('window.place-not-kept');
  });
  window.on('closed', distrust);
  window.loadURL(`${appOrigin}/`).catch(() => log.error('window.not-loaded'));
  return window;
}
