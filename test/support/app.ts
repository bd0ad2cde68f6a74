import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import * as v from 'valibot';
import { startServerProcess } from './server-process';

export interface RunningApp {
  /** `http://127.0.0.1:PORT/`, the app's page for a context that was let in. */
  readonly url: string;
  readonly userData: string;
  /** Gives `context` the app's cookie: the printed link works only once. */
  letIn(context: BrowserContext): Promise<void>;
  log(): string;
  stop(): Promise<void>;
}

export interface AppOptions {
  /** Managed settings, as an administrator would roll them out. */
  readonly managed?: Readonly<Record<string, unknown>>;
  /** A folder to go on with; a fresh one otherwise, which goes when the app stops. */
  readonly userData?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const Announcement = v.strictObject({ url: v.string() });

/** Starts the built app in the browser shell. */
export async function startApp(options: AppOptions = {}): Promise<RunningApp> {
  const scratch = await mkdtemp(join(tmpdir(), 'frontdesk-'));
  const userData = options.userData ?? join(scratch, 'user-data');
  const config = join(scratch, 'managed.json');
  if (options.managed) await writeFile(config, JSON.stringify(options.managed));
  const server = await startServerProcess('index.js', ['--no-open'], {
    FRONTDESK_USER_DATA: userData,
    ...(options.managed ? { FRONTDESK_CONFIG: config } : {}),
    ...options.environment,
  });
  const link = v.parse(Announcement, server.announcement).url;
  const cookie = await redeem(link);
  return {
    url: new URL('/', link).href,
    userData,
    letIn: (context) =>
      context.addCookies([{ ...cookie, url: link, httpOnly: true, sameSite: 'Strict' }]),
    log: () => server.log(),
    async stop() {
      await server.stop();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

async function redeem(link: string): Promise<{ name: string; value: string }> {
  const answer = await fetch(link, { redirect: 'manual' });
  const [pair = ''] = (answer.headers.getSetCookie()[0] ?? '').split(';');
  const [name = '', value = ''] = pair.split('=');
  return { name, value };
}
