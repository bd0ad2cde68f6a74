import type { Log } from '../../log';

const minute = 60_000;
const limitPerMinute = 3;

export interface CrashEvents {
  isDestroyed(): boolean;
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { reason: string }) => void,
  ): unknown;
}

interface CrashResponse {
  /** Wipes what belongs to the person, since nobody knows what state the page left them in. */
  forgetPerson(): Promise<void>;
  /** Not called once the page's window is gone. */
  reload(): void;
  /** Called instead of `reload` at the third crash within a minute. */
  giveUp(): void;
  log: Log;
  /** Milliseconds of any steady clock. */
  now?: () => number;
}

/**
 * Brings the page back after its process died, unless it keeps dying.
 *
 * @returns what does the same for another cause, such as an exception in main that nobody caught;
 *   `onReload` hears of it once the page is on its way back
 */
export function recoverFromCrashes(
  contents: CrashEvents,
  { forgetPerson, reload, giveUp, log, now = () => performance.now() }: CrashResponse,
): (reason: string, onReload?: () => void) => void {
  let recent: number[] = [];
  function recover(reason: string, onReload = () => {}) {
    const at = now();
    recent = [...recent.filter((earlier) => at - earlier < minute), at];
    const isHopeless = recent.length >= limitPerMinute;
    log.error('renderer.crashed', { reason, outcome: isHopeless ? 'stopped' : 'reloaded' });
    forgetPerson()
      .catch(() => log.error('renderer.crashed', { outcome: 'person-not-forgotten' }))
      .finally(() => {
        // The window may have been closed while the person was forgotten.
        if (contents.isDestroyed()) return;
        if (isHopeless) return giveUp();
        onReload();
        reload();
      });
  }
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') recover(reason);
  });
  return recover;
}
