import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../../main/log';
import { createOktaHttp } from '../../../main/network/okta-http';
import { largestBody, readBody } from '../../../main/network/read-body';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bodyOf = (source: UnderlyingDefaultSource<Uint8Array>) =>
  new Response(new ReadableStream<Uint8Array>(source));

async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a body', () => {
  it('is read as UTF-8, also where a character comes in two pieces', async () => {
    const bytes = utf8('Grüße');
    const pieces = [bytes.slice(0, 3), bytes.slice(3)];
    const response = bodyOf({
      pull(controller) {
        const piece = pieces.shift();
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
    });
    expect(await readBody(response)).toEqual({ kind: 'text', text: 'Grüße' });
  });

  it('may be missing', async () => {
    expect(await readBody(new Response(null))).toEqual({ kind: 'text', text: '' });
  });

  it('may be as long as the limit, and no byte longer', async () => {
    expect(await readBody(new Response('x'.repeat(10)), { limit: 10 })).toMatchObject({
      kind: 'text',
    });
    expect(await readBody(new Response('x'.repeat(11)), { limit: 10 })).toEqual({
      kind: 'too-large',
    });
    expect(largestBody).toBe(5 * 1024 * 1024);
  });

  it('without an end is left where the limit is, and its source told', async () => {
    let sent = 0;
    let isCancelled = false;
    const response = bodyOf({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
      cancel: () => void (isCancelled = true),
    });
    expect(await readBody(response)).toEqual({ kind: 'too-large' });
    expect(isCancelled).toBe(true);
    expect(sent).toBeLessThan(largestBody + 3 * 65_536);
  });

  it('of crumbs lets others have their turn, and ends with the abort', async () => {
    const abort = new AbortController();
    const response = bodyOf({ pull: (controller) => controller.enqueue(new Uint8Array(0)) });
    const reading = readBody(response, { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('given up')), 20);
    await expect(reading).rejects.toThrow('given up');
  });

  it('that stays away ends with the abort, also one given before', async () => {
    const abort = new AbortController();
    const reading = readBody(bodyOf({}), { signal: abort.signal });
    abort.abort(new Error('given up'));
    await expect(reading).rejects.toThrow('given up');
    await expect(readBody(bodyOf({}), { signal: abort.signal })).rejects.toThrow('given up');
  });

  it('that breaks off says so', async () => {
    const response = bodyOf({ pull: (controller) => controller.error(new Error('reset')) });
    await expect(readBody(response)).rejects.toThrow('reset');
  });
});

describe('the network of a sign-up', () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024);

  function open(origin: string) {
    const lines: string[] = [];
    const http = createOktaHttp({
      fetch: globalThis.fetch,
      allowedOrigins: [origin],
      language: () => 'en',
      log: createLog((line) => lines.push(line)),
    });
    return { http, lines };
  }

  it.each([
    ['gzip', gzipSync(zeros)],
    ['br', brotliCompressSync(zeros)],
    ['gzip, gzip', gzipSync(gzipSync(zeros))],
  ])('counts what a small body in %s becomes', async (encoding, packed) => {
    expect(packed.length).toBeLessThan(100_000);
    const origin = await serve((response) => {
      response.writeHead(200, { 'content-encoding': encoding, location: '/on' });
      response.end(packed);
    });
    const { http, lines } = open(origin);
    expect(await http.send({ method: 'POST', url: `${origin}/idp/idx/enroll` })).toMatchObject({
      kind: 'too-large',
      status: 200,
      headers: { location: '/on' },
    });
    expect(lines.join()).toContain('"outcome":"too-large"');
  });

  it('leaves an endless body, and answers other calls meanwhile', async () => {
    let isLeft = false;
    const origin = await serve((response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000))) continue;
      };
      response.on('drain', more).on('close', () => (isLeft = true));
      more();
    });
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    onTestFinished(() => clearInterval(ticking));
    const outcome = await open(origin).http.send({ method: 'POST', url: `${origin}/` });
    expect(outcome.kind).toBe('too-large');
    expect(turns).toBeGreaterThan(0);
    await expect.poll(() => isLeft).toBe(true);
  });

  it('ends the reading with the time that a request has, and with the sign-up', async () => {
    const origin = await serve((response) => void response.write('{"version":'));
    const { http } = open(origin);
    const url = `${origin}/`;
    expect(await http.send({ method: 'POST', url, timeout: 100 })).toEqual({ kind: 'timeout' });
    const waiting = http.send({ method: 'POST', url });
    setTimeout(() => http.abort(), 100);
    expect(await waiting).toEqual({ kind: 'aborted' });
  });
});
