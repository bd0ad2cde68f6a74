import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import * as v from 'valibot';
import { startServerProcess } from './server-process';

export interface UnopenedApp {
  /** The link that was printed; nobody has used it. */
  readonly link: string;
  readonly userData: string;
  manage(content: Readonly<Record<string, unknown>> | string): Promise<void>;
  log(): string;
  stop(): Promise<void>;
}

export interface RunningApp {
  /** `http://127.0.0.1:PORT/`, the app's page for a context that was let in. */
  readonly url: string;
  readonly userData: string;
  /** Gives `context` the cookie and each of its tabs the key: the printed link works only once. */
  letIn(context: BrowserContext): Promise<void>;
  /** Puts other managed settings, or whatever else, in the place of those it was started with. */
  manage(content: Readonly<Record<string, unknown>> | string): Promise<void>;
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

const Secret = v.strictObject({ key: v.string(), countersign: v.string() });

/** Starts the built app in the browser shell and uses its link, for contexts to be let in. */
export async function startApp(options: AppOptions = {}): Promise<RunningApp> {
  const { link, ...app } = await startUnopenedApp(options);
  const { cookie, secret } = await redeem(link);
  const { origin } = new URL(link);
  return {
    ...app,
    url: new URL('/', link).href,
    async letIn(context) {
      await context.addCookies([{ ...cookie, url: link, httpOnly: true, sameSite: 'Strict' }]);
      await context.addInitScript(
        (kept) => {
          if (location.origin === kept.origin)
            sessionStorage.setItem('frontdesk-secret', kept.json);
        },
        { origin, json: JSON.stringify(secret) },
      );
    },
  };
}

/** Starts the built app in the browser shell. */
export async function startUnopenedApp(
  options: AppOptions = {},
  parameters: readonly string[] = ['--no-open'],
): Promise<UnopenedApp> {
  const scratch = await mkdtemp(join(tmpdir(), 'frontdesk-'));
  const userData = options.userData ?? join(scratch, 'user-data');
  const config = join(scratch, 'managed.json');
  if (options.managed) await writeFile(config, JSON.stringify(options.managed));
  const server = await startServerProcess('index.js', parameters, {
    FRONTDESK_USER_DATA: userData,
    ...(options.managed ? { FRONTDESK_CONFIG: config } : {}),
    ...options.environment,
  });
  return {
    link: v.parse(Announcement, server.announcement).url,
    userData,
    async manage(content) {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      await writeFile(`${config}.new`, text);
      await rename(`${config}.new`, config);
    },
    log: () => server.log(),
    async stop() {
      await server.stop();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

/** Does over HTTP what the page does that a browser opens by the link. */
async function redeem(link: string) {
  const page = await fetch(link);
  const [pair = ''] = (page.headers.getSetCookie()[0] ?? '').split(';');
  const [name = '', value = ''] = pair.split('=');
  const { origin, searchParams } = new URL(link);
  const entry = await fetch(`${origin}/enter`, {
    method: 'POST',
    headers: { cookie: pair, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token: searchParams.get('token') }),
  });
  return { cookie: { name, value }, secret: v.parse(Secret, await entry.json()) };
}
