import type {
  BrowserWindowConstructorOptions,
  MenuItemConstructorOptions,
  MessageBoxOptions,
} from 'electron';
import type { ProtocolHandlers, SchemeRegistry } from './app-protocol';
import type { ThemeSource } from './appearance';
import type { CrashEvents } from './crash';
import type { DeepLinkClient } from './deep-link';
import type { IpcEnd, Page } from './doorway';
import type { ContentsEvents } from './guards';
import type { CertificateEvents } from './client-certificates';
import type { Net } from './net-fetch';
import type { ProtocolNames, SystemBrowser } from './open-external';
import type { OrgWindowSession } from './org-window-session';
import type { SessionEvents } from './permissions';
import type { QuittingApp } from './quit';
import type { Partitions } from './session-pool';
import type { InstanceLock } from './single-instance';
import type { Area } from './window-state';

/** The members the shell uses itself, besides those its parts ask for. */
interface AppMembers {
  readonly isPackaged: boolean;
  enableSandbox(): void;
  exit(code: number): void;
  getAppPath(): string;
  getPath(name: 'userData'): string;
  getPreferredSystemLanguages(): string[];
  getVersion(): string;
  on(event: 'activate' | 'window-all-closed', listener: () => void): unknown;
  setName(name: string): void;
  setPath(name: 'userData', path: string): void;
  whenReady(): Promise<void>;
}

export type ElectronApp = AppMembers &
  CertificateEvents &
  ContentsEvents &
  DeepLinkClient &
  InstanceLock &
  ProtocolNames &
  QuittingApp &
  SessionEvents;

export interface ElectronWindow {
  readonly webContents: Page &
    CrashEvents & {
      reload(): void;
      once(event: 'did-finish-load', listener: () => void): unknown;
    };
  destroy(): void;
  flashFrame(isFlashing: boolean): void;
  focus(): void;
  getNormalBounds(): Area;
  isDestroyed(): boolean;
  isFocused(): boolean;
  isMaximized(): boolean;
  isMinimized(): boolean;
  loadURL(url: string): Promise<void>;
  maximize(): void;
  on(event: 'close' | 'closed', listener: () => void): unknown;
  once(event: 'ready-to-show', listener: () => void): unknown;
  restore(): void;
  setBackgroundColor(color: string): void;
  setParentWindow(parent: ElectronWindow | null): void;
  show(): void;
}

/**
 * What the shell uses of the `electron` module, which `index.ts` passes in. It is written down
 * member by member so that a test can supply all of it and the compiler still compares it with
 * the real module.
 */
export interface ElectronModule {
  readonly app: ElectronApp;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => ElectronWindow;
  readonly dialog: {
    showErrorBox(title: string, content: string): void;
    showMessageBox(options: MessageBoxOptions): Promise<{ readonly response: number }>;
  };
  readonly ipcMain: IpcEnd;
  readonly Menu: {
    buildFromTemplate(template: MenuItemConstructorOptions[]): object;
    setApplicationMenu(menu: object | null): void;
  };
  readonly nativeTheme: ThemeSource & { on(event: 'updated', listener: () => void): unknown };
  readonly net: Net;
  readonly protocol: SchemeRegistry & ProtocolHandlers;
  readonly screen: {
    getAllDisplays(): readonly { readonly workArea: Area }[];
    getPrimaryDisplay(): { readonly workArea: Area };
  };
  readonly session: Partitions<OrgWindowSession>;
  readonly shell: SystemBrowser;
}
