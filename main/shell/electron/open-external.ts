import { isOpenable } from '../openable';

export interface SystemBrowser {
  openExternal(url: string): Promise<void>;
}

export interface ProtocolNames {
  /** Empty where no program is known for the address. */
  getApplicationNameForProtocol(url: string): string;
}

/**
 * Hands an address that main chose to the system. False where it is not one that may be opened, or
 * where nothing on this machine can open it.
 *
 * On Linux `shell.openExternal` resolves as soon as `xdg-open` was started, also where no program
 * takes the scheme: Electron is asked first who would. Every desktop has a browser for web addresses,
 * and not every one tells its name, so those are not asked about.
 */
export async function openExternal(
  { app, shell }: { app: ProtocolNames; shell: SystemBrowser },
  url: URL,
): Promise<boolean> {
  if (!isOpenable(url)) return false;
  const isForBrowser = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isForBrowser && app.getApplicationNameForProtocol(url.href) === '') return false;
  try {
    await shell.openExternal(url.href);
    return true;
  } catch {
    return false;
  }
}
