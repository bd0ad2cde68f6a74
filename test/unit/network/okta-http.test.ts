import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../../main/log';
import { createOktaHttp } from '../../../main/network/okta-http';

type Fetch = typeof globalThis.fetch;

async function listen(answer: RequestListener) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, seen };
}

function httpTo(origin: string, fetch: Fetch = globalThis.fetch) {
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  return {
    lines,
    ...createOktaHttp({ fetch, allowedOrigins: [origin], language: () => 'en', log }),
  };
}

/** A fetch that notes how it was asked and fails. */
function failing(error: Error) {
  const asked: RequestInit[] = [];
  const fetch: Fetch = async (_input, init) => {
    asked.push(init ?? {});
    throw error;
  };
  return { asked, fetch };
}

describe('a request to the org', () => {
  it('is not carried on to where a redirect points', async () => {
    const elsewhere = await listen((_request, response) => response.end('{}'));
    const org = await listen((_request, response) =>
      response.writeHead(307, { Location: `${elsewhere.origin}/taken` }).end(),
    );
    const { send } = httpTo(org.origin);
    const outcome = await send({ method: 'POST', url: `${org.origin}/idp/idx`, body: 'password' });
    expect(outcome).toEqual({ kind: 'redirected' });
    expect(elsewhere.seen).toEqual([]);
  });

  it('takes a redirect for the answer where it is told to', async () => {
    const org = await listen((_request, response) =>
      response.writeHead(302, { Location: '/next' }).end(),
    );
    const { send } = httpTo(org.origin);
    const outcome = await send({ method: 'GET', url: `${org.origin}/mail`, redirect: 'manual' });
    expect(outcome).toMatchObject({ status: 302, headers: { location: '/next' } });
    expect(org.seen).toEqual(['GET /mail']);
  });

  it('goes to no other origin, whatever an answer names', async () => {
    const elsewhere = await listen((_request, response) => response.end('{}'));
    const { send, lines } = httpTo('https://org.example');
    expect(await send({ method: 'POST', url: `${elsewhere.origin}/` })).toEqual({
      kind: 'other-host',
      host: new URL(elsewhere.origin).host,
    });
    expect(await send({ method: 'POST', url: 'no address' })).toEqual({ kind: 'unreachable' });
    expect(elsewhere.seen).toEqual([]);
    expect(lines.join('')).toContain('foreign-origin');
  });

  it('leaves nothing in a cache', async () => {
    const { asked, fetch } = failing(new TypeError('fetch failed'));
    await httpTo('https://org.example', fetch).send({
      method: 'POST',
      url: 'https://org.example/',
    });
    expect(asked).toMatchObject([{ cache: 'no-store', redirect: 'error' }]);
  });

  it('is sent once where it could act twice, and once more where it only asks', async () => {
    const org = await listen((_request, response) => response.writeHead(503).end());
    const { send } = httpTo(org.origin);
    await send({ method: 'POST', url: `${org.origin}/form` });
    await send({ method: 'GET', url: `${org.origin}/asked` });
    await send({ method: 'GET', url: `${org.origin}/link`, hasEffect: true });
    expect(org.seen).toEqual(['POST /form', 'GET /asked', 'GET /asked', 'GET /link']);
  });

  it('ends with the person it belongs to, and none is sent after', async () => {
    const org = await listen(() => {});
    const { send, abort } = httpTo(org.origin);
    const sent = send({ method: 'POST', url: `${org.origin}/form`, timeout: 10_000 });
    await expect.poll(() => org.seen).toHaveLength(1);
    abort();
    expect(await sent).toEqual({ kind: 'aborted' });
    expect(await send({ method: 'POST', url: `${org.origin}/form` })).toEqual({ kind: 'aborted' });
    expect(org.seen).toHaveLength(1);
  });

  it('is logged without its query', async () => {
    const org = await listen((_request, response) => response.end('{}'));
    const { send, lines } = httpTo(org.origin);
    await send({ method: 'GET', url: `${org.origin}/mail?token=secret` });
    expect(lines.join('')).toContain('/mail');
    expect(lines.join('')).not.toContain('secret');
  });

  it.each([
    new TypeError('fetch failed', {
      cause: Object.assign(new Error('self-signed'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    }),
    new TypeError('fetch failed', {
      cause: Object.assign(new Error('no issuer'), { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
    }),
    new Error('net::ERR_CERT_DATE_INVALID'),
  ])('tells a certificate that is not trusted from no answer', async (error) => {
    const { send } = httpTo('https://org.example', failing(error).fetch);
    expect(await send({ method: 'POST', url: 'https://org.example/' })).toEqual({ kind: 'tls' });
  });
});
