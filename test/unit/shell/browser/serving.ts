import { request } from 'node:http';
import { createAccess } from '../../../../main/shell/browser/access';
import { createHttpDoorway } from '../../../../main/shell/browser/doorway';
import { createEventStream } from '../../../../main/shell/browser/event-stream';
import { openLoopbackServer } from '../../../../main/shell/loopback/server';
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
  const link = access.createLink();
  const token = new URL(link).searchParams.get('token') ?? '';
  const events = createEventStream(() => {});
  const doorway = createHttpDoorway(events);
  const logged: string[] = [];
  const callbacks: string[] = [];
  const entered: string[] = [];
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
      onCallback(address) {
        callbacks.push(address);
        const { searchParams } = new URL(address);
        if (searchParams.has('activationToken')) return 'activation';
        return searchParams.get('state') === 's' ? 'own' : 'foreign';
      },
      onEntered: () => entered.push('entered'),
      onOwner: (isPageWanted) => ({ isPageWanted }),
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

  /** What a page sends that is the app's own, except the key. */
  const asPage = async () => ({
    cookie: await getCookie(),
    origin: access.origin,
    'content-type': 'application/json',
  });

  let cookie: string | undefined;
  /** The cookie of a browser that followed the link. */
  async function getCookie(): Promise<string> {
    if (cookie !== undefined) return cookie;
    const { headers } = await ask(`/open?token=${token}`);
    cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    return cookie;
  }

  const exchange = async (): Promise<Answer> =>
    ask('/enter', { method: 'POST', headers: await asPage(), body: JSON.stringify({ token }) });

  let key: string | undefined;
  /** Cookie and key of a page that was opened by the link. */
  async function enter(): Promise<{ cookie: string; authorization: string }> {
    key ??= String(JSON.parse((await exchange()).body).key);
    return { cookie: await getCookie(), authorization: `Bearer ${key}` };
  }

  /** The address of one event stream, for a page that is in. */
  async function getStream(query = ''): Promise<string> {
    const headers = { ...(await asPage()), ...(await enter()) };
    const { body } = await ask(`/listen${query}`, { method: 'POST', headers, body: '{}' });
    return `/events?ticket=${String(JSON.parse(body).ticket)}`;
  }

  return {
    access,
    doorway,
    port: server.port,
    logged,
    link: `/open?token=${token}`,
    token,
    callbacks,
    entered,
    languages,
    ask,
    asPage,
    getCookie,
    exchange,
    enter,
    getStream,
    async close() {
      events.close();
      await server.close();
    },
  };
}
