import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';

type Content = Readonly<Record<string, unknown>>;

/** The user's settings on disk, as they are: nothing in them has been checked. */
export interface SettingsFile {
  readonly content: Content;
  /** Where an unreadable file was moved, or the file itself where it could not be moved. */
  readonly unreadable: string | null;
  /**
   * Replaces the content in one step. What others have written meanwhile, an editor or another
   * start, stays wherever this content is the same as the one before. False where it could not be
   * written: then the old content is kept.
   */
  write(content: Content): boolean;
}

/** The version of the file's layout. A change of layout raises it and adds a migration below. */
const layout = '1.0.0';
const migrations = {};

/** Opens `settings.json` in the folder; neither is created before the first write. */
export function openSettingsFile(folder: string, now: () => Date = () => new Date()): SettingsFile {
  const path = join(folder, 'settings.json');
  let conf: Conf<Record<string, unknown>> | null = null;
  /** The content as this process last knew it: only what differs from it was changed here. */
  let known: Content = {};
  function write(content: Content): boolean {
    try {
      conf ??= openConf(folder);
      const found = readObject(path);
      conf.store = found.kind === 'found' ? merge(found.content, known, content) : { ...content };
      known = content;
      return true;
    } catch {
      return false;
    }
  }

  const found = readObject(path);
  switch (found.kind) {
    case 'absent':
      return { content: {}, unreadable: null, write };
    case 'found':
      try {
        conf = openConf(folder);
        known = conf.store;
        return { content: known, unreadable: null, write };
      } catch {
        // The layout's version could not be noted on disk; that takes nothing from the content.
        known = found.content;
        return { content: known, unreadable: null, write };
      }
    case 'unreadable': {
      const stamp = now().toISOString().replace(/[:.]/g, '-');
      const aside = join(folder, `settings.unreadable-${stamp}.json`);
      return moveAside(path, aside)
        ? { content: {}, unreadable: aside, write }
        : // Writing would destroy the only copy of what the person had.
          { content: {}, unreadable: path, write: () => false };
    }
  }
}

/** What is on disk, with the changes from `before` to `after`. */
function merge(onDisk: Content, before: Content, after: Content): Record<string, unknown> {
  const isChanged = (name: string) => JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  const changed = new Set(Object.keys({ ...before, ...after }).filter(isChanged));
  const kept = Object.entries(onDisk).filter(([name]) => !changed.has(name));
  const own = Object.entries(after).filter(([name]) => changed.has(name));
  return Object.fromEntries([...kept, ...own]);
}

type Found = { kind: 'absent' } | { kind: 'unreadable' } | { kind: 'found'; content: Content };

function readObject(path: string): Found {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
    return isObject
      ? { kind: 'found', content: Object.fromEntries(Object.entries(content)) }
      : { kind: 'unreadable' };
  } catch (error) {
    // ENOTDIR: the folder is not one. That prevents saving, but there is nothing to keep aside.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'unreadable' };
  }
}

function moveAside(path: string, aside: string): boolean {
  try {
    renameSync(path, aside);
    return true;
  } catch {
    return false;
  }
}

function openConf(folder: string): Conf<Record<string, unknown>> {
  return new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: 'settings',
    projectVersion: layout,
    migrations,
    accessPropertiesByDotNotation: false,
    // The file is one person's; their org and client ID are nobody else's business.
    configFileMode: 0o600,
    serialize: (value) => `${JSON.stringify(value, null, 2)}\n`,
  });
}
