import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Asked, serveSite } from './serving';

let site: Awaited<ReturnType<typeof serveSite>>;

beforeEach(async () => {
  site = await serveSite();
});

afterEach(() => site.close());

describe('the link', () => {
  it('is exchanged for a cookie that scripts and other sites cannot use', async () => {
    const { status, headers } = await site.ask(`/open?token=${site.access.token}`);
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^frontdesk-${site.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
  });

  it('opens the app once and then says how to get a new one', async () => {
    await site.enter();
    const second = await site.ask(`/open?token=${site.access.token}`);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('stop Frontdesk in its terminal with Ctrl+C and start it again');
  });

  it('leads a browser that is in already to the page', async () => {
    const cookie = await site.enter();
    const { status } = await site.ask(`/open?token=${site.access.token}`, { headers: { cookie } });
    expect(status).toBe(303);
  });

  it('is not spent by a wrong guess', async () => {
    expect((await site.ask('/open?token=guess')).status).toBe(403);
    expect((await site.ask(`/open?token=${site.access.token}`)).status).toBe(303);
  });

  it('moves on from a page of its own when another site led to it', async () => {
    const { status, body } = await site.ask(`/open?token=${site.access.token}`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(status).toBe(200);
    expect(body).toContain('content="0;url=/"');
  });

  it('explains itself in the language of the browser', async () => {
    const { body } = await site.ask('/', { headers: { 'accept-language': 'de-AT,de;q=0.9' } });
    expect(body).toContain('<html lang="de" dir="ltr">');
    expect(body).toContain('Dieser Link wurde schon verwendet');
  });
});

describe('the page', () => {
  it('gets the bridge before its own scripts, and again after a reload', async () => {
    const cookie = await site.enter();
    for (let load = 0; load < 2; load++) {
      const { status, body } = await site.ask('/', { headers: { cookie } });
      expect(status).toBe(200);
      expect(body.indexOf('/bridge.js')).toBeGreaterThan(0);
      expect(body.indexOf('/bridge.js')).toBeLessThan(body.indexOf('app.js'));
    }
    expect((await site.ask('/bridge.js', { headers: { cookie } })).body).toContain('frontdesk');
  });

  it('may connect to its own server and to nothing else', async () => {
    const cookie = await site.enter();
    const { headers } = await site.ask('/', { headers: { cookie } });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("connect-src 'self';");
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('tells the app which languages its browser prefers', async () => {
    const cookie = await site.enter();
    await site.ask('/', { headers: { cookie, 'accept-language': 'fr;q=0.5, ar, *;q=0.1' } });
    expect(site.languages).toEqual([['ar', 'fr']]);
  });
});

describe('without the cookie', () => {
  it.each(['/bridge.js', '/events', '/assets/app.js', '/no/such/file'])(
    'refuses %s',
    async (path) => {
      expect((await site.ask(path)).status).toBe(403);
    },
  );

  it('takes no calls', async () => {
    let isAnswered = false;
    site.doorway.handle('app.read', () => Promise.resolve((isAnswered = true)));
    const { status } = await site.ask('/call/app.read', {
      method: 'POST',
      headers: { origin: site.access.origin, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(status).toBe(403);
    expect(isAnswered).toBe(false);
  });

  it('does not take the cookie of another port for its own', async () => {
    const value = (await site.enter()).split('=')[1];
    const cookie = `frontdesk-1=${value}; other-frontdesk-${site.port}=${value}`;
    expect((await site.ask('/assets/app.js', { headers: { cookie } })).status).toBe(403);
  });
});

describe('a host that is not this server', () => {
  it.each(['attacker.example', 'localhost', '127.0.0.1', '127.0.0.1.attacker.example'])(
    'refuses %s even with the cookie',
    async (host) => {
      const cookie = await site.enter();
      for (const path of ['/', '/open', '/callback', '/assets/app.js']) {
        const { status } = await site.ask(path, { headers: { cookie, host } });
        expect(status).toBe(403);
      }
      expect(site.callbacks).toEqual([]);
    },
  );
});

describe('a call', () => {
  const post = async (asked: Asked = {}, channel = 'app.read') => {
    const cookie = await site.enter();
    return site.ask(`/call/${channel}`, {
      method: 'POST',
      body: '{"page":1}',
      ...asked,
      headers: {
        cookie,
        origin: site.access.origin,
        'content-type': 'application/json',
        ...asked.headers,
      },
    });
  };

  beforeEach(() => {
    site.doorway.handle('app.read', (sender, request) =>
      Promise.resolve({ ok: true, value: { sender, request } }),
    );
  });

  it('is answered for the app’s own page', async () => {
    const { status, body } = await post();
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      ok: true,
      value: { sender: 'trusted', request: { page: 1 } },
    });
  });

  it.each([
    ['another site', { origin: 'https://attacker.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a form', { 'content-type': 'text/plain' }],
  ])('is refused from %s', async (_from, headers) => {
    expect((await post({ headers })).status).toBe(403);
  });

  it('needs a channel that the app serves at the moment', async () => {
    expect((await post({}, 'no.such')).status).toBe(404);
    const stop = site.doorway.handle('practice.outbox', () => Promise.resolve({ ok: true }));
    stop();
    expect((await post({}, 'practice.outbox')).status).toBe(404);
  });

  it.each([
    ['no JSON', '{', 400],
    ['more than any call needs', JSON.stringify('x'.repeat(300_000)), 413],
  ])('is refused when it is %s', async (_what, body, status) => {
    expect((await post({ body })).status).toBe(status);
  });
});

describe('the way back from a sign-in page', () => {
  it('hands the address to the app without a cookie and says what to do', async () => {
    const { status, body } = await site.ask('/callback?state=s&interaction_code=c');
    expect(status).toBe(200);
    expect(body).toContain('You can go back to Frontdesk');
    expect(site.callbacks).toEqual([`${site.access.origin}/callback?state=s&interaction_code=c`]);
  });
});

it('logs neither the token, the cookie nor an address', async () => {
  const cookie = await site.enter();
  await site.ask(`/open?token=${site.access.token}`);
  await site.ask('/callback?interaction_code=canary', { headers: { host: 'attacker.example' } });
  await site.ask('/events', { headers: { cookie } });
  await site.ask('/assets/app.js?canary');
  const everything = site.logged.join('');
  expect(site.logged.length).toBeGreaterThan(0);
  expect(everything).not.toContain('canary');
  expect(everything).not.toContain(site.access.token);
  expect(everything).not.toContain(cookie.split('=')[1]);
});
