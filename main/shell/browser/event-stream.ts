import type { ServerResponse } from 'node:http';
import type { Audience } from '../../../preload/contract';

/** How long no page has to be open before the person counts as gone: a reload takes a moment. */
const absence = 60_000;
/** Something on the wire now and then, so that a page notices a dead connection. */
const heartbeat = 20_000;

export interface EventStream {
  /** Keeps `response` open and writes what its page may hear to it until the page goes away. */
  add(response: ServerResponse, audience: Audience): void;
  push(audience: Audience, channel: string, payload: unknown): void;
  close(): void;
}

/** Server-sent events to all open pages. `onDeserted` runs when every page that shows the person has
 * been closed. */
export function createEventStream(onDeserted: () => void): EventStream {
  const pages = new Map<ServerResponse, Audience>();
  const beat = setInterval(() => writeToAll(':\n\n'), heartbeat);
  let desertion: NodeJS.Timeout | undefined;

  function writeToAll(text: string) {
    for (const page of pages.keys()) page.write(text);
  }

  return {
    add(response, audience) {
      if (audience === 'person') clearTimeout(desertion);
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(':\n\n');
      pages.set(response, audience);
      response.on('close', () => {
        pages.delete(response);
        const isLast = audience === 'person' && ![...pages.values()].includes('person');
        if (isLast) desertion = setTimeout(onDeserted, absence);
      });
    },
    push(audience, channel, payload) {
      const text = `event: ${channel}\ndata: ${JSON.stringify(payload)}\n\n`;
      for (const [page, heard] of pages) {
        if (audience === 'all' || heard === 'person') page.write(text);
      }
    },
    close() {
      clearInterval(beat);
      for (const page of pages.keys()) page.end();
      pages.clear();
      clearTimeout(desertion);
    },
  };
}
