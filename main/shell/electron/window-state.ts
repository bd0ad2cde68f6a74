import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { makeFolder } from '../make-folder';

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const size = v.pipe(pixels, v.minValue(1));

const StoredState = v.object({
  // Without a place where the system tells none, as Wayland.
  bounds: v.object({
    x: v.optional(pixels),
    y: v.optional(pixels),
    width: size,
    height: size,
  }),
  isMaximized: v.boolean(),
});
type StoredState = v.InferOutput<typeof StoredState>;

/** In device-independent pixels; without a place, the system centres the window. */
export interface WindowState {
  readonly bounds: {
    readonly x?: number;
    readonly y?: number;
    readonly width: number;
    readonly height: number;
  };
  readonly isMaximized: boolean;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const minimumSize = { width: 400, height: 600 } as const;

const firstSize = { width: 1100, height: 780 } as const;

/** How much of a window has to lie on a display for a person to be able to drag it. */
const grip = { width: 100, height: 40 } as const;

/** The last place of the window, or null where there is none that can be read. */
export function readWindowState(file: string): StoredState | null {
  try {
    const parsed = v.safeParse(StoredState, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** False where the place could not be kept; the window then opens in the middle next time. */
export function writeWindowState(file: string, state: StoredState): boolean {
  try {
    makeFolder(dirname(file));
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where the window opens: where it was, if that is still on one of `workAreas` (the primary display
 * first), never larger than the display; else in the middle.
 */
export function placeWindow(
  stored: StoredState | null,
  workAreas: readonly [Area, ...Area[]],
): WindowState {
  if (!stored) return { bounds: fit(firstSize, workAreas[0]), isMaximized: false };
  const { x, y, ...size } = stored.bounds;
  if (x === undefined || y === undefined) {
    return { bounds: fit(size, workAreas[0]), isMaximized: stored.isMaximized };
  }
  const area = workAreas.find((candidate) => canBeGrabbed({ x, y, ...size }, candidate));
  if (!area) return { bounds: fit(size, workAreas[0]), isMaximized: false };
  const { width, height } = fit(size, area);
  return {
    bounds: {
      x: clamp(x, area.x, area.x + area.width - width),
      y: clamp(y, area.y, area.y + area.height - height),
      width,
      height,
    },
    isMaximized: stored.isMaximized,
  };
}

function canBeGrabbed(window: Area, area: Area): boolean {
  const across =
    Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const titleBar = window.y + grip.height;
  return (
    across >= Math.min(grip.width, window.width) &&
    window.y >= area.y &&
    titleBar <= area.y + area.height
  );
}

function fit(wanted: { width: number; height: number }, area: Area) {
  return {
    width: Math.min(Math.max(wanted.width, minimumSize.width), area.width),
    height: Math.min(Math.max(wanted.height, minimumSize.height), area.height),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
