import { describe, expect, it, onTestFinished } from 'vitest';
import { request } from 'node:http';
import { once } from 'node:events';
import { createLog } from '../../../../main/log';
import type { ReturnedLink } from '../../../../main/platform';
import { createCallbackSite } from '../../../../main/shell/loopback/callback';
import { openLoopbackServer } from '../../../../main/shell/loopback/server';

async function serve(link: ReturnedLink = 'own') {
  const server = await openLoopbackServer();
  onTestFinished(() => server.close());
  const origin = `http://127.0.0.1:${server.port}`;
  const taken: string[] = [];
  const onCallback = (address: string) => {
    taken.push(address);
    return link;
  };
  server.serve(createCallbackSite({ origin, log: createLog(() => {}), onCallback }));
  return { origin, taken, port: server.port };
}

describe('the way back over this machine', () => {
  it.each([
    ['own', 200],
    ['activation', 200],
    ['foreign', 404],
  ] as const)('hands over the address and says that it is %s', async (link, status) => {
    const { origin, taken } = await serve(link);
    const answer = await fetch(`${origin}/callback?state=a&interaction_code=b`, {
      headers: { 'Accept-Language': 'fr' },
    });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('lang="fr"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(taken).toEqual([`${origin}/callback?state=a&interaction_code=b`]);
  });

  it.each([
    ['is no page', 403, { 'Sec-Fetch-Dest': 'image' }],
    ['is fetched ahead', 503, { 'Sec-Purpose': 'prefetch;prerender' }],
    ['names another server', 403, { Host: 'evil.example' }],
    ['names another port', 403, { Host: '127.0.0.1:1' }],
  ])('takes nothing back of a request that %s', async (_, status, headers) => {
    const { port, taken } = await serve();
    const asked = request({ host: '127.0.0.1', port, path: '/callback?state=a', headers }).end();
    const [answer] = await once(asked, 'response');
    expect(answer.statusCode).toBe(status);
    answer.resume();
    expect(taken).toEqual([]);
  });

  it.each([
    ['/', 'GET', 404],
    ['/callback/', 'GET', 404],
    ['/callback', 'POST', 405],
    ['/open?token=a', 'GET', 404],
  ])('has nothing at %s for a %s', async (path, method, status) => {
    const { origin, taken } = await serve();
    expect((await fetch(origin + path, { method })).status).toBe(status);
    expect(taken).toEqual([]);
  });
});
