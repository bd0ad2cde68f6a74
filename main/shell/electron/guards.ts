import type { Log } from '../../log';

interface Preventable {
  preventDefault(): void;
}

const departures = [
  // Also what a file or an address dropped onto the window would cause.
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  // A webview would bring its own preload and its own preferences.
  'will-attach-webview',
] as const;

type Departure = (typeof departures)[number];

export interface GuardedContents {
  on(event: Departure, listener: (event: Preventable) => void): unknown;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
}

export interface ContentsEvents {
  on(
    event: 'web-contents-created',
    listener: (event: unknown, contents: GuardedContents) => void,
  ): unknown;
}

/**
 * Keeps every page where main has put it. The app is one page that never navigates, so there is no
 * address to compare with: each attempt is refused, whatever it leads to.
 */
export function guardNavigation(app: ContentsEvents, log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    for (const departure of departures) {
      contents.on(departure, (event) => {
        event.preventDefault();
        log.warn('navigation.refused', { kind: departure });
      });
    }
    contents.setWindowOpenHandler(() => {
      log.warn('navigation.refused', { kind: 'window-open' });
      return { action: 'deny' };
    });
  });
}
