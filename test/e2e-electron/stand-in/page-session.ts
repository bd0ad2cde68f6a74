import type { Browser, BrowserContext, Request as PageRequest, Route } from '@playwright/test';
import { FakeSession } from '../../unit/shell/electron/fake-electron';

/** The app's own scheme, as a Chromium without Electron can have it: one secure origin. */
const pageOrigin = 'https://frontdesk.test';
const appOrigin = 'app://frontdesk';

export const toPageAddress = (address: string) =>
  address.startsWith(`${appOrigin}/`) ? pageOrigin + address.slice(appOrigin.length) : address;

export const toElectronAddress = (address: string) =>
  address.startsWith(`${pageOrigin}/`) ? appOrigin + address.slice(pageOrigin.length) : address;

/** A session whose pages live in a context of Chromium's, and whose requests reach their hosts. */
export class PageSession extends FakeSession {
  #context: Promise<BrowserContext> | null = null;
  override readonly cookies = {
    get: async () => [...this.jar, ...((await (await this.#context)?.cookies()) ?? [])],
  };

  constructor(
    private readonly browser: Browser,
    partition: string,
    options: { cache: boolean } | null,
  ) {
    super(partition, options);
    this.respond = (request) => this.#askHost(request);
  }

  context(): Promise<BrowserContext> {
    this.#context ??= this.#open();
    return this.#context;
  }

  override async clearStorageData() {
    await super.clearStorageData();
    await (await this.#context)?.clearCookies();
  }

  async close() {
    await (await this.#context)?.close();
  }

  async #open() {
    const context = await this.browser.newContext();
    await context.route('**/*', (route) => this.#answer(route));
    return context;
  }

  /** What `webRequest` lets out is answered by the handler of its scheme; there is no other way. */
  async #answer(route: Route) {
    try {
      const address = toElectronAddress(route.request().url());
      const answer = this.served.get(new URL(address).protocol.slice(0, -1));
      if (!this.isLetOut(address) || !answer) return await route.abort('blockedbyclient');
      const response = await answer(toHandlerRequest(route.request(), address));
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    } catch {
      // The page may be gone by now.
      await route.abort('failed').catch(() => {});
    }
  }

  async #askHost(request: Request): Promise<Response> {
    const headers = new Headers(request.headers);
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie !== '') headers.set('Cookie', cookie);
    const body = request.body === null ? {} : { body: await request.arrayBuffer() };
    const { url, method } = request;
    const response = await fetch(url, { method, headers, redirect: 'manual', ...body });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string) {
    const [pair = ''] = line.split(';');
    const [name = '', ...value] = pair.split('=');
    if (/;\s*max-age=0/i.test(line)) this.jar.delete(name.trim());
    else this.jar.set(name.trim(), value.join('='));
  }
}

/** A handler finds the referrer beside the headers (electron/electron#44690), and no origin. */
function toHandlerRequest(asked: PageRequest, address: string): Request {
  const { referer = 'about:client', ...rest } = asked.headers();
  const headers = new Headers(rest);
  headers.delete('origin');
  const sent = asked.postDataBuffer();
  const body = sent === null ? {} : { body: new Uint8Array(sent) };
  const request = new Request(address, { method: asked.method(), headers, ...body });
  Object.defineProperty(request, 'referrer', { value: referer });
  return request;
}
