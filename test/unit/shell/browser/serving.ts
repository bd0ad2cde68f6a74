import { request } from 'node:http';
import { createAccess } from '../../../../main/shell/browser/access';
import { createHttpDoorway } from '../../../../main/shell/browser/doorway';
import { createEventStream } from '../../../../main/shell/browser/event-stream';
import { openLoopbackServer } from '../../../../main/shell/browser/server';
import { createSite } from '../../../../main/shell/browser/site';
import { createLog } from '../../../../main/log';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const page =
  '<!doctype html><html><head><script type="module" src="./app.js"></script></head></html>';

/** The browser shell's server on a real port, with a page of its own and nothing behind it. */
export async function serveSite() {
  const server = await openLoopbackServer();
  const access = createAccess(server.port);
  const events = createEventStream(() => {});
  const doorway = createHttpDoorway(events);
  const logged: string[] = [];
  const callbacks: string[] = [];
  const languages: string[][] = [];
  const file = (text: string, contentType: string) => ({
    contentType,
    isImmutable: false,
    read: (nonce: string) =>
      Promise.resolve(new Uint8Array(Buffer.from(text.replaceAll('NONCE', nonce)))),
  });
  server.serve(
    createSite({
      access,
      files: new Map([
        ['/', file(page, 'text/html; charset=utf-8')],
        ['/assets/app.js', file('run()', 'text/javascript; charset=utf-8')],
      ]),
      bridge: 'window.frontdesk = {}',
      doorway,
      events,
      log: createLog((line) => logged.push(line)),
      onLanguages: (accepted) => languages.push([...accepted]),
      onCallback: (address) => callbacks.push(address),
    }),
  );

  /** A request with exactly these headers, which a browser would not let a page choose. */
  function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port: server.port, path, method, headers, agent: false },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }

  let cookie: string | undefined;
  /** The cookie of a browser that followed the link. */
  async function enter(): Promise<string> {
    if (cookie !== undefined) return cookie;
    const { headers } = await ask(`/open?token=${access.token}`);
    cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    return cookie;
  }

  return {
    access,
    doorway,
    port: server.port,
    logged,
    callbacks,
    languages,
    ask,
    enter,
    async close() {
      events.close();
      await server.close();
    },
  };
}
