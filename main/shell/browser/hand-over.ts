import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../make-folder';

/** A page on disk that leads a browser to a link, so that no list of processes shows the link. */
export interface HandOver {
  readonly page: string;
  remove(): void;
}

const pageName = 'open.html';

interface Places {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly temporary: string;
  readonly userData: string;
}

export function handOverPlaces(userData: string): Places {
  return { platform: process.platform, home: homedir(), temporary: tmpdir(), userData };
}

/**
 * Writes the page where only its owner can read it; null where no place is like that. On Linux that
 * is the home folder itself, under a name without a dot: a browser from a snap sees neither hidden
 * folders nor `/tmp`. The temporary folders of macOS and Windows are each user's own.
 */
export function writeHandOver(link: string, places: Places): HandOver | null {
  const { platform, home, temporary, userData } = places;
  const folders = platform === 'linux' ? [home, userData] : [temporary, userData];
  for (const folder of folders) {
    if (folder === userData) create(folder);
    const handOver = writeIn(folder, link, platform);
    if (handOver) return handOver;
  }
  return null;
}

/** Milliseconds after which a page of an app that was killed is nobody's any more. */
const oldest = 5 * 60_000;

/** Removes the pages that killed starts left behind, and nothing that only looks like one. */
export function clearHandOvers({ platform, home, temporary, userData }: Places): void {
  for (const parent of platform === 'linux' ? [home, userData] : [temporary, userData]) {
    for (const name of namesIn(parent)) {
      const folder = join(parent, name);
      if (/^Frontdesk-[A-Za-z0-9]{6}$/.test(name) && isLeftOver(folder)) {
        rmSync(folder, { recursive: true, force: true });
      }
    }
  }
}

function isLeftOver(folder: string): boolean {
  try {
    if (Date.now() - lstatSync(folder).mtimeMs < oldest) return false;
    return (
      namesIn(folder).join() === pageName &&
      readFileSync(join(folder, pageName), 'utf8').includes('/open?token=')
    );
  } catch {
    return false;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function writeIn(parent: string, link: string, platform: NodeJS.Platform): HandOver | null {
  let folder: string | null = null;
  const remove = () => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };
  try {
    folder = mkdtempSync(join(parent, 'Frontdesk-'));
    const page = join(folder, pageName);
    writeFileSync(page, renderHandOver(link), { mode: 0o600, flag: 'wx' });
    chmodSync(folder, 0o700);
    // Drives of other systems ignore who may read what.
    if (platform === 'win32' || [folder, page].every(isPrivate)) return { page, remove };
  } catch {
    // The next place may do.
  }
  remove();
  return null;
}

function create(folder: string): void {
  try {
    makeFolder(folder);
  } catch {
    // Then nothing can be written there either.
  }
}

function isPrivate(path: string): boolean {
  const { mode, uid } = statSync(path);
  return (mode & 0o077) === 0 && uid === process.getuid?.();
}

/** The link consists of letters that need no escaping: an origin, a path and base64url. */
function renderHandOver(link: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${link}">
<title>Frontdesk</title>
<a href="${link}">Frontdesk</a>
`;
}
