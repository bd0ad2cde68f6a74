import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clearHandOvers, writeHandOver } from '../../../../main/shell/browser/hand-over';

const link = 'http://127.0.0.1:40123/open?token=abc_-9';

function makePlaces(platform: NodeJS.Platform = 'linux') {
  const root = mkdtempSync(join(tmpdir(), 'places-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [home, temporary, userData] = [join(root, 'home'), join(root, 'tmp'), join(root, '.data')];
  for (const folder of [home, temporary]) mkdirSync(folder, { mode: 0o755 });
  return { platform, home, temporary, userData };
}

describe('the page on disk that leads to the link', () => {
  it('goes there by itself, and can be read by its owner alone', () => {
    const handOver = writeHandOver(link, makePlaces());
    const page = handOver?.page ?? '';
    expect(readFileSync(page, 'utf8')).toContain(`content="0;url=${link}"`);
    expect(statSync(page).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(page)).mode & 0o777).toBe(0o700);
    handOver?.remove();
    expect(existsSync(dirname(page))).toBe(false);
  });

  // A browser from a snap sees no hidden folder and no /tmp; the other two are the user's own.
  it.each([
    ['linux', 'home'],
    ['darwin', 'tmp'],
    ['win32', 'tmp'],
  ] as const)('lies on %s in %s', (platform, folder) => {
    const page = writeHandOver(link, makePlaces(platform))?.page ?? '';
    expect(basename(dirname(dirname(page)))).toBe(folder);
    expect(basename(dirname(page))).toMatch(/^Frontdesk-/);
  });

  it('lies beside the settings where the first place cannot be written to', () => {
    const places = makePlaces();
    const page = writeHandOver(link, { ...places, home: '/dev/null/nowhere' })?.page ?? '';
    expect(page.startsWith(places.userData)).toBe(true);
  });

  it('is removed by a later start where a kill has left it, and nothing else is', () => {
    const places = makePlaces();
    const age = (folder: string) => utimesSync(folder, 1, 1);
    const left = dirname(writeHandOver(link, places)?.page ?? '');
    const fresh = dirname(writeHandOver(link, places)?.page ?? '');
    const own = join(places.home, 'Frontdesk-photos');
    const alike = join(places.home, 'Frontdesk-abc123');
    for (const folder of [own, alike]) {
      mkdirSync(folder);
      writeFileSync(join(folder, 'open.html'), 'mine');
      age(folder);
    }
    age(left);
    clearHandOvers(places);
    expect([left, fresh, own, alike].map((folder) => existsSync(folder))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('is not written where no place is private', () => {
    const places = makePlaces();
    const nowhere = '/dev/null/nowhere';
    expect(writeHandOver(link, { ...places, home: nowhere, userData: nowhere })).toBeNull();
    expect(readdirSync(places.home)).toEqual([]);
  });
});
