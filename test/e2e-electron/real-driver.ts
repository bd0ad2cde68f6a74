import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { chromium, _electron, expect, type Browser, type Page } from '@playwright/test';
import { environment, findElectron, whyNot } from './electron-app';
import type { Driver } from './program';

/** What is noted inside Electron's main process for the tests to read. */
interface Notes {
  readonly questions: string[];
  readonly opened: string[];
  readonly sessions: Set<{ readonly cookies: { get(filter: object): Promise<unknown[]> } }>;
}

/** Starts Electron itself with the built app. */
export const realElectron: Driver = {
  name: 'Electron',
  whyNot,
  // It runs from a checkout, and there no system lets an app have a scheme but Windows.
  canBeInstalled: false,
  coldStart: 10_000,
  async start({ appPath, userData, managed }) {
    const port = await freePort();
    const launch = {
      executablePath: findElectron() ?? '',
      // Chromium takes the last of two ports; a page whose process died is found again by it.
      args: [`--remote-debugging-port=${port}`, appPath],
      env: { ...environment(), FRONTDESK_USER_DATA: userData, FRONTDESK_CONFIG: managed },
      // Playwright turns the sandbox off on Linux unless it is told otherwise.
      chromiumSandbox: true,
    };
    const electron = await _electron.launch(launch);
    await electron.evaluate(({ app, dialog, shell }) => {
      const notes: Notes = { questions: [], opened: [], sessions: new Set() };
      Reflect.set(globalThis, 'notes', notes);
      app.on('session-created', (session) => notes.sessions.add(session));
      // Nobody is there to answer.
      Reflect.set(dialog, 'showMessageBox', (asked: { message: string }) => {
        notes.questions.push(asked.message);
        return new Promise(() => {});
      });
      Reflect.set(shell, 'openExternal', async (address: string) => {
        notes.opened.push(address);
      });
    });
    const again: Browser[] = [];
    let current: Page | null = await electron.firstWindow();
    const processId = () =>
      electron.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows().at(-1)?.webContents;
        return contents && !contents.isCrashed() && !contents.isLoading()
          ? contents.getOSProcessId()
          : 0;
      });
    return {
      async page() {
        if (current !== null) return current;
        const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
        again.push(browser);
        const pages = browser.contexts().flatMap((context) => context.pages());
        const found = pages.find((page) => page.url() === 'app://frontdesk/');
        if (!found) throw new Error('The page of the app is not there');
        current = found;
        return found;
      },
      async windowOpenedBy(act) {
        const opening = electron.waitForEvent('window');
        await act();
        return opening;
      },
      countWindows: () =>
        electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
      isVisible: () =>
        electron.evaluate(
          ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false,
        ),
      questions: () =>
        electron.evaluate(() => (Reflect.get(globalThis, 'notes') as Notes).questions),
      opened: () => electron.evaluate(() => (Reflect.get(globalThis, 'notes') as Notes).opened),
      async startAgain(argument) {
        const { executablePath, args, env } = launch;
        const second = spawn(executablePath, [...args.slice(1), argument], { env });
        expect(await once(second, 'exit')).toEqual([0, null]);
      },
      async crash() {
        const before = await processId();
        current = null;
        await Promise.all(again.splice(0).map((browser) => browser.close()));
        await electron.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().at(-1)?.webContents.forcefullyCrashRenderer(),
        );
        await expect
          .poll(async () => {
            const now = await processId();
            return now !== 0 && now !== before;
          })
          .toBe(true);
      },
      sessions: () =>
        electron.evaluate(async () => {
          const { sessions } = Reflect.get(globalThis, 'notes') as Notes;
          const cookies = await Promise.all([...sessions].map(({ cookies }) => cookies.get({})));
          return { made: sessions.size, cookies: cookies.flat().length };
        }),
      memory: () =>
        electron.evaluate(({ app }) =>
          app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0),
        ),
      async stop() {
        await Promise.all(again.map((browser) => browser.close()));
        await electron.close();
      },
    };
  },
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
