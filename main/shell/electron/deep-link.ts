import { resolve } from 'node:path';

/** The app's own scheme, a domain name reversed as RFC 8252 section 7.1 asks. */
export const deepLinkScheme = 'app.frontdesk.desktop';

const callback = `${deepLinkScheme}:/callback`;
const maxLength = 4000;

/**
 * The address if it is the app's redirect URI with or without a query, else null. Anything on the
 * machine can open the scheme, so this is compared as text, before any parser can be lenient. What
 * the query says is judged by the sign-up that waits for it. Never log the result.
 */
export function parseDeepLink(address: string): string | null {
  if (address.length > maxLength || !address.startsWith(callback)) return null;
  const rest = address.slice(callback.length);
  return rest === '' || /^\?[\x21\x22\x24-\x7e]*$/.test(rest) ? address : null;
}

/** The link among a process's arguments, where Linux and Windows put it. */
export function findDeepLink(argv: readonly string[]): string | null {
  for (const argument of argv) {
    const link = parseDeepLink(argument);
    if (link !== null) return link;
  }
  return null;
}

export interface DeepLinkClient {
  setAsDefaultProtocolClient(scheme: string, path?: string, args?: string[]): boolean;
  isDefaultProtocolClient(scheme: string, path?: string, args?: string[]): boolean;
  on(
    event: 'open-url',
    listener: (event: { preventDefault(): void }, url: string) => void,
  ): unknown;
}

/**
 * Asks the system to bring the scheme's links here, and tells whether it will.
 *
 * Only an installed app can own a scheme on Linux, where a `.desktop` file names it, and on macOS,
 * where its Info.plist does; Electron's call does nothing for an app that runs from a checkout there
 * (https://www.electronjs.org/docs/latest/api/app#appsetasdefaultprotocolclientprotocol-path-args).
 */
export function registerDeepLinks(
  app: DeepLinkClient,
  run: {
    readonly isPackaged: boolean;
    readonly execPath: string;
    readonly argv: readonly string[];
    readonly platform: NodeJS.Platform;
  },
): boolean {
  if (!run.isPackaged && run.platform !== 'win32') return false;
  const [, entry = '.'] = run.argv;
  // What follows `--` is never read as a switch, so a crafted link cannot add one.
  const parameters = run.isPackaged ? ['--'] : [resolve(entry), '--'];
  const isTaken = app.setAsDefaultProtocolClient(deepLinkScheme, run.execPath, parameters);
  return isTaken && app.isDefaultProtocolClient(deepLinkScheme, run.execPath, parameters);
}

/** Passes on the links that macOS delivers as an event; the others arrive as arguments. */
export function onDeepLink(app: DeepLinkClient, deliver: (link: string) => void): void {
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const link = parseDeepLink(url);
    if (link !== null) deliver(link);
  });
}
