import { join } from 'node:path';
import { canReach } from './can-reach.mjs';
import { capture } from './child.mjs';
import { findBrowser } from './find-browser.mjs';
import { projectNode, root } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { say } from './say.mjs';
import {
  findPackages,
  installBrowserPackage,
  installPackages,
  missingKeychainPrograms,
  missingPackages,
  packageCommand,
} from './system-packages.mjs';

/** What Playwright downloads its browsers from, unless a mirror is named. */
const playwrightHost = 'https://cdn.playwright.dev';

/**
 * @typedef {object} Machine what can be done on this machine; tests have one of their own
 * @property {() => string | null} findBrowser
 * @property {() => Promise<boolean>} canDownload whether the host of Playwright's browsers answers
 * @property {() => Promise<string | null>} download Playwright's browser; the reason where it failed
 * @property {() => import('./system-packages.mjs').Packages | null} findPackages
 * @property {(wanted: { isBrowserWanted: boolean, isKeychainWanted: boolean }) => { keychain: string[], fonts: string[] }} missingPackages
 * @property {() => string[]} missingKeychainPrograms
 * @property {(names: readonly string[]) => Promise<string | null>} installPackages
 * @property {() => Promise<string | null>} installBrowserPackage
 * @property {() => string | null} packageCommand
 * @property {(text: string) => void} say
 */

/** @type {Machine} */
const thisMachine = {
  findBrowser,
  canDownload: () => canReach(process.env['PLAYWRIGHT_DOWNLOAD_HOST'] || playwrightHost),
  download,
  findPackages,
  missingPackages,
  missingKeychainPrograms,
  installPackages,
  installBrowserPackage,
  packageCommand,
  say,
};

/**
 * What the tests need besides their packages. `browser`: the path, or how to come by one once the
 * packages are there, or null where none is wanted.
 * @typedef {object} Supply
 * @property {string | 'download' | null} browser
 */

/**
 * Looks for what the suites need, before anything else is done, and installs what a package of the
 * system has. Each step is said.
 * @param {{ isBrowserWanted: boolean, isKeychainWanted: boolean }} wanted
 * @param {Machine} [machine]
 * @returns {Promise<Supply>}
 * @throws {Refusal} where there is no browser and no way to one
 */
export async function supply(wanted, machine = thisMachine) {
  const browser = wanted.isBrowserWanted ? await supplyBrowser(machine) : null;
  await supplyPackages(wanted, machine);
  return { browser };
}

/**
 * @param {Machine} machine
 * @returns {Promise<string>}
 */
async function supplyBrowser(machine) {
  const found = machine.findBrowser();
  if (found !== null) return found;
  if (await machine.canDownload()) return 'download';
  return installBrowser(machine, 'the host of its download does not answer');
}

/**
 * @param {Machine} machine
 * @param {string} why
 * @returns {Promise<string>}
 */
async function installBrowser(machine, why) {
  if (machine.findPackages()?.system !== 'debian') throw noBrowser(machine, why);
  machine.say(
    `The browser tests need a Chromium, Chrome or Edge. Playwright's own cannot be had (${why}), so one is installed with apt-get.`,
  );
  const reason = await machine.installBrowserPackage();
  const found = machine.findBrowser();
  if (found === null) throw noBrowser(machine, reason ?? 'the package left no program that starts');
  return found;
}

/**
 * Fetches the browser that {@link supply} promised; Playwright's installer is one of the packages.
 * @param {Supply} supplied
 * @param {Machine} [machine]
 * @returns {Promise<string | null>} its path, null where none is wanted
 * @throws {Refusal} where it could not be fetched and there is no other way
 */
export async function fetchBrowser({ browser }, machine = thisMachine) {
  if (browser !== 'download') return browser;
  machine.say(
    'The browser tests need a Chromium, Chrome or Edge. Fetching one with Playwright, about 100 MB. This happens once.',
  );
  const reason = await machine.download();
  return (
    machine.findBrowser() ??
    installBrowser(machine, reason ?? 'what it downloaded does not start on this system')
  );
}

/**
 * @param {{ isBrowserWanted: boolean, isKeychainWanted: boolean }} wanted
 * @param {Machine} machine
 */
async function supplyPackages(wanted, machine) {
  if (!machine.findPackages()) return sayWhatLacks(wanted, machine);
  const { keychain, fonts } = machine.missingPackages(wanted);
  const names = [...keychain, ...fonts];
  if (names.length === 0) return;
  machine.say(`Installing what the tests need with apt-get: ${names.join(', ')}.`);
  const reason = await machine.installPackages(names);
  if (reason !== null) machine.say(`apt-get could not install them: ${reason}`);
}

/**
 * The rest of the tests can run meanwhile, so this is no reason to stop.
 * @param {{ isKeychainWanted: boolean }} wanted
 * @param {Machine} machine
 */
function sayWhatLacks({ isKeychainWanted }, machine) {
  const missing = isKeychainWanted ? machine.missingKeychainPrograms() : [];
  if (missing.length === 0) return;
  const command = machine.packageCommand();
  machine.say(
    `The keychain tests will fail: they need a Secret Service, and ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not here${command === null ? '' : `: run "${command}"`}.`,
  );
}

/**
 * @param {Machine} machine
 * @param {string} why
 */
function noBrowser(machine, why) {
  const command =
    machine.packageCommand() ?? 'npx playwright install --with-deps chromium-headless-shell';
  return new Refusal(
    `The browser tests need a Chromium, Chrome or Edge, and none can be had here (${why}): run "${command}", or set CHROMIUM to the path of one.`,
  );
}

/** @returns {Promise<string | null>} the installer's last line where it failed */
async function download() {
  const script = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const asRoot = findPackages() ? ['--with-deps'] : [];
  const { code, output } = await capture(
    projectNode(),
    [script, 'install', ...asRoot, 'chromium-headless-shell'],
    {
      cwd: root,
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
      timeout: 15 * 60_000,
      onOutput: (text) => process.stderr.write(text),
    },
  );
  return code === 0 ? null : (output.trim().split('\n').at(-1) ?? '');
}
