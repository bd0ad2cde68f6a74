import type { Transport } from './bridge';
import type { PageSecret } from './page-secret';

const reopenDelay = 1_000;

/** What is used of the browser's `EventSource`. */
type EventStream = Pick<EventTarget, 'addEventListener'> & Pick<EventSource, 'close'>;

export interface HttpTransportOptions {
  fetch(
    path: string,
    init: { method: string; headers: Record<string, string>; body: string },
  ): Promise<Response>;
  /** Opens the one stream that carries every event. */
  openEvents(path: string): EventStream;
  readonly secret: Promise<PageSecret>;
  /** The server of this page does not know the secret. */
  onRefused(): void;
}

/**
 * The browser shell's transport: a POST for each call, one event stream for all events. Nothing is
 * sent before the server has shown that it knows the page's secret, and nothing once the stream
 * has ended, until it has shown it again: whoever takes the port of an app that ended gets no form.
 */
export function createHttpTransport(options: HttpTransportOptions): Transport {
  const { openEvents, secret, onRefused } = options;
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let stream: EventStream | null = null;
  let hasBeenOpen = false;
  /** Whether the server on the other side is the app's own; undefined before the first call. */
  let connection: Promise<boolean> | undefined;

  function deliver(event: Event) {
    if (!(event instanceof MessageEvent)) return;
    const payload: unknown = JSON.parse(String(event.data));
    for (const listener of listeners.get(event.type) ?? []) listener(payload);
  }

  async function post(path: string, body: unknown): Promise<Response> {
    const { key } = await secret;
    return options.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
  }

  /** The ticket for one event stream, from a server that knows this page's secret. */
  async function askForTicket(): Promise<string | null> {
    const { countersign } = await secret;
    const answer = await post('/listen', {});
    if (answer.status === 403 && !hasBeenOpen) onRefused();
    if (!answer.ok) return null;
    const grant: unknown = await answer.json();
    if (typeof grant !== 'object' || grant === null) return null;
    const isKnown = 'countersign' in grant && grant.countersign === countersign;
    return isKnown && 'ticket' in grant && typeof grant.ticket === 'string' ? grant.ticket : null;
  }

  async function open(): Promise<boolean> {
    const ticket = await askForTicket().catch(() => null);
    if (ticket === null) return false;
    const opened = openEvents(`/events?ticket=${encodeURIComponent(ticket)}`);
    stream = opened;
    for (const channel of listeners.keys()) opened.addEventListener(channel, deliver);
    return new Promise((resolve) => {
      let isOpen = false;
      opened.addEventListener('open', () => {
        isOpen = hasBeenOpen = true;
        resolve(true);
      });
      opened.addEventListener('error', () => {
        if (stream !== opened) return;
        // A browser would reconnect by itself, to whoever is there now.
        opened.close();
        stream = null;
        if (isOpen) reconnect();
        else resolve(false);
      });
    });
  }

  function connect(): Promise<boolean> {
    const attempt = open();
    void attempt.then((isOpen) => {
      if (!isOpen) reconnect();
    });
    return attempt;
  }

  /** Calls wait for the next attempt, and fail where it does. */
  function reconnect() {
    connection = new Promise((resolve) => {
      setTimeout(() => resolve(connect()), reopenDelay);
    });
  }

  return {
    async invoke(channel, request) {
      // However long that takes: no event after a call's answer may be missed.
      connection ??= connect();
      if (!(await connection)) throw new Error('The app cannot be reached.');
      const response = await post(`/call/${channel}`, request);
      if (!response.ok) throw new Error(`The app answered ${response.status}.`);
      return response.json();
    },
    subscribe(channel, listener) {
      const known = listeners.get(channel);
      const interested = known ?? new Set();
      interested.add(listener);
      listeners.set(channel, interested);
      connection ??= connect();
      if (!known) stream?.addEventListener(channel, deliver);
      return () => interested.delete(listener);
    },
  };
}
