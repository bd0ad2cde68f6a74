import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './child.mjs';

/** Whole Chromium is for Debian versions without the shell. */
const browsers = ['chromium-headless-shell', 'chromium'];
const keychain = ['dbus', 'gnome-keyring', 'libsecret-1-0', 'libsecret-tools'];
/** For Arabic and Japanese. */
const fonts = ['fonts-noto-core', 'fonts-noto-cjk'];

/**
 * @typedef {object} Packages what this system installs packages with
 * @property {'debian' | 'ubuntu'} system
 */

/**
 * Debian or Ubuntu or a descendant of theirs, where this process may install packages; else null.
 * @returns {Packages | null}
 */
export function findPackages(release = readRelease(), isRoot = process.getuid?.() === 0) {
  const system = systemOf(release);
  if (!isRoot || system === null || !existsSync('/usr/bin/apt-get')) return null;
  return { system };
}

/**
 * Ubuntu has Chromium as a snap only, which a container cannot install and which sees no profile of
 * a test.
 * @param {string} release the text of `/etc/os-release`
 * @returns {'debian' | 'ubuntu' | null}
 */
export function systemOf(release) {
  const values = [...release.matchAll(/^(?:ID|ID_LIKE)="?([^"\n]*)"?$/gm)];
  const ids = values.flatMap(([, value = '']) => value.split(' '));
  if (ids.includes('ubuntu')) return 'ubuntu';
  return ids.includes('debian') ? 'debian' : null;
}

/**
 * What a person would run to have all that the tests need, by the system's own packages; null where
 * that is not known.
 * @param {string} [release]
 * @param {boolean} [isRoot]
 */
export function packageCommand(release = readRelease(), isRoot = process.getuid?.() === 0) {
  const sudo = isRoot ? '' : 'sudo ';
  const [browser = ''] = browsers;
  switch (systemOf(release)) {
    case 'debian':
      return `${sudo}apt-get install ${[browser, ...keychain, ...fonts].join(' ')}`;
    case 'ubuntu':
      return null;
    case null:
      break;
  }
  const [, id = ''] = /^ID="?(\w+)/m.exec(release) ?? [];
  const others = /** @type {Readonly<Record<string, string>>} */ ({
    fedora: 'dnf install chromium-headless dbus-daemon gnome-keyring libsecret',
    arch: 'pacman -S --needed chromium dbus gnome-keyring libsecret',
    alpine: 'apk add chromium dbus gnome-keyring libsecret',
  });
  const command = Object.hasOwn(others, id) ? others[id] : undefined;
  return command === undefined ? null : `${sudo}${command}`;
}

/**
 * The packages that are wanted and not there.
 * @param {{ isBrowserWanted: boolean, isKeychainWanted: boolean }} wanted
 * @param {(name: string) => boolean} [isThere]
 */
export function missingPackages({ isBrowserWanted, isKeychainWanted }, isThere = isPackageThere) {
  const missing = (/** @type {readonly string[]} */ all) => all.filter((name) => !isThere(name));
  return {
    keychain: isKeychainWanted ? missing(keychain) : [],
    fonts: isBrowserWanted ? missing(fonts) : [],
  };
}

/**
 * Installs packages by apt-get, which is not let wait for long: neither for a server that does not
 * answer nor for another of its kind.
 * @param {readonly string[]} names
 * @returns {Promise<string | null>} why they could not be installed, in apt's words
 */
export async function installPackages(names) {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 15 * 60_000,
  };
  const settings = [
    'Acquire::http::Timeout=15',
    'Acquire::https::Timeout=15',
    'Acquire::Retries=1',
    'DPkg::Lock::Timeout=120',
  ].flatMap((setting) => ['-o', setting]);
  // Where this fails, the lists of before may do.
  await capture('apt-get', ['update', '-qq', ...settings], options);
  const { code, output } = await capture(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...settings, ...names],
    options,
  );
  return code === 0 ? null : (output.trim().split('\n').at(-1) ?? '');
}

/** @returns {Promise<string | null>} why no browser could be installed by apt-get */
export async function installBrowserPackage() {
  let reason = '';
  for (const name of browsers) {
    const failure = await installPackages([name]);
    if (failure === null) return null;
    reason ||= failure;
  }
  return reason;
}

/** What the keychain tests of Linux run and is not on this machine. */
export function missingKeychainPrograms(environment = process.env, platform = process.platform) {
  if (platform !== 'linux') return [];
  const folders = (environment['PATH'] ?? '').split(':');
  return ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon', 'secret-tool'].filter(
    (program) => !folders.some((folder) => existsSync(join(folder, program))),
  );
}

/** @param {string} name */
function isPackageThere(name) {
  const query = ['-W', '-f', '${db:Status-Status}', name];
  return spawnSync('dpkg-query', query, { encoding: 'utf8' }).stdout === 'installed';
}

function readRelease() {
  const file = '/etc/os-release';
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
