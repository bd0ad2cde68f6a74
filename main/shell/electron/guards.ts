import type { Log } from '../../log';

interface Departing {
  preventDefault(): void;
  readonly url?: string;
  readonly isMainFrame?: boolean;
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
  on(event: Departure, listener: (event: Departing) => void): unknown;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
}

export interface ContentsEvents {
  on(
    event: 'web-contents-created',
    listener: (event: unknown, contents: GuardedContents) => void,
  ): unknown;
}

/** Which frames of other sites a page may hold: none, unless its window says so. */
export interface FrameRules {
  admit(contents: object, isAdmitted: (url: URL) => boolean): void;
  isAdmitted(contents: object, url: URL): boolean;
}

export function createFrameRules(): FrameRules {
  const rules = new WeakMap<object, (url: URL) => boolean>();
  return {
    admit: (contents, isAdmitted) => void rules.set(contents, isAdmitted),
    isAdmitted: (contents, url) => rules.get(contents)?.(url) ?? false,
  };
}

/**
 * Keeps every page where main has put it. No page of the app ever navigates, so there is no address
 * to compare with: each attempt is refused, whatever it leads to. Only a frame inside a page may go
 * where `frames` says, since a captcha is one.
 */
export function guardNavigation(app: ContentsEvents, log: Log, frames: FrameRules): void {
  app.on('web-contents-created', (_event, contents) => {
    for (const departure of departures) {
      contents.on(departure, (event) => {
        const url = event.isMainFrame === false ? URL.parse(event.url ?? '') : null;
        if (url && frames.isAdmitted(contents, url)) return;
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
