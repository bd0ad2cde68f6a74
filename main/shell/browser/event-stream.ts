import type { ServerResponse } from 'node:http';

/** How long no page has to be open before the person counts as gone: a reload takes a moment. */
const absence = 60_000;
/** Something on the wire now and then, so that a page notices a dead connection. */
const heartbeat = 20_000;

export interface EventStream {
  /** Keeps `response` open and writes every event to it until the page goes away. */
  add(response: ServerResponse): void;
  push(channel: string, payload: unknown): void;
  close(): void;
}

/** Server-sent events to all open pages. `onDeserted` runs when every page has been closed. */
export function createEventStream(onDeserted: () => void): EventStream {
  const pages = new Set<ServerResponse>();
  const beat = setInterval(() => writeToAll(':\n\n'), heartbeat);
  let desertion: NodeJS.Timeout | undefined;

  function writeToAll(text: string) {
    for (const page of pages) page.write(text);
  }

  return {
    add(response) {
      clearTimeout(desertion);
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(':\n\n');
      pages.add(response);
      response.on('close', () => {
        pages.delete(response);
        if (pages.size === 0) desertion = setTimeout(onDeserted, absence);
      });
    },
    push(channel, payload) {
      writeToAll(`event: ${channel}\ndata: ${JSON.stringify(payload)}\n\n`);
    },
    close() {
      clearInterval(beat);
      for (const page of pages) page.end();
      pages.clear();
      clearTimeout(desertion);
    },
  };
}
