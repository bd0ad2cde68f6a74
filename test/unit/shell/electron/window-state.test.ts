import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Area,
  placeWindow,
  readWindowState,
  writeWindowState,
} from '../../../../main/shell/electron/window-state';

const laptop: Area = { x: 0, y: 25, width: 1440, height: 875 };
const monitor: Area = { x: 1440, y: 0, width: 2560, height: 1400 };
const stored = (bounds: Area, isMaximized = false) => ({ bounds, isMaximized });

describe('placeWindow', () => {
  it('lets the system centre the first window', () => {
    const { bounds, isMaximized } = placeWindow(null, [laptop]);
    expect(bounds).not.toHaveProperty('x');
    expect(bounds.width).toBeLessThanOrEqual(laptop.width);
    expect(bounds.height).toBeLessThanOrEqual(laptop.height);
    expect(isMaximized).toBe(false);
  });

  it('puts the window back where it was, on whichever display', () => {
    const bounds = { x: 1800, y: 100, width: 1000, height: 800 };
    expect(placeWindow(stored(bounds, true), [laptop, monitor])).toEqual({
      bounds,
      isMaximized: true,
    });
  });

  it('keeps size and shape where the system told no place', () => {
    const bounds = { width: 1000, height: 800 };
    expect(placeWindow({ bounds, isMaximized: true }, [laptop])).toEqual({
      bounds,
      isMaximized: true,
    });
  });

  it('centres it where the display is gone, in its old size', () => {
    const bounds = { x: 1800, y: 100, width: 1000, height: 800 };
    expect(placeWindow(stored(bounds, true), [laptop])).toEqual({
      bounds: { width: 1000, height: 800 },
      isMaximized: false,
    });
  });

  it('centres it where only a sliver could be grabbed, or the title bar is off the top', () => {
    for (const bounds of [
      { x: 1400, y: 100, width: 1000, height: 800 },
      { x: 100, y: -200, width: 1000, height: 800 },
      { x: 100, y: 890, width: 1000, height: 800 },
    ]) {
      expect(placeWindow(stored(bounds), [laptop]).bounds).not.toHaveProperty('x');
    }
  });

  it('makes a window that has outgrown the display fit', () => {
    const bounds = { x: 0, y: 25, width: 2500, height: 1300 };
    expect(placeWindow(stored(bounds), [laptop]).bounds).toEqual(laptop);
  });

  it('is always on a display, whatever was stored', () => {
    const anywhere = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(
        fc.record({ x: anywhere, y: anywhere, width: size, height: size }),
        fc.boolean(),
        (bounds, isMaximized) => {
          const placed = placeWindow(stored(bounds, isMaximized), [laptop, monitor]).bounds;
          const { x, y, width, height } = placed;
          if (x === undefined || y === undefined) return;
          const isInside = [laptop, monitor].some(
            (area) =>
              x >= area.x &&
              y >= area.y &&
              x + width <= area.x + area.width &&
              y + height <= area.y + area.height,
          );
          expect(isInside).toBe(true);
        },
      ),
    );
  });
});

describe('the stored place', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'window-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('is read back as it was written, also into a folder that is not there yet', () => {
    const file = join(folder, 'new', 'window.json');
    const state = stored({ x: 1, y: 2, width: 800, height: 700 }, true);
    expect(writeWindowState(file, state)).toBe(true);
    expect(readWindowState(file)).toEqual(state);
  });

  it.each(['', '{', 'null', '{"bounds":{"x":0.5,"y":0,"width":0,"height":1},"isMaximized":1}'])(
    'is none where the file says %j',
    async (content) => {
      const file = join(folder, 'window.json');
      await writeFile(file, content);
      expect(readWindowState(file)).toBeNull();
    },
  );

  it('is none where there is no file, and a folder that cannot be made is no crash', async () => {
    expect(readWindowState(join(folder, 'window.json'))).toBeNull();
    const file = join(folder, 'file');
    await writeFile(file, '');
    const state = stored({ x: 0, y: 0, width: 800, height: 700 });
    expect(writeWindowState(join(file, 'window.json'), state)).toBe(false);
  });

  // Node's own way of making the folders above as well never returns there.
  it.runIf(process.platform === 'linux')('is told at once to be none below `/proc`', () => {
    const state = stored({ x: 0, y: 0, width: 800, height: 700 });
    expect(writeWindowState('/proc/nowhere/frontdesk/window.json', state)).toBe(false);
  });
});
