import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** The headless shell first: it draws no window, and starts and runs twice as fast. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];
const macApps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
/** Where Playwright's installer unpacks a browser, below the folder that it keeps for one. */
const unpacked = {
  linux: [
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-linux/headless_shell',
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
  ],
  darwin: ['arm64', 'x64'].map((arch) => `chrome-headless-shell-mac-${arch}/chrome-headless-shell`),
  win32: ['chrome-headless-shell-win64/chrome-headless-shell.exe', 'chrome-win/headless_shell.exe'],
};

/**
 * @typedef {object} BrowserPlaces
 * @property {NodeJS.Platform} platform
 * @property {Readonly<Record<string, string | undefined>>} environment
 * @property {(path: string) => boolean} exists
 * @property {(folder: string) => string[]} list names in a folder, none where there is no folder
 * @property {(path: string) => boolean} starts
 */

/** @type {BrowserPlaces} */
const thisMachine = {
  platform: process.platform,
  environment: process.env,
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  starts,
};

/**
 * The path of a Chromium, Chrome or Edge that starts, or null. Nothing is downloaded. `CHROMIUM`
 * names one that is taken as it is.
 * @param {BrowserPlaces} [places]
 * @returns {string | null}
 */
export function findBrowser(places = thisMachine) {
  const named = places.environment['CHROMIUM'];
  if (named && places.exists(named)) return named;
  const candidates = [...installed(places), ...ofPlaywright(places)];
  return candidates.find((path) => places.exists(path) && places.starts(path)) ?? null;
}

/**
 * @param {BrowserPlaces} places
 * @returns {string[]}
 */
function installed({ platform, environment }) {
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];
    return folders
      .flatMap((name) => environment[name] ?? [])
      .flatMap((folder) => windowsPrograms.map((program) => win32.join(folder, program)));
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => posix.join(folder, name)));
  if (platform !== 'darwin') return onPath;
  const home = environment['HOME'] ?? '/';
  const bundles = ['/Applications', posix.join(home, 'Applications')].flatMap((folder) =>
    macApps.map((app) => posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
  );
  return [...onPath, ...bundles];
}

/**
 * What Playwright's installer left here, the newest first
 * (https://playwright.dev/docs/browsers#managing-browser-binaries).
 * @param {BrowserPlaces} places
 * @returns {string[]}
 */
function ofPlaywright({ platform, environment, list }) {
  const { join } = platform === 'win32' ? win32 : posix;
  const home = environment['HOME'] ?? '/';
  const usual = {
    darwin: join(home, 'Library', 'Caches'),
    win32: environment['LOCALAPPDATA'] ?? '',
    linux: environment['XDG_CACHE_HOME'] || join(home, '.cache'),
  };
  const kind = platform === 'win32' || platform === 'darwin' ? platform : 'linux';
  const folder = environment['PLAYWRIGHT_BROWSERS_PATH'] || join(usual[kind], 'ms-playwright');
  return list(folder)
    .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
    .sort((one, other) => revision(other) - revision(one))
    .flatMap((name) => unpacked[kind].map((program) => join(folder, name, ...program.split('/'))));
}

/** @param {string} name */
function revision(name) {
  return Number(name.split('-').at(-1));
}

/**
 * Whether it says its version. What Ubuntu calls Chromium is a script that only asks for a snap, and
 * a program whose libraries are missing ends at once. A snap sees no profile in the system's folder
 * for temporary files, where tests keep theirs.
 * @param {string} path
 */
function starts(path) {
  // Asked for its version on Windows, Chrome opens a window.
  if (process.platform === 'win32') return true;
  if (/^\/snap\/|\/usr\/bin\/snap$/.test(realpathSync(path))) return false;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}
