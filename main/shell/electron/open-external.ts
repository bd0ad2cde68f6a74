import { isOpenable } from '../openable';

export interface SystemBrowser {
  openExternal(url: string): Promise<void>;
}

/**
 * Hands an address that main chose to the system. False where it is not one that may be opened, or
 * where nothing on this machine can open it.
 */
export async function openExternal(shell: SystemBrowser, url: URL): Promise<boolean> {
  if (!isOpenable(url)) return false;
  try {
    await shell.openExternal(url.href);
    return true;
  } catch {
    return false;
  }
}
