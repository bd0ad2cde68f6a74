import type { Log } from '../../log';
import { patienceForLayout } from './window';

/** What a person decides where the page does not appear. */
export type NotShownAnswer = 'try-again' | 'wait' | 'quit';

interface ShownWindow {
  isDestroyed(): boolean;
  maximize(): void;
  once(event: 'ready-to-show', listener: () => void): unknown;
  on(event: 'closed', listener: () => void): unknown;
  show(): void;
}

interface ShowOptions {
  readonly isMaximized: boolean;
  readonly log: Log;
  /** Rejects where the page cannot be loaded. */
  load(): Promise<void>;
  /** Whether the page has called main since it was last loaded. */
  isPageAlive(): boolean;
  ask(): Promise<NotShownAnswer>;
  quit(): void;
  /** Milliseconds; tests have less of it. */
  readonly patience?: number;
}

/**
 * Loads a window's page and shows the window once something is painted in it, so that nothing
 * flashes. Electron tells of the first layout that is not empty, which a page whose script fails
 * never has; the app would then run without a window and keep a second one from starting. So a
 * window is shown after five seconds in any case, and the person is asked what to do unless the page
 * is at work.
 */
export function showWindow(window: ShownWindow, options: ShowOptions): void {
  const { isMaximized, log, patience = patienceForLayout } = options;
  let timer: NodeJS.Timeout | undefined;
  let isShown = false;
  let isAsking = false;

  function show() {
    if (isShown || window.isDestroyed()) return;
    isShown = true;
    if (isMaximized) window.maximize();
    else window.show();
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      show();
      if (!options.isPageAlive()) void explain('no-page');
    }, patience);
  }

  function load() {
    wait();
    options.load().catch(() => void explain('not-loaded'));
  }

  async function explain(reason: 'no-page' | 'not-loaded') {
    log.error('window.page-missing', { reason });
    clearTimeout(timer);
    show();
    if (isAsking || window.isDestroyed()) return;
    isAsking = true;
    const answer = await options.ask().catch((): NotShownAnswer => 'wait');
    isAsking = false;
    if (window.isDestroyed()) return;
    if (answer === 'quit') options.quit();
    else if (answer === 'try-again') load();
    else if (!options.isPageAlive()) wait();
  }

  window.once('ready-to-show', show);
  window.on('closed', () => clearTimeout(timer));
  load();
}
