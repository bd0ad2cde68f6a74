import { get } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAccess } from '../../../../main/shell/browser/access';
import { createEventStream } from '../../../../main/shell/browser/event-stream';
import { openLoopbackServer } from '../../../../main/shell/loopback/server';
import { serveSite } from './serving';

afterEach(() => {
  vi.useRealTimers();
});

interface OpenStream {
  readonly status: number;
  readonly text: () => string;
  close(): void;
}

function openStream(
  port: number,
  headers: Record<string, string> = {},
  path = '/events',
): Promise<OpenStream> {
  return new Promise((resolve, reject) => {
    const asked = get({ host: '127.0.0.1', port, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('error', () => {});
      resolve({
        status: response.statusCode ?? 0,
        text: () => text,
        close: () => asked.destroy(),
      });
    });
    asked.on('error', reject);
  });
}

describe('the event stream', () => {
  it('brings every event to every open page', async () => {
    const site = await serveSite();
    const headers = { cookie: await site.getCookie(), 'sec-fetch-site': 'same-origin' };
    const pages = [
      await openStream(site.port, headers, await site.getStream()),
      await openStream(site.port, headers, await site.getStream()),
    ];
    site.doorway.push('all', 'app.navigated', { page: 'about' });
    for (const page of pages) {
      await vi.waitFor(() =>
        expect(page.text()).toContain('event: app.navigated\ndata: {"page":"about"}\n\n'),
      );
    }
    await site.close();
  });

  it('keeps what is a person’s from a page that shows the desk alone', async () => {
    const site = await serveSite();
    const headers = { cookie: await site.getCookie(), 'sec-fetch-site': 'same-origin' };
    const page = await openStream(site.port, headers, await site.getStream());
    const second = await openStream(site.port, headers, await site.getStream('?audience=all'));
    site.doorway.push('person', 'registration.changed', { phase: 'idle', serial: 1 });
    site.doorway.push('all', 'app.navigated', { page: 'about' });
    for (const one of [page, second]) {
      await vi.waitFor(() => expect(one.text()).toContain('event: app.navigated\n'));
    }
    expect(page.text()).toContain('event: registration.changed\n');
    expect(second.text()).not.toContain('registration.changed');
    await site.close();
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['something that is no browser', {}],
    ['another origin', { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:1' }],
  ])('is refused to %s even with the cookie', async (_to, headers) => {
    const site = await serveSite();
    const cookie = await site.getCookie();
    const path = await site.getStream();
    expect((await openStream(site.port, { cookie, ...headers }, path)).status).toBe(403);
    await site.close();
  });

  it('needs a ticket, which only the key gets and which works once', async () => {
    const site = await serveSite();
    const headers = { cookie: await site.getCookie(), 'sec-fetch-site': 'same-origin' };
    const path = await site.getStream();
    expect((await openStream(site.port, headers)).status).toBe(403);
    expect((await openStream(site.port, headers, `${path}x`)).status).toBe(403);
    expect((await openStream(site.port, headers, path)).status).toBe(200);
    expect((await openStream(site.port, headers, path)).status).toBe(403);
    await site.close();
  });

  it('takes no ticket that is older than half a minute', () => {
    let time = 0;
    const access = createAccess(1, () => time);
    const [early, late] = [access.createTicket('person'), access.createTicket('person')];
    time = 29_999;
    expect(access.takeTicket(early)).toBe('person');
    time = 30_000;
    expect(access.takeTicket(late)).toBeNull();
  });

  it('counts no page that shows the desk alone among those of the person', async () => {
    const onDeserted = vi.fn();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const events = createEventStream(onDeserted);
    const server = await openLoopbackServer();
    const closed: Promise<void>[] = [];
    server.serve((request, response) => {
      closed.push(new Promise((resolve) => response.once('close', () => resolve())));
      events.add(response, request.url === '/desk' ? 'all' : 'person');
    });
    const page = await openStream(server.port);
    await openStream(server.port, {}, '/desk');
    page.close();
    await closed[0];
    vi.advanceTimersByTime(600_000);
    expect(onDeserted).toHaveBeenCalledTimes(1);
    events.close();
    await server.close();
  });

  it('tells when the last page is gone for good, but not for a reload', async () => {
    const onDeserted = vi.fn();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const events = createEventStream(onDeserted);
    const server = await openLoopbackServer();
    const closed: Promise<void>[] = [];
    server.serve((_request, response) => {
      closed.push(new Promise((resolve) => response.once('close', () => resolve())));
      events.add(response, 'person');
    });

    const page = await openStream(server.port);
    page.close();
    await closed[0];
    const reloaded = await openStream(server.port);
    vi.advanceTimersByTime(600_000);
    expect(onDeserted).not.toHaveBeenCalled();

    reloaded.close();
    await closed[1];
    vi.advanceTimersByTime(600_000);
    expect(onDeserted).toHaveBeenCalledTimes(1);
    events.close();
    await server.close();
  });
});
