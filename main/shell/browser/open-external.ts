import { spawn } from 'node:child_process';
import { isOpenable } from '../openable';

interface Desktop {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
}

/** Milliseconds after which a command that still runs counts as one that found a browser. */
const hesitation = 1_500;

/** The command that hands an address to the system; null where there is no display. */
export function openCommand(
  address: string,
  { platform, environment }: Desktop,
): readonly [command: string, ...parameters: string[]] | null {
  switch (platform) {
    case 'darwin':
      return ['open', address];
    case 'win32':
      // Not `start`: a shell would read an ampersand in the address as the end of the command.
      return ['rundll32', 'url.dll,FileProtocolHandler', address];
    default:
      return environment['DISPLAY'] || environment['WAYLAND_DISPLAY']
        ? ['xdg-open', address]
        : null;
  }
}

/** False where `url` may not be opened, or nothing on this machine can open it. */
export function openExternal(url: URL): Promise<boolean> {
  return isOpenable(url) ? runOpener(url.href) : Promise.resolve(false);
}

/** Whether this session has something that could open a page. */
export function hasOpener(): boolean {
  return openCommand('', { platform: process.platform, environment: process.env }) !== null;
}

/** Opens a page of the app's own on disk; false where nothing on this machine can. */
export function openPage(path: string): Promise<boolean> {
  return runOpener(path);
}

function runOpener(address: string): Promise<boolean> {
  const command = openCommand(address, { platform: process.platform, environment: process.env });
  if (!command) return Promise.resolve(false);
  const [program, ...parameters] = command;
  return new Promise((resolve) => {
    const env = { ...process.env };
    // A browser built on Electron would start as plain Node.
    delete env['ELECTRON_RUN_AS_NODE'];
    const opener = spawn(program, parameters, { stdio: 'ignore', detached: true, env });
    // Some stay as long as the browser does; the ones that find none end at once and say so.
    const opened = setTimeout(() => resolve(true), hesitation);
    const end = (isOpened: boolean) => {
      clearTimeout(opened);
      resolve(isOpened);
    };
    opener.once('spawn', () => opener.unref());
    opener.once('exit', (code) => end(code === 0));
    opener.once('error', () => end(false));
  });
}
