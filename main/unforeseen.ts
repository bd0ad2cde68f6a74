import { randomUUID } from 'node:crypto';
import type { Log } from './log';

/** Where nobody caught it. */
export type UnforeseenKind =
  'unhandled-rejection' | 'uncaught-exception' | 'promise' | 'poll' | 'page' | 'practice-org';

/** Takes what nobody foresaw: a defect of the app's own, which ends neither it nor a sign-up. */
export interface Unforeseen {
  /** Logs it, and returns the reference that a person can read out to support. */
  note(error: unknown, kind: UnforeseenKind): string;
  /** As {@link note}, of something in another place that could say no more than this. */
  noteDetail(detail: string, kind: UnforeseenKind): string;
  /** Takes a promise that nobody waits for. */
  own(promise: Promise<unknown>): void;
}

/** @param tell shows the reference to whoever sits at the app; not called for what a page tells. */
export function createUnforeseen({
  log,
  tell,
}: {
  log: Log;
  tell: (reference: string) => void;
}): Unforeseen {
  function noteDetail(detail: string, kind: UnforeseenKind): string {
    const reference = randomUUID();
    log.error('unforeseen', { kind, reference, detail });
    if (kind !== 'page') tell(reference);
    return reference;
  }
  const note = (error: unknown, kind: UnforeseenKind) => noteDetail(placeOf(error), kind);
  return {
    note,
    noteDetail,
    own: (promise) => void promise.catch((error: unknown) => note(error, 'promise')),
  };
}

/** The kind of an error and where it was thrown; its message may quote a person's data. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const where = /at (?:async )?([\w.<>]+) /.exec(error.stack ?? '')?.[1] ?? 'unknown';
  return `${error.name} in ${where}`;
}

/** The part of Node's `process`, of the main thread or of a worker's, that tells what nobody caught. */
export interface ProcessEvents {
  on(
    event: 'unhandledRejection' | 'uncaughtException',
    listener: (error: unknown) => void,
  ): unknown;
}

/** Lets the process outlive what nobody caught: without a listener Node ends it. */
export function outliveUnforeseen(
  process: ProcessEvents,
  note: (error: unknown, kind: UnforeseenKind) => void,
): void {
  process.on('unhandledRejection', (error) => note(error, 'unhandled-rejection'));
  process.on('uncaughtException', (error) => {
    // Whoever read the log is gone; a line about it would be the next of its kind.
    if (!isClosedPipe(error)) note(error, 'uncaught-exception');
  });
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
