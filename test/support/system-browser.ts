import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface SystemBrowser {
  /** For the process of the app: it believes in a display, and opens pages with our program. */
  readonly environment: Readonly<Record<string, string>>;
  /** The next address that the app opened; waits until there is one. */
  opened(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Stands in for the system's browser of Linux: notes what it is asked to open, so that a test can
 * go there with a page of its own.
 */
export async function createSystemBrowser(): Promise<SystemBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'system-browser-'));
  const list = join(folder, 'opened');
  const opener = join(folder, 'xdg-open');
  await writeFile(list, '');
  await writeFile(opener, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${list}'\n`);
  await chmod(opener, 0o755);
  let taken = 0;
  return {
    environment: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, DISPLAY: ':0' },
    async opened() {
      const deadline = Date.now() + 15_000;
      while (Date.now() < deadline) {
        const address = (await readFile(list, 'utf8')).split('\n').slice(0, -1)[taken];
        if (address !== undefined) {
          taken += 1;
          return address;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('The app opened no page.');
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}
