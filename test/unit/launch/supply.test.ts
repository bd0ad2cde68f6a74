import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../main/launch/refusal.mjs';
import { fetchBrowser, type Machine, supply } from '../../../main/launch/supply.mjs';

const all = { isBrowserWanted: true, isKeychainWanted: true };

/** A machine that has nothing, but for what is told. `steps`: what was said and done on it. */
function machine(has: Partial<Machine> & { browserAfter?: 'download' | 'packages' } = {}) {
  const steps: string[] = [];
  let browser: string | null = null;
  const gets = (from: string) => {
    steps.push(from);
    if (has.browserAfter === from) browser = '/got/chromium';
  };
  const made: Machine = {
    findBrowser: () => browser,
    canDownload: async () => false,
    download: async () => (gets('download'), has.browserAfter === 'download' ? null : 'no space'),
    findPackages: () => null,
    missingPackages: () => ({ keychain: ['gnome-keyring'], fonts: ['fonts-noto-cjk'] }),
    missingKeychainPrograms: () => [],
    installPackages: async (names) => (steps.push(`install ${names.join(' ')}`), null),
    installBrowserPackage: async () => (
      gets('packages'),
      has.browserAfter === 'packages' ? null : 'Unable to locate package chromium'
    ),
    packageCommand: () => 'sudo apt-get install chromium-headless-shell',
    say: (text) => void steps.push(`say ${text}`),
    ...has,
  };
  return { steps, machine: made };
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error(`No refusal but ${String(error)}`);
  return error.message;
}

describe('what the tests need', () => {
  it('is there: nothing is said or done', async () => {
    const { steps, machine: complete } = machine({
      findBrowser: () => '/usr/bin/chromium',
      findPackages: () => ({ system: 'debian' }),
      missingPackages: () => ({ keychain: [], fonts: [] }),
    });
    expect(await supply(all, complete)).toEqual({ browser: '/usr/bin/chromium' });
    expect(steps).toEqual([]);
  });

  it('is no browser for the unit tests, whatever the machine has', async () => {
    const { machine: bare } = machine();
    const wanted = { isBrowserWanted: false, isKeychainWanted: true };
    expect(await supply(wanted, bare)).toEqual({ browser: null });
    expect(await fetchBrowser({ browser: null }, bare)).toBeNull();
  });

  it("is Playwright's own browser where its host answers, fetched once its installer is there", async () => {
    const { steps, machine: connected } = machine({
      canDownload: async () => true,
      browserAfter: 'download',
    });
    const supplied = await supply(all, connected);
    expect(steps).not.toContain('download');
    expect(await fetchBrowser(supplied, connected)).toBe('/got/chromium');
    expect(steps.join('\n')).toContain('Fetching one with Playwright');
  });

  it('is installed by apt-get for root of Debian, and each step is said', async () => {
    const { steps, machine: debian } = machine({
      findPackages: () => ({ system: 'debian' }),
      browserAfter: 'packages',
    });
    expect(await supply(all, debian)).toEqual({ browser: '/got/chromium' });
    expect(steps).toEqual([
      expect.stringContaining('one is installed with apt-get'),
      'packages',
      expect.stringContaining('gnome-keyring, fonts-noto-cjk'),
      'install gnome-keyring fonts-noto-cjk',
    ]);
  });

  it('is installed by apt-get where the download failed after all', async () => {
    const { machine: debian } = machine({
      canDownload: async () => true,
      findPackages: () => ({ system: 'debian' }),
      browserAfter: 'packages',
    });
    expect(await fetchBrowser(await supply(all, debian), debian)).toBe('/got/chromium');
  });

  it('cannot be had: one sentence names the command to run, before anything is installed', async () => {
    const { steps, machine: bare } = machine();
    const message = await refusalOf(supply(all, bare));
    expect(message).toContain('run "sudo apt-get install chromium-headless-shell"');
    expect(message).toContain('CHROMIUM');
    expect(message).not.toContain('\n');
    expect(steps).toEqual([]);
  });

  it.each<[string, Partial<Machine>, string]>([
    ['apt-get has none', { findPackages: () => ({ system: 'debian' }) }, 'Unable to locate'],
    ['the download fails', { canDownload: async () => true }, 'no space'],
    [
      'Ubuntu has a snap only',
      { findPackages: () => ({ system: 'ubuntu' }), packageCommand: () => null },
      'npx playwright install --with-deps chromium-headless-shell',
    ],
  ])('says why where %s', async (_, has, told) => {
    const { steps, machine: bare } = machine(has);
    const message = await refusalOf(
      supply(all, bare).then((supplied) => fetchBrowser(supplied, bare)),
    );
    expect(message).toContain(told);
    if (has.findPackages?.()?.system === 'ubuntu') expect(steps).not.toContain('packages');
  });

  it('is a Secret Service, of whose absence the first word is said', async () => {
    const { steps, machine: bare } = machine({
      findBrowser: () => '/usr/bin/chromium',
      missingKeychainPrograms: () => ['gnome-keyring-daemon'],
    });
    await supply(all, bare);
    expect(steps).toEqual([expect.stringMatching(/gnome-keyring-daemon is not here: run "sudo/)]);
  });

  it('is looked for further where packages cannot be installed', async () => {
    const { steps, machine: offline } = machine({
      findBrowser: () => '/usr/bin/chromium',
      findPackages: () => ({ system: 'debian' }),
      installPackages: async () => 'Temporary failure resolving deb.debian.org',
    });
    expect(await supply(all, offline)).toEqual({ browser: '/usr/bin/chromium' });
    expect(steps.at(-1)).toContain('Temporary failure');
  });
});
