import { join } from 'node:path';
import { become } from './child.mjs';
import { fetchElectron, findElectron } from './electron.mjs';
import { nodeFlags, projectNode, root } from './project.mjs';
import { say } from './say.mjs';

/** Milliseconds within which a window that cannot be opened makes Electron give up. */
const failureWindow = 10_000;

/**
 * `npm start`: the Electron window, or where that cannot be, the same app in a browser.
 * @param {readonly string[]} parameters
 * @returns {Promise<number>} the exit status
 */
export async function start(parameters) {
  const isAskedFor = parameters.includes('--fetch-electron');
  const rest = parameters.filter((parameter) => parameter !== '--fetch-electron');
  const found = findElectron(root);
  const electron = found ? { binary: found } : await fetchElectron(root, { isAskedFor });
  if ('reason' in electron) {
    say(
      `\nElectron is not on this machine: ${electron.reason}. Frontdesk opens in your browser instead; it is the\n` +
        'same app. For a window of its own, set ELECTRON_MIRROR to a mirror of its releases, or HTTPS_PROXY\n' +
        'to your proxy, and run "npm start -- --fetch-electron".\n',
    );
    return serveToBrowser(rest);
  }
  if (!hasDisplay()) {
    say(
      '\nThis session has no display for a window, so Frontdesk is served to a browser instead.\n',
    );
    return serveToBrowser(rest);
  }
  const began = Date.now();
  const status = await become(electron.binary, [root, ...rest], { isTied: false });
  if (status === 0 || Date.now() - began > failureWindow) return status;
  say(
    `\nElectron ended with status ${status} before it showed a window; its reason is above. Often a system library\n` +
      'is missing, or it was started as root. Frontdesk opens in your browser instead.\n',
  );
  return serveToBrowser(rest);
}

/**
 * `npm run start:browser`: the app on loopback. Its own standard output is one line of JSON.
 * @param {readonly string[]} parameters
 */
export function startBrowser(parameters) {
  return become(projectNode(), [
    ...nodeFlags,
    join(root, 'out', 'main', 'index.js'),
    ...parameters,
  ]);
}

/** @param {readonly string[]} parameters */
function serveToBrowser(parameters) {
  const app = [...nodeFlags, join(root, 'out', 'main', 'index.js'), ...parameters];
  return become(projectNode(), app, {
    onLine: (line) => {
      const { url } = JSON.parse(line);
      process.stdout.write(`Frontdesk is open at ${url}\n`);
    },
    // Not from a start that found another one running.
    onMessage: () => process.stdout.write('Press Ctrl+C here to stop it.\n'),
  });
}

function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
