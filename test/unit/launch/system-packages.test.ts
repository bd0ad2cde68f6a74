import { describe, expect, it } from 'vitest';
import {
  findPackages,
  missingKeychainPrograms,
  missingPackages,
  packageCommand,
  systemOf,
} from '../../../main/launch/system-packages.mjs';
import { makeFolder } from './folder';

const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';
const ubuntu = 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n';
const mint = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n';
const raspbian = 'ID=raspbian\nID_LIKE=debian\n';
const fedora = 'ID=fedora\n';

describe('the packages of a system', () => {
  it.each([
    [debian, 'debian'],
    [raspbian, 'debian'],
    [ubuntu, 'ubuntu'],
    [mint, 'ubuntu'],
    [fedora, null],
    ['', null],
  ])('are those of %j', (release, system) => {
    expect(systemOf(release)).toBe(system);
  });

  it('are installed by root alone', () => {
    expect(findPackages(debian, false)).toBeNull();
    expect(findPackages(fedora, true)).toBeNull();
  });

  it('are named in a command that can be run', () => {
    expect(packageCommand(debian, false)).toMatch(
      /^sudo apt-get install chromium-headless-shell .*gnome-keyring.* fonts-noto-cjk$/,
    );
    expect(packageCommand(debian, true)).toMatch(/^apt-get install /);
    expect(packageCommand(fedora, false)).toMatch(/^sudo dnf install chromium-headless /);
    expect(packageCommand(ubuntu, false)).toBeNull();
    expect(packageCommand('ID=toString\n', false)).toBeNull();
  });

  it('are asked for only where they are wanted and not there', () => {
    const isThere = (name: string) => name === 'dbus';
    const wanted = { isBrowserWanted: false, isKeychainWanted: true };
    expect(missingPackages(wanted, isThere)).toEqual({
      keychain: ['gnome-keyring', 'libsecret-1-0', 'libsecret-tools'],
      fonts: [],
    });
    const inBrowser = { isBrowserWanted: true, isKeychainWanted: false };
    expect(missingPackages(inBrowser, isThere)).toEqual({
      keychain: [],
      fonts: ['fonts-noto-core', 'fonts-noto-cjk'],
    });
  });
});

it('tells which programs of a Secret Service are missing, on Linux alone', () => {
  const folder = makeFolder({ 'dbus-daemon': '', 'dbus-send': '', 'secret-tool': '' });
  expect(missingKeychainPrograms({ PATH: folder }, 'linux')).toEqual(['gnome-keyring-daemon']);
  expect(missingKeychainPrograms({ PATH: '' }, 'darwin')).toEqual([]);
});
