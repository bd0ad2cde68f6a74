import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { version } from '../../../package.json';
import { createApp } from '../../app';
import { createLog } from '../../log';
import type { Platform } from '../../platform';
import { printable } from '../../printable';
import { outliveUnforeseen } from '../../unforeseen';
import { loadBuiltFiles } from '../built-files';
import { claimFolder } from '../folder-claim';
import { createAccess } from './access';
import { createHttpDoorway } from './doorway';
import { createEntrance, openEntrance } from './entrance';
import { createEventStream } from './event-stream';
import { joinRunning } from './join';
import { openNetwork } from './network';
import { hasOpener, openExternal } from './open-external';
import { createOrgPages } from './org-pages';
import { callbackPath } from '../loopback/callback';
import { openLoopbackServer } from '../loopback/server';
import { runUntilStopped } from './run-until-stopped';
import { createSite } from './site';
import { userDataFolder } from './user';

/** The folder of the build, seen from any file of `out/main`. */
const output = resolve(import.meta.dirname, '..');

/**
 * Serves the app to a browser on this machine until the process is told to stop. Prints one line
 * on standard output, `{"url"}`, once the page can be loaded; `--no-open` leaves opening it to the
 * reader of that line.
 */
export async function startBrowserShell(parameters = process.argv.slice(2)): Promise<void> {
  // Standard output belongs to the one line that a program may be waiting for.
  const log = createLog((line) => process.stderr.write(line));
  const say = (text: string) => process.stderr.write(`${printable(text)}\n`);
  const announce = (url: string) => process.stdout.write(`${JSON.stringify({ url })}\n`);
  const folder = userDataFolder(process.env, process.platform);
  const isOpening = !parameters.includes('--no-open') && hasOpener();
  const claim = claimFolder(folder);
  if (claim.kind === 'unusable') {
    say(
      `Frontdesk cannot make the folder for its data: ${folder}. Name another one in FRONTDESK_USER_DATA.`,
    );
    process.exitCode = 1;
    if (process.connected) process.disconnect();
    return;
  }
  if (claim.kind === 'taken') {
    process.exitCode = await joinRunning(claim, { folder, isOpening, say, announce });
    // The channel to the command that started this process would keep it alive.
    if (process.connected) process.disconnect();
    return;
  }
  if (!claim.isLocked) log.warn('shell.folder-not-locked', { path: folder });
  const server = await openLoopbackServer();
  const access = createAccess(server.port);
  const entrance = createEntrance(access, folder);
  let hasEntered = false;
  const events = createEventStream(() => void app.forgetPerson());
  const doorway = createHttpDoorway(events);
  let locales: readonly string[] = [Intl.DateTimeFormat().resolvedOptions().locale];

  const platform: Platform = {
    shell: 'browser',
    isPackaged: false,
    version,
    userDataFolder: folder,
    get locales() {
      return locales;
    },
    doorway,
    openNetwork,
    openExternal,
    orgPages: createOrgPages({ openExternal, log }),
    // The browser's own window takes after nothing of ours.
    present: () => {},
    takesAppScheme: false,
    loopbackRedirectUri: `${access.origin}${callbackPath}`,
  };
  const app = createApp({ platform, log });
  outliveUnforeseen(process, app.noteUnforeseen);
  await app.start();

  server.serve(
    createSite({
      access,
      files: await loadBuiltFiles(resolve(output, 'renderer')),
      bridge: await readFile(resolve(output, 'preload/browser.js'), 'utf8'),
      doorway,
      events,
      log,
      onLanguages: (languages) => {
        if (languages.length > 0) locales = languages;
      },
      onCallback: (address) => app.handleCallback(address),
      onEntered: () => {
        hasEntered = true;
        entrance.close();
      },
      onOwner: (isPageWanted) => entrance.prepare(isPageWanted),
    }),
  );

  claim.announce({
    pid: process.pid,
    shell: 'browser',
    port: server.port,
    key: access.ownerKey,
  });
  const { url, page } = entrance.prepare(isOpening);
  announce(url);
  // Tells the command that started this process that it stays, unlike one that joins another.
  process.send?.('running');
  log.info('shell.started', { shell: 'browser', port: server.port, version });
  if (isOpening) await openEntrance(page, say, () => hasEntered);

  await runUntilStopped();
  events.close();
  await Promise.all([app.stop(), server.close()]);
  claim.release();
  // The channel to the command that started this process would keep it alive.
  process.exit();
}
