import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { createServer } from 'vite';
import { root } from '../electron-app';
import type { Driver } from '../program';

/** Main's sources are written for Vite, which reads them here as it does for the build. */
async function readSources() {
  const vite = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  const file = join(root, 'test', 'e2e-electron', 'stand-in', 'launch.ts');
  const { launch } = (await vite.ssrLoadModule(file)) as typeof import('./launch');
  return { launch, close: () => vite.close() };
}

/** Runs main in the process of the test, over a stand-in of the `electron` module. */
export const standIn: Driver = {
  name: 'the stand-in of Electron',
  whyNot: () => null,
  canBeInstalled: true,
  // It reads main from its sources first.
  coldStart: 30_000,
  async start({ appPath, userData, managed, isInstalled, browser }) {
    const { launch, close } = await readSources();
    await mkdir(userData, { recursive: true });
    process.env['FRONTDESK_CONFIG'] = managed;
    const shell = launch({ browser, appPath, userData, isInstalled });
    const pageOf = (place: number) => () => {
      const contents = shell.windows[place]?.webContents;
      return contents?.hasCrashed === false && contents.page?.url() !== 'about:blank'
        ? contents.page
        : null;
    };
    return {
      page: () => waitFor(pageOf(0)),
      async windowOpenedBy(act) {
        const place = shell.windows.length;
        await act();
        return waitFor(pageOf(place));
      },
      countWindows: async () => shell.windows.length,
      isVisible: async () => shell.windows[0]?.isVisible() ?? false,
      questions: async () => shell.questions.map(({ message }) => message),
      opened: async () => shell.opened,
      startAgain: async (argument) => void shell.startAgain(argument),
      async crash() {
        const page = await waitFor(pageOf(0));
        const devtools = await page.context().newCDPSession(page);
        // The answer would come from the process that ends.
        void devtools.send('Page.crash').catch(() => {});
        await waitFor(() => {
          const now = pageOf(0)();
          return now === page ? null : now;
        });
      },
      sessions: async () => ({
        made: shell.sessions.length,
        cookies: (await Promise.all(shell.sessions.map(({ cookies }) => cookies.get()))).flat()
          .length,
      }),
      memory: async () => process.memoryUsage().rss / 2 ** 20,
      async stop() {
        await shell.stop();
        await close();
        delete process.env['FRONTDESK_CONFIG'];
      },
    };
  },
};

/** Waits until there is something. */
async function waitFor<Value>(look: () => Value | null | undefined): Promise<Value> {
  let found: Value | null | undefined;
  await expect
    .poll(
      () => {
        found = look();
        return found ?? null;
      },
      { timeout: 15_000 },
    )
    .not.toBeNull();
  if (found === null || found === undefined) throw new Error('Nothing was found');
  return found;
}
