const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

export interface SystemBrowser {
  openExternal(url: string): Promise<void>;
}

/**
 * Opens an address that main chose in the system's browser: https, or http on this machine, where
 * the practice org is. False where it is another kind of address or the system has no browser.
 */
export async function openExternal(shell: SystemBrowser, url: URL): Promise<boolean> {
  if (!canOpen(url)) return false;
  try {
    await shell.openExternal(url.href);
    return true;
  } catch {
    return false;
  }
}

/** Any other scheme would start whatever program the system ties to it. */
function canOpen(url: URL): boolean {
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
}
