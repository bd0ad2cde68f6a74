import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttpTransport } from '../../../../preload/http-transport';

/** As much of the browser's EventSource as the transport uses. */
class FakeEventSource extends EventTarget {
  static readonly opened: FakeEventSource[] = [];
  readonly CLOSED = 2;
  readyState = 0;

  constructor() {
    super();
    FakeEventSource.opened.push(this);
  }

  open() {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  send(channel: string, payload: unknown) {
    this.dispatchEvent(new MessageEvent(channel, { data: JSON.stringify(payload) }));
  }

  fail() {
    this.readyState = this.CLOSED;
    this.dispatchEvent(new Event('error'));
  }
}

const fetch = vi.fn<(path: string, init: { body: string }) => Promise<Response>>(async () =>
  Response.json({ ok: true }),
);
const latest = () => {
  const source = FakeEventSource.opened.at(-1);
  if (!source) throw new Error('No stream was opened.');
  return source;
};
const createTransport = () =>
  createHttpTransport({ fetch, openEvents: () => new FakeEventSource() });

beforeEach(() => {
  FakeEventSource.opened.length = 0;
  fetch.mockClear();
});

describe('events', () => {
  it('travel on one stream, to those who listen for them', () => {
    const transport = createTransport();
    const heard: unknown[] = [];
    const stop = transport.subscribe('app.changed', (payload) => heard.push(['one', payload]));
    transport.subscribe('app.changed', (payload) => heard.push(['two', payload]));
    transport.subscribe('account.changed', (payload) => heard.push(['account', payload]));
    latest().send('app.changed', 1);
    stop();
    latest().send('app.changed', 2);
    latest().send('account.changed', 3);
    expect(FakeEventSource.opened).toHaveLength(1);
    expect(heard).toEqual([
      ['one', 1],
      ['two', 1],
      ['two', 2],
      ['account', 3],
    ]);
  });

  it('go on after the stream was refused once', () => {
    vi.useFakeTimers();
    const heard: unknown[] = [];
    createTransport().subscribe('app.changed', (payload) => heard.push(payload));
    latest().fail();
    vi.advanceTimersByTime(5_000);
    expect(FakeEventSource.opened).toHaveLength(2);
    latest().send('app.changed', 'again');
    expect(heard).toEqual(['again']);
    vi.useRealTimers();
  });
});

describe('a call', () => {
  it('is a POST of the request to its channel', async () => {
    await expect(createTransport().invoke('app.read', { page: 1 })).resolves.toEqual({ ok: true });
    expect(fetch).toHaveBeenCalledWith(
      '/call/app.read',
      expect.objectContaining({ method: 'POST', body: '{"page":1}' }),
    );
  });

  it('waits for the stream, however slow, so that what happens after its answer is heard', async () => {
    vi.useFakeTimers();
    const transport = createTransport();
    transport.subscribe('app.changed', () => {});
    const call = transport.invoke('app.read', {});
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fetch).not.toHaveBeenCalled();
    latest().open();
    await call;
    expect(fetch).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('goes out where there is no stream to be had', async () => {
    const transport = createTransport();
    transport.subscribe('app.changed', () => {});
    const call = transport.invoke('app.read', {});
    latest().fail();
    await expect(call).resolves.toEqual({ ok: true });
  });

  it('fails where the server refuses it', async () => {
    fetch.mockResolvedValueOnce(new Response(null, { status: 403 }));
    await expect(createTransport().invoke('app.read', {})).rejects.toThrow('403');
  });
});
