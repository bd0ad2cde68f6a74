import type { Transport } from './bridge';

const reopenDelay = 1_000;

/** What is used of the browser's `EventSource`. */
type EventStream = Pick<EventTarget, 'addEventListener'> &
  Pick<EventSource, 'readyState' | 'CLOSED'>;

export interface HttpTransportOptions {
  fetch(
    path: string,
    init: { method: string; headers: Record<string, string>; body: string },
  ): Promise<Response>;
  /** Opens the one stream that carries every event. */
  openEvents(): EventStream;
}

/** The browser shell's transport: a POST for each call, one event stream for all events. */
export function createHttpTransport({ fetch, openEvents }: HttpTransportOptions): Transport {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let stream: EventStream | null = null;
  let isOpen = Promise.resolve();

  function deliver(event: Event) {
    if (!(event instanceof MessageEvent)) return;
    const payload: unknown = JSON.parse(String(event.data));
    for (const listener of listeners.get(event.type) ?? []) listener(payload);
  }

  function open() {
    const opened = openEvents();
    stream = opened;
    // However long that takes: no event after a call's answer may be missed.
    isOpen = new Promise((resolve) => {
      opened.addEventListener('open', () => resolve());
      opened.addEventListener('error', () => resolve());
    });
    for (const channel of listeners.keys()) opened.addEventListener(channel, deliver);
    // A browser reconnects by itself, except after an answer that is no event stream.
    opened.addEventListener('error', () => {
      if (opened.readyState === opened.CLOSED && stream === opened) setTimeout(open, reopenDelay);
    });
  }

  return {
    async invoke(channel, request) {
      await isOpen;
      const response = await fetch(`/call/${channel}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      if (!response.ok) throw new Error(`The app answered ${response.status}.`);
      return response.json();
    },
    subscribe(channel, listener) {
      const known = listeners.get(channel);
      const interested = known ?? new Set();
      interested.add(listener);
      listeners.set(channel, interested);
      if (!stream) open();
      else if (!known) stream.addEventListener(channel, deliver);
      return () => interested.delete(listener);
    },
  };
}
