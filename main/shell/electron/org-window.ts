import { randomBytes } from 'node:crypto';
import type { Log } from '../../log';
import { orgPagePath } from '../../org-page/address';
import type { OrgPageRequest } from '../../org-page/messages';
import { isAdmitted, sourcesOf } from '../../org-page/sources';
import type { OrgPageOutcome, OrgPages } from '../../platform';
import type { BuiltFiles } from '../built-files';
import { isLoopback } from '../openable';
import { backgroundColor } from './appearance';
import type { ElectronModule, ElectronWindow } from './electron-module';
import type { FrameRules } from './guards';
import {
  createOrgWindowNetworks,
  type OrgWindowNetworks,
  type Verdict,
} from './org-window-session';
import { createOrgWindowSite } from './org-window-site';
import { lockedPreferences, patienceForLayout } from './window';

type Parts = Pick<ElectronModule, 'app' | 'BrowserWindow' | 'nativeTheme' | 'net' | 'session'>;

interface OrgWindowOptions {
  readonly files: BuiltFiles;
  readonly frames: FrameRules;
  readonly log: Log;
  readonly platform: NodeJS.Platform;
  /** The window it belongs to. */
  readonly parent: () => ElectronWindow | null;
  /** Milliseconds until nobody is expected to come back. */
  readonly patience?: number;
}

/** Wide and high enough for the challenge of a captcha, which is 400 by 600. */
const size = { width: 520, height: 720 } as const;
const fiveMinutes = 5 * 60_000;

/**
 * Captchas and passkeys are tied to the org's own origin, so their page is shown there: in a window
 * whose session answers that origin from the app's own files and never asks the org.
 */
export function createOrgPages(electron: Parts, options: OrgWindowOptions): OrgPages {
  const { log } = options;
  const networks = createOrgWindowNetworks(electron, log);
  return {
    canShow(orgUrl, need) {
      const url = new URL(orgUrl);
      if (need === 'kept-passkey' && !keepsPasskeys(options.platform)) return false;
      return url.protocol === 'https:' || isLoopback(url);
    },
    async perform(request, signal) {
      const { kind } = request.task;
      log.info('org-page.opened', { kind });
      const outcome = await perform(electron, { ...options, networks }, request, signal);
      log.info('org-page.ended', { kind, outcome: outcome.kind });
      return outcome;
    },
  };
}

/**
 * Windows keeps passkeys itself. On macOS Electron serves Touch ID only after `app.configureWebAuthn`
 * with a signed keychain group, and its secret would go with the session, which is in memory; on
 * Linux Chromium has no platform authenticator.
 */
function keepsPasskeys(platform: NodeJS.Platform): boolean {
  return platform === 'win32';
}

async function perform(
  { app, BrowserWindow, nativeTheme }: Parts,
  {
    files,
    frames,
    networks,
    parent,
    patience = fiveMinutes,
  }: OrgWindowOptions & { readonly networks: OrgWindowNetworks },
  request: OrgPageRequest,
  signal: AbortSignal,
): Promise<OrgPageOutcome> {
  const orgUrl = new URL(request.orgUrl);
  let settle: (outcome: OrgPageOutcome) => void = () => {};
  const settled = new Promise<OrgPageOutcome>((resolve) => (settle = resolve));
  const site = createOrgWindowSite({
    request,
    files,
    ticket: randomBytes(32).toString('base64url'),
    onOutcome: settle,
  });
  const sources = sourcesOf(request.task, request.orgUrl);
  const network = await networks.open({
    answer: (asked) => site.answer(asked),
    judge(url): Verdict {
      const isOurs = url.origin === orgUrl.origin && url.pathname.startsWith(orgPagePath);
      if (isOurs) return 'ours';
      return isAdmitted(url, sources) ? 'network' : 'refused';
    },
  });
  if (signal.aborted) {
    await network.close();
    return { kind: 'dismissed' };
  }

  const window = new BrowserWindow({
    ...size,
    title: 'Frontdesk',
    show: false,
    backgroundColor: backgroundColor(nativeTheme),
    darkTheme: nativeTheme.shouldUseDarkColors,
    autoHideMenuBar: true,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    // No preload: nothing of the app is within the page's reach.
    webPreferences: { ...lockedPreferences(app.isPackaged), partition: network.partition },
  });
  window.setParentWindow(parent());
  frames.admit(window.webContents, (url) => isAdmitted(url, sources));
  window.once('ready-to-show', () => window.show());
  // The first layout of a page whose script fails may never come; an empty window can be closed.
  const shownAnyway = setTimeout(() => window.show(), patienceForLayout);
  window.on('closed', () => settle({ kind: 'dismissed' }));
  window.webContents.on('render-process-gone', () => settle({ kind: 'failed' }));
  const giveUp = () => settle({ kind: 'dismissed' });
  signal.addEventListener('abort', giveUp);
  const timeUp = setTimeout(giveUp, patience);
  window.loadURL(site.address.href).catch(() => settle({ kind: 'failed' }));

  const outcome = await settled;
  clearTimeout(timeUp);
  clearTimeout(shownAnyway);
  signal.removeEventListener('abort', giveUp);
  window.destroy();
  await network.close();
  return outcome;
}
