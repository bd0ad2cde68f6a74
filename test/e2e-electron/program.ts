import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { root } from './electron-app';

/** Frontdesk while it runs: in Electron, or over its stand-in. */
export interface Program {
  /** The app's page; another object after its process died. */
  page(): Promise<Page>;
  /** The page of the window that opens because of what is done meanwhile. */
  windowOpenedBy(act: () => Promise<void>): Promise<Page>;
  countWindows(): Promise<number>;
  /** Whether the app's window can be seen. */
  isVisible(): Promise<boolean>;
  /** What a person was asked outside the page. */
  questions(): Promise<readonly string[]>;
  /** The addresses that were given to the system's browser. */
  opened(): Promise<readonly string[]>;
  /** Starts the program once more with an argument, and waits until it has ended. */
  startAgain(argument: string): Promise<void>;
  /** Ends the process of the app's page, and waits until the page is there again. */
  crash(): Promise<void>;
  /** The sessions made since the start, and the cookies that all of them hold now. */
  sessions(): Promise<{ readonly made: number; readonly cookies: number }>;
  /** MiB of all processes of the program. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** The folder that holds the build. */
  readonly appPath: string;
  readonly userData: string;
  /** The file of managed settings. */
  readonly managed: string;
  /** Whether the system brings the app's scheme back to it. */
  readonly isInstalled: boolean;
  /** A Chromium, for a program that has none of its own. */
  readonly browser: Browser;
}

export interface Driver {
  readonly name: string;
  /** Why the program cannot run here, or null where it can. */
  whyNot(): string | null;
  /** Whether it can own the app's scheme as an installed app does. */
  readonly canBeInstalled: boolean;
  /** Milliseconds from a cold start to something that can be seen, on a machine that is busy. */
  readonly coldStart: number;
  start(options: StartOptions): Promise<Program>;
}

/** Starts the program for an org in folders of its own, and removes them when it stops. */
export async function startProgram(
  driver: Driver,
  options: {
    readonly settings: Readonly<Record<string, unknown>>;
    readonly browser: Browser;
    readonly isInstalled?: boolean;
    /** Whether the scripts of the page throw. */
    readonly isPageBroken?: boolean;
  },
): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'frontdesk-program-'));
  const managed = join(folder, 'managed.json');
  await writeFile(managed, JSON.stringify(options.settings));
  const program = await driver.start({
    appPath: options.isPageBroken ? await copyBroken(folder) : root,
    userData: join(folder, 'user-data'),
    managed,
    isInstalled: options.isInstalled ?? false,
    browser: options.browser,
  });
  return {
    ...program,
    async stop() {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A copy of the build whose page does not come to life. */
async function copyBroken(folder: string): Promise<string> {
  const copy = join(folder, 'broken');
  await cp(join(root, 'out'), join(copy, 'out'), { recursive: true });
  await cp(join(root, 'package.json'), join(copy, 'package.json'));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const assets = join(copy, 'out', 'renderer', 'assets');
  for (const name of await readdir(assets)) {
    if (name.endsWith('.js')) await writeFile(join(assets, name), 'throw new Error("broken")');
  }
  return copy;
}
