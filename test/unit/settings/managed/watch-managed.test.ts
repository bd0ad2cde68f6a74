import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../../main/log';
import { readNamedFile, readUncheckedFile } from '../../../../main/settings/managed/read-file';
import { type Managed, readManaged } from '../../../../main/settings/managed/read-managed';
import {
  fileSystem,
  watchManaged,
  type WatchPorts,
} from '../../../../main/settings/managed/watch-managed';

let folder: string;
let stop = () => {};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-watch-'));
});

afterEach(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A clock that a test turns; what is due runs in its order. */
function clock() {
  let now = 0;
  let waiting: { at: number; run: () => void }[] = [];
  return {
    schedule(milliseconds: number, run: () => void) {
      const one = { at: now + milliseconds, run };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    pass(milliseconds: number) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        now = next.at;
        next.run();
      }
      now = end;
    },
    get isIdle() {
      return waiting.length === 0;
    },
  };
}

const log = createLog(() => {});

/** Watches `path` as `FRONTDESK_CONFIG` is watched, or as a file of the system that may be absent. */
function watching(path: string, ports: Partial<WatchPorts> = {}, read = readUncheckedFile) {
  const time = clock();
  const sources = [{ path, read: () => read(path) }];
  const seen: Managed[] = [];
  const start = readManaged(sources, log);
  stop = watchManaged(
    { sources, log, start, onChange: (managed) => seen.push(managed) },
    { ...fileSystem, schedule: time.schedule, ...ports },
  );
  const language = () => (seen.at(-1) ?? start).values.language;
  return { time, seen, language };
}

/** No event ever comes, as on a network share. */
const withoutEvents = { watchFolder: () => null };

const of = (language: string) => JSON.stringify({ language });

describe('a managed file without events', () => {
  it('is found changed within five seconds', () => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, of('de'));
    const { time, seen, language } = watching(path, withoutEvents);
    time.pass(60_000);
    expect(seen).toEqual([]);
    writeFileSync(path, of('fr'));
    time.pass(5_000);
    expect(language()).toBe('fr');
    expect(seen).toHaveLength(1);
  });

  it('is followed through a rename over it, a removal, and its return', () => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, of('de'));
    const { time, language } = watching(path, withoutEvents);
    writeFileSync(join(folder, 'new'), of('fr'));
    renameSync(join(folder, 'new'), path);
    time.pass(5_000);
    expect(language()).toBe('fr');
    rmSync(path);
    time.pass(10_000);
    expect(language()).toBeUndefined();
    writeFileSync(path, of('ja'));
    time.pass(5_000);
    expect(language()).toBe('ja');
  });

  it('counts as gone, or as broken, only when it stays so', () => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, of('de'));
    const { time, seen, language } = watching(path, withoutEvents);
    rmSync(path);
    time.pass(5_000);
    expect(seen).toEqual([]);
    writeFileSync(path, '{"language"');
    time.pass(1_500);
    expect(seen).toEqual([]);
    writeFileSync(path, of('fr'));
    time.pass(1_500);
    expect(language()).toBe('fr');
    expect(seen.flatMap(({ notices }) => notices)).toEqual([]);
    writeFileSync(path, '{"language"');
    time.pass(10_000);
    expect(language()).toBe('fr');
    expect(seen.at(-1)?.notices).toEqual([{ kind: 'managed-kept-malformed', subject: path }]);
  });

  it('is found in a folder that is made later', () => {
    const path = join(folder, 'a', 'b', 'settings.json');
    const { time, language } = watching(path, withoutEvents);
    time.pass(20_000);
    mkdirSync(join(folder, 'a', 'b'), { recursive: true });
    writeFileSync(path, of('es'));
    time.pass(5_000);
    expect(language()).toBe('es');
  });

  it('is followed where a link above it, or it itself, leads elsewhere', () => {
    for (const release of ['one', 'two']) mkdirSync(join(folder, release));
    writeFileSync(join(folder, 'one', 'settings.json'), of('de'));
    writeFileSync(join(folder, 'two', 'settings.json'), of('fr'));
    symlinkSync('one', join(folder, '..data'));
    symlinkSync(join('..data', 'settings.json'), join(folder, 'settings.json'));
    const { time, language } = watching(join(folder, 'settings.json'), withoutEvents);
    expect(language()).toBe('de');
    symlinkSync('two', join(folder, '..tmp'));
    renameSync(join(folder, '..tmp'), join(folder, '..data'));
    time.pass(5_000);
    expect(language()).toBe('fr');
  });

  it('is looked at again when its rights alone have changed', () => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, of('de'));
    let isTrusted = true;
    const { time, seen, language } = watching(path, withoutEvents, (name) =>
      isTrusted ? readNamedFile(name) : { kind: 'untrusted', reason: 'writable by others' },
    );
    isTrusted = false;
    time.pass(20_000);
    expect(seen).toEqual([]);
    chmodSync(path, 0o666);
    time.pass(10_000);
    expect(language()).toBe('de');
    expect(seen.at(-1)?.notices).toEqual([{ kind: 'managed-kept-untrusted', subject: path }]);
  });

  it('is not looked at any more once nobody watches', () => {
    const { time } = watching(join(folder, 'settings.json'), withoutEvents);
    stop();
    expect(time.isIdle).toBe(true);
  });
});

describe('a managed file with events', () => {
  it('is read as soon as they rest, through each exchange of file and folder', async () => {
    const home = join(folder, 'frontdesk');
    const path = join(home, 'settings.json');
    const schedule = (milliseconds: number, run: () => void) => {
      // Looks without an event are put off for good.
      if (milliseconds >= 5_000) return () => {};
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    };
    const { language } = watching(path, { schedule });
    const shows = (expected: string | undefined) =>
      vi.waitFor(() => expect(language()).toBe(expected), { timeout: 10_000 });
    mkdirSync(home);
    writeFileSync(path, of('de'));
    await shows('de');
    writeFileSync(join(home, 'new'), of('fr'));
    renameSync(join(home, 'new'), path);
    await shows('fr');
    rmSync(home, { recursive: true });
    await shows(undefined);
    mkdirSync(home);
    writeFileSync(path, of('ja'));
    await shows('ja');
  });
});
