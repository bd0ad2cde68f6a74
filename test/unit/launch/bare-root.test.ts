import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from './folder';

const project = '/project';

/** Why no other root can be made here, or null. */
function whyNoRoot(): string | null {
  if (process.platform !== 'linux') return 'another root can be made on Linux only';
  if (process.getuid?.() !== 0) return 'only root may change its root';
  return existsSync('/usr/sbin/chroot') ? null : 'there is no chroot';
}

/** Why no fresh Debian is made here, or null: it takes minutes and a mirror of Debian. */
function whyNoDebian(): string | null {
  if (!process.env['FRONTDESK_LONG']) return 'only in the long run';
  if (whyNoRoot() !== null) return whyNoRoot();
  if (!existsSync('/usr/sbin/debootstrap')) return 'there is no debootstrap';
  return existsSync('/usr/bin/unshare') ? null : 'there is no unshare';
}

/** Puts this Node and what starts the tests into a root, and nothing else. */
function furnish(root: string): void {
  const put = (from: string, to = from) => {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    cpSync(from, join(root, to), { recursive: true, dereference: true });
  };
  put(process.execPath, '/usr/local/bin/node');
  for (const name of ['main/launch.mjs', 'main/launch', 'package.json', 'package-lock.json']) {
    put(name, join(project, name));
  }
  const libraries = execFileSync('ldd', [process.execPath], { encoding: 'utf8' });
  for (const [path] of libraries.matchAll(/\/\S+\.so\S*/g)) {
    if (!existsSync(join(root, path))) put(path);
  }
}

const environment = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', HOME: '/' };

describe.skipIf(whyNoRoot() !== null)(
  `in a root with nothing but Node (${whyNoRoot() ?? 'made here'})`,
  () => {
    const runIn = (root: string, parameters: readonly string[]) =>
      spawnSync(
        '/usr/sbin/chroot',
        [root, '/usr/local/bin/node', `${project}/main/launch.mjs`, ...parameters],
        { encoding: 'utf8', env: environment, timeout: 60_000 },
      );

    it.each(['', 'e2e', 'corpus', 'peers'])(
      'npm test %s says first what to run for a browser, and does nothing else',
      (suite) => {
        const root = makeFolder();
        furnish(root);
        const { status, stdout, stderr } = runIn(root, ['test', suite].filter(Boolean));
        expect(status).toBe(1);
        expect(stdout).toBe('');
        expect(stderr).toMatch(
          /^The browser tests need a Chromium, Chrome or Edge, and none can be had here \(.*\): run ".+", or set CHROMIUM to the path of one\.\n$/,
        );
        expect(existsSync(join(root, project, 'node_modules'))).toBe(false);
      },
    );

    it('the unit tests ask for no browser, and go on to install their packages', () => {
      const root = makeFolder();
      furnish(root);
      const { stderr } = runIn(root, ['test', 'unit']);
      expect(stderr).not.toContain('browser tests');
      expect(stderr).toContain("Installing Frontdesk's packages");
    });
  },
);

describe.skipIf(whyNoDebian() !== null)(
  `on a fresh Debian (${whyNoDebian() ?? 'made here'})`,
  () => {
    it(
      'a browser, a Secret Service and fonts are installed, and each step is said',
      () => {
        const root = mkdtempSync(join(tmpdir(), 'frontdesk-debian-'));
        // A whole system takes longer to remove than a hook is given by default.
        onTestFinished(() => rmSync(root, { recursive: true, force: true }), 5 * 60_000);
        const debian = ['--variant=minbase', '--include=ca-certificates', 'bookworm', root];
        execFileSync('/usr/sbin/debootstrap', debian, { stdio: 'ignore' });
        furnish(root);
        cpSync('/etc/resolv.conf', join(root, 'etc', 'resolv.conf'), { dereference: true });
        const script = `
        const { supply } = await import('${project}/main/launch/supply.mjs');
        console.log(JSON.stringify(await supply({ isBrowserWanted: true, isKeychainWanted: true })));`;
        // In mounts of its own, which end with it.
        const mounted =
          'mount -t proc proc "$0/proc" && exec chroot "$0" node --input-type=module -e "$1"';
        const { stdout, stderr } = spawnSync(
          '/usr/bin/unshare',
          ['--mount', 'sh', '-c', mounted, root, script],
          { encoding: 'utf8', env: environment, timeout: 15 * 60_000 },
        );
        expect(stderr).toContain('one is installed with apt-get');
        expect(stderr).toMatch(/Installing what the tests need with apt-get: .*gnome-keyring/);
        expect(JSON.parse(stdout)).toEqual({ browser: '/usr/bin/chromium-headless-shell' });
        for (const program of ['gnome-keyring-daemon', 'dbus-daemon', 'secret-tool']) {
          expect(existsSync(join(root, 'usr', 'bin', program)), program).toBe(true);
        }
      },
      20 * 60_000,
    );
  },
);
