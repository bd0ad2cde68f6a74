import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { minimumSize, type WindowState } from './window-state';

/** Milliseconds until a window is shown although nothing was painted in it. */
export const patienceForLayout = 5_000;

interface WindowLook {
  readonly preload: string;
  readonly isPackaged: boolean;
  readonly backgroundColor: string;
  readonly isDark: boolean;
  readonly state: WindowState;
}

/** What the app's main window is made of. */
export function windowOptions(look: WindowLook): BrowserWindowConstructorOptions {
  return {
    ...look.state.bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Frontdesk',
    // Shown once painted; until then the colour of the page stands in, so nothing flashes.
    show: false,
    backgroundColor: look.backgroundColor,
    // GTK's title bar; Windows and macOS follow the native theme by themselves.
    darkTheme: look.isDark,
    // On Linux and Windows the menu appears with Alt, where people expect it.
    autoHideMenuBar: true,
    webPreferences: { ...lockedPreferences(look.isPackaged), preload: look.preload },
  };
}

/** What every page is held to. Each setting says what it is for. */
export function lockedPreferences(isPackaged: boolean) {
  return {
    // The page's process can do nothing by itself, even if its scripts were taken over.
    sandbox: true,
    // The page cannot reach into the preload's world and change what the bridge does.
    contextIsolation: true,
    // No `require` in the page, in its frames or in its workers.
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    // Same-origin rules and the content security policy stay in force.
    webSecurity: true,
    allowRunningInsecureContent: false,
    // A webview would be a page with other settings.
    webviewTag: false,
    // Nothing half-finished of Chromium's.
    experimentalFeatures: false,
    // A dropped file would replace the app's page.
    navigateOnDragDrop: false,
    // Names and addresses are not sent to a dictionary, nor underlined as wrong.
    spellcheck: false,
    // A page that loops on alerts can be silenced.
    safeDialogs: true,
    // Somebody at a kiosk could read what the previous person typed.
    devTools: !isPackaged,
  } satisfies WebPreferences;
}
