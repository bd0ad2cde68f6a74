import { beforeEach, describe, expect, it } from 'vitest';
import { createNetFetch, ProxyAsksForPassword } from '../../../../main/shell/electron/net-fetch';
import { type FakeElectron, fakeElectron, FakeSession } from './fake-electron';

let electron: FakeElectron;
let session: FakeSession;

beforeEach(() => {
  electron = fakeElectron();
  session = electron.session.fromPartition('person', { cache: false });
});

const fetchWith = (options?: { bypassesHandlers: boolean }) =>
  createNetFetch(electron.net, 'person', options);

const redirect = () =>
  new Response(null, { status: 302, headers: { Location: 'https://org.example/next' } });

describe('createNetFetch', () => {
  it('sends method, headers and body, and hands on status, headers and body', async () => {
    const seen: Request[] = [];
    session.respond = (request) => {
      seen.push(request);
      return Response.json({ version: '1.0.0' }, { status: 201, headers: { 'X-Request': 'a' } });
    };
    const answer = await fetchWith()('https://org.example/idp/idx/enroll', {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: '{"stateHandle":"02"}',
    });
    expect(await seen[0]?.text()).toBe('{"stateHandle":"02"}');
    expect(seen[0]?.headers.get('accept')).toBe('application/json');
    expect([answer.status, answer.headers.get('x-request')]).toEqual([201, 'a']);
    expect(await answer.json()).toEqual({ version: '1.0.0' });
  });

  it('makes an answer of a redirect that the caller wants to see, and asks once', async () => {
    session.respond = redirect;
    const answer = await fetchWith()('https://org.example/email/verify/0oa1', {
      redirect: 'manual',
    });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('https://org.example/next');
    expect(session.requests).toHaveLength(1);
  });

  it.each(['error', 'follow'] as const)('follows no redirect, also with "%s"', async (mode) => {
    session.respond = redirect;
    const asked = fetchWith()('https://org.example/', { redirect: mode });
    await expect(asked).rejects.toThrow('redirect policy');
    expect(session.requests).toHaveLength(1);
  });

  it('ends with its signal, before and while the body is read', async () => {
    const aborted = AbortSignal.abort(new Error('given up'));
    await expect(fetchWith()('https://org.example/', { signal: aborted })).rejects.toThrow(
      'given up',
    );
    expect(session.requests).toEqual([]);

    const giveUp = new AbortController();
    session.respond = () => new Promise(() => {});
    const waiting = fetchWith()('https://org.example/', { signal: giveUp.signal });
    giveUp.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');

    const later = new AbortController();
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000)),
    });
    session.respond = () => new Response(endless);
    const answer = await fetchWith()('https://org.example/', { signal: later.signal });
    const reading = answer.text();
    later.abort(new Error('left as well'));
    await expect(reading).rejects.toThrow('left as well');
  });

  it('stops a body that nobody reads on', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(1_000));
      },
    });
    session.respond = () => new Response(endless);
    const answer = await fetchWith()('https://org.example/');
    await answer.body?.cancel();
    await new Promise((resolve) => setImmediate(resolve));
    const atCancel = given;
    await new Promise((resolve) => setImmediate(resolve));
    expect(given).toBeLessThanOrEqual(atCancel + 1);
  });

  it('fails with what Chromium says', async () => {
    session.respond = () => Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED'));
    await expect(fetchWith()('https://org.example/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  });

  it('names the proxy that asks for a password', async () => {
    session.respond = () => new Response('no', { status: 407 });
    const asked = fetchWith()('https://org.example/');
    await expect(asked).rejects.toThrow(ProxyAsksForPassword);
    await expect(asked).rejects.toMatchObject({ proxy: 'proxy.example:3128' });
  });

  it('has no body where the status allows none', async () => {
    session.respond = () => new Response(null, { status: 204 });
    const answer = await fetchWith()('https://org.example/');
    expect([answer.status, answer.body]).toEqual([204, null]);
  });
});

describe('the stand-in for Electron', () => {
  const ask = (redirect: 'manual' | 'error') =>
    new Promise<Error>((resolve) => {
      const request = electron.net.request({
        partition: 'person',
        method: 'GET',
        url: 'https://org.example/',
        redirect,
        bypassCustomProtocolHandlers: false,
      });
      request.on('error', resolve);
      request.end();
    });

  it('ends a redirect in the words of Electron', async () => {
    session.respond = redirect;
    expect((await ask('manual')).message).toBe('Redirect was cancelled');
    expect((await ask('error')).message).toContain("redirect policy was 'error'");
  });
});
