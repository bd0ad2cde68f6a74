import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttpTransport } from '../../../../preload/bridges/http-transport';

/** As much of the browser's EventSource as the transport uses. */
class FakeEventSource extends EventTarget {
  static readonly opened: FakeEventSource[] = [];
  isClosed = false;

  constructor(readonly path: string) {
    super();
    FakeEventSource.opened.push(this);
  }

  close() {
    this.isClosed = true;
  }

  open() {
    this.dispatchEvent(new Event('open'));
  }

  send(channel: string, payload: unknown) {
    this.dispatchEvent(new MessageEvent(channel, { data: JSON.stringify(payload) }));
  }

  fail() {
    this.dispatchEvent(new Event('error'));
  }
}

const secret = { key: 'the-key', countersign: 'the-countersign' };
const grant = { ticket: 't/1', countersign: secret.countersign };
let answerListen: () => Promise<Response>;

const fetch = vi.fn<(path: string, init: { body: string }) => Promise<Response>>(async (path) =>
  path === '/listen' ? answerListen() : Response.json({ ok: true }),
);
const onRefused = vi.fn();
const called = () => fetch.mock.calls.map(([path]) => path).filter((path) => path !== '/listen');
const latest = async () => {
  await vi.waitFor(() => expect(FakeEventSource.opened.length).toBeGreaterThan(0));
  const source = FakeEventSource.opened.at(-1);
  if (!source) throw new Error('No stream was opened.');
  return source;
};
const createTransport = () =>
  createHttpTransport({
    fetch,
    openEvents: (path) => new FakeEventSource(path),
    secret: Promise.resolve(secret),
    onRefused,
  });

beforeEach(() => {
  FakeEventSource.opened.length = 0;
  fetch.mockClear();
  onRefused.mockClear();
  answerListen = () => Promise.resolve(Response.json(grant));
});

describe('events', () => {
  it('travel on one stream, to those who listen for them', async () => {
    const transport = createTransport();
    const heard: unknown[] = [];
    const stop = transport.subscribe('app.changed', (payload) => heard.push(['one', payload]));
    transport.subscribe('app.changed', (payload) => heard.push(['two', payload]));
    transport.subscribe('account.changed', (payload) => heard.push(['account', payload]));
    const stream = await latest();
    stream.send('app.changed', 1);
    stop();
    stream.send('app.changed', 2);
    stream.send('account.changed', 3);
    expect(FakeEventSource.opened).toHaveLength(1);
    expect(stream.path).toBe('/events?ticket=t%2F1');
    expect(heard).toEqual([
      ['one', 1],
      ['two', 1],
      ['two', 2],
      ['account', 3],
    ]);
  });

  it.each([
    ['was refused once', []],
    ['has ended, with a ticket of its own', ['open']],
  ])('go on after the stream %s', async (_case, before) => {
    vi.useFakeTimers();
    const heard: unknown[] = [];
    createTransport().subscribe('app.changed', (payload) => heard.push(payload));
    const first = await latest();
    if (before.length > 0) first.open();
    first.fail();
    // A browser would reconnect by itself to whoever has the port then.
    expect(first.isClosed).toBe(true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(FakeEventSource.opened).toHaveLength(2);
    (await latest()).send('app.changed', 'again');
    expect(heard).toEqual(['again']);
    vi.useRealTimers();
  });

  it('are asked for with the key, and never before the page has one', async () => {
    createHttpTransport({
      fetch,
      openEvents: (path) => new FakeEventSource(path),
      secret: new Promise(() => {}),
      onRefused,
    }).subscribe('app.changed', () => {});
    createTransport().subscribe('app.changed', () => {});
    await latest();
    expect(fetch.mock.calls.map(([, init]) => init)).toEqual([
      expect.objectContaining({
        headers: { 'content-type': 'application/json', authorization: 'Bearer the-key' },
      }),
    ]);
  });
});

describe('a call', () => {
  /** A transport whose stream is open. */
  async function connected() {
    const transport = createTransport();
    transport.subscribe('app.changed', () => {});
    (await latest()).open();
    return transport;
  }

  it('is a POST of the request to its channel, with the key', async () => {
    const transport = await connected();
    await expect(transport.invoke('app.read', { page: 1 })).resolves.toEqual({ ok: true });
    expect(fetch).toHaveBeenCalledWith('/call/app.read', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer the-key' },
      body: '{"page":1}',
    });
  });

  it('waits for the stream, however slow, so that what happens after its answer is heard', async () => {
    vi.useFakeTimers();
    const transport = createTransport();
    transport.subscribe('app.changed', () => {});
    const call = transport.invoke('app.read', {});
    await vi.advanceTimersByTimeAsync(30_000);
    expect(called()).toEqual([]);
    (await latest()).open();
    await call;
    expect(called()).toEqual(['/call/app.read']);
    vi.useRealTimers();
  });

  it('is not sent where there is no stream to be had', async () => {
    const call = createTransport().invoke('app.read', {});
    (await latest()).fail();
    await expect(call).rejects.toThrow('cannot be reached');
    expect(called()).toEqual([]);
  });

  it.each([
    ['knows another countersign', () => Response.json({ ...grant, countersign: 'guess' })],
    ['knows none', () => Response.json({ ticket: 't' })],
    ['gives no ticket', () => Response.json({ countersign: secret.countersign })],
    ['speaks something else', () => new Response('<!doctype html>')],
    ['fails', () => new Response(null, { status: 502 })],
  ])('is not sent to a server that %s', async (_how, answer) => {
    answerListen = () => Promise.resolve(answer());
    await expect(createTransport().invoke('app.read', {})).rejects.toThrow('cannot be reached');
    expect(called()).toEqual([]);
    expect(FakeEventSource.opened).toEqual([]);
  });

  it('is not sent to whoever answers after the stream has ended', async () => {
    vi.useFakeTimers();
    const transport = await connected();
    answerListen = () => Promise.resolve(Response.json({ ticket: 't', countersign: 'guess' }));
    (await latest()).fail();
    const call = expect(transport.invoke('registration.submit', {})).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(5_000);
    await call;
    expect(called()).toEqual([]);
    vi.useRealTimers();
  });

  it('fails where the server refuses it', async () => {
    const transport = await connected();
    fetch.mockResolvedValueOnce(new Response(null, { status: 403 }));
    await expect(transport.invoke('app.read', {})).rejects.toThrow('403');
    expect(onRefused).not.toHaveBeenCalled();
  });

  it('tells of a key that the server never knew', async () => {
    answerListen = () => Promise.resolve(new Response(null, { status: 403 }));
    await expect(createTransport().invoke('app.read', {})).rejects.toThrow();
    expect(onRefused).toHaveBeenCalledTimes(1);
  });
});
