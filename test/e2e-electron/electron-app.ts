import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page, test as base } from '@playwright/test';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The binary, or null. The package itself is not asked: it would start to download one. */
export function findElectron(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Why the real thing cannot be started here, or null where it can. */
export function whyNot(): string | null {
  if (findElectron() === null) {
    return 'Electron’s binary is not on this machine (npm start -- --fetch-electron)';
  }
  if (process.getuid?.() === 0) return 'Electron does not start its sandbox for root';
  const hasDisplay = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  if (process.platform === 'linux' && !hasDisplay) return 'There is no display (xvfb-run)';
  return null;
}

/** This process's own environment, for another. */
export function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

interface Started {
  /** What every process of one test is started with. */
  readonly launch: {
    executablePath: string;
    args: string[];
    env: Record<string, string>;
    chromiumSandbox: boolean;
  };
  readonly electron: ElectronApplication;
  readonly page: Page;
}

export const test = base.extend<Started>({
  // Playwright reads a fixture's needs from a destructuring pattern; this one needs nothing.
  launch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'frontdesk-electron-'));
    await use({
      executablePath: findElectron() ?? '',
      // The page is refused a microphone that is there, and not one that is missing.
      args: ['--use-fake-device-for-media-stream', root],
      // Playwright turns the sandbox off on Linux unless it is told otherwise.
      chromiumSandbox: true,
      env: { ...environment(), FRONTDESK_USER_DATA: folder },
    });
    await rm(folder, { recursive: true, force: true });
  },
  electron: async ({ launch }, use) => {
    const electron = await _electron.launch(launch);
    await use(electron);
    await electron.close();
  },
  page: async ({ electron }, use) => {
    await use(await electron.firstWindow());
  },
});
