import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Asked, serveSite } from './serving';

let site: Awaited<ReturnType<typeof serveSite>>;

beforeEach(async () => {
  site = await serveSite();
});

afterEach(() => site.close());

describe('the link', () => {
  it('shows the page and gives a cookie that scripts and other sites cannot use', async () => {
    const { status, headers, body } = await site.ask(site.link);
    expect(status).toBe(200);
    expect(body).toContain('/bridge.js');
    expect(headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^frontdesk-${site.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
  });

  it('is exchanged for the key once, and then says how to get a new one', async () => {
    const { status, body } = await site.exchange();
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      key: expect.stringMatching(/^[\w-]{43}$/),
      countersign: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect((await site.exchange()).status).toBe(403);
    const second = await site.ask(site.link);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('stop Frontdesk in its terminal with Ctrl+C and start it again');
    expect(site.entered).toHaveLength(1);
  });

  it('leads a browser that is in already to the page', async () => {
    const { cookie } = await site.enter();
    const { status, headers } = await site.ask(site.link, { headers: { cookie } });
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
  });

  it('is not spent by a wrong guess, a look at it or a page that is fetched ahead', async () => {
    expect((await site.ask('/open?token=guess')).status).toBe(403);
    expect((await site.ask(site.link)).status).toBe(200);
    for (const headers of [
      { 'sec-purpose': 'prefetch' },
      { 'sec-purpose': 'prefetch;prerender' },
      { purpose: 'prefetch' },
      { 'x-moz': 'prefetch' },
    ]) {
      const ahead = await site.ask(site.link, { headers });
      expect(ahead.status).toBe(503);
      expect(ahead.headers['set-cookie']).toBeUndefined();
    }
    expect((await site.exchange()).status).toBe(200);
  });

  it.each(['image', 'iframe', 'empty', 'script', 'object'])(
    'is no %s of another page',
    async (destination) => {
      const headers = { 'sec-fetch-dest': destination };
      const { status, headers: answered } = await site.ask(site.link, { headers });
      expect(status).toBe(403);
      expect(answered['set-cookie']).toBeUndefined();
    },
  );

  it.each([
    ['another site', { origin: 'https://attacker.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a form', { 'content-type': 'text/plain' }],
    ['a browser without the cookie', { cookie: '' }],
  ])('is exchanged for nothing by %s', async (_by, headers) => {
    const asked = { ...(await site.asPage()), ...headers };
    const body = JSON.stringify({ token: site.token });
    const refused = await site.ask('/enter', { method: 'POST', headers: asked, body });
    expect(refused.status).toBe(403);
    expect((await site.exchange()).status).toBe(200);
  });

  it('goes on from a page of its own, once, where a reload brings no cookie along', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const first = await site.ask('/', { headers });
    expect(first.body).toContain('content="0;url=/?again"');
    expect((await site.ask('/?again', { headers })).status).toBe(403);
  });

  it('can be had anew by another start of the same person, and by no page', async () => {
    const authorization = `Bearer ${site.access.ownerKey}`;
    const ask = (headers: Record<string, string>) =>
      site.ask('/again?page', { method: 'POST', headers });
    expect(JSON.parse((await ask({ authorization })).body)).toEqual({ isPageWanted: true });
    const { cookie, authorization: pageKey } = await site.enter();
    for (const headers of [
      {},
      { cookie, authorization: pageKey },
      { authorization, origin: site.access.origin },
    ]) {
      expect((await ask(headers)).status).toBe(403);
    }
  });

  it('stops to work where many later ones wait to be used', async () => {
    for (let made = 0; made < 8; made += 1) site.access.createLink();
    expect((await site.ask(site.link)).status).toBe(403);
  });

  it('explains itself in the language of the browser', async () => {
    const { body } = await site.ask('/', { headers: { 'accept-language': 'de-AT,de;q=0.9' } });
    expect(body).toContain('<html lang="de" dir="ltr">');
    expect(body).toContain('Dieser Link wurde schon verwendet');
  });
});

describe('the page', () => {
  it('gets the bridge before its own scripts, and again after a reload', async () => {
    const { cookie } = await site.enter();
    for (let load = 0; load < 2; load++) {
      const { status, body } = await site.ask('/', { headers: { cookie } });
      expect(status).toBe(200);
      expect(body.indexOf('/bridge.js')).toBeGreaterThan(0);
      expect(body.indexOf('/bridge.js')).toBeLessThan(body.indexOf('app.js'));
    }
    expect((await site.ask('/bridge.js', { headers: { cookie } })).body).toContain('frontdesk');
  });

  it('may connect to its own server and to nothing else', async () => {
    const { cookie } = await site.enter();
    const { headers } = await site.ask('/', { headers: { cookie } });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("connect-src 'self';");
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('tells the app which languages its browser prefers', async () => {
    const { cookie } = await site.enter();
    site.languages.length = 0;
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
    const value = (await site.getCookie()).split('=')[1];
    const cookie = `frontdesk-1=${value}; other-frontdesk-${site.port}=${value}`;
    expect((await site.ask('/assets/app.js', { headers: { cookie } })).status).toBe(403);
  });
});

it('finds its cookie behind one of the same name that another port has set', async () => {
  const cookie = `frontdesk-${site.port}=other; ${await site.getCookie()}`;
  expect((await site.ask('/assets/app.js', { headers: { cookie } })).status).toBe(200);
});

describe('a host that is not this server', () => {
  it.each(['attacker.example', 'localhost', '127.0.0.1', '127.0.0.1.attacker.example'])(
    'refuses %s even with the cookie',
    async (host) => {
      const cookie = await site.getCookie();
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
    const page = await site.enter();
    return site.ask(`/call/${channel}`, {
      method: 'POST',
      body: '{"page":1}',
      ...asked,
      headers: {
        ...page,
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
    ['whoever has the cookie alone', { authorization: '' }],
    ['whoever guesses the key', { authorization: 'Bearer guess' }],
    ['whoever has the key alone', { cookie: '' }],
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

  it('says of the address of nobody here that it changed nothing', async () => {
    const { status, body } = await site.ask('/callback?state=other&interaction_code=c');
    expect(status).toBe(404);
    expect(body).toContain('This address belongs to no sign-up that is under way');
  });

  it('says of an activation link that it has to be opened elsewhere', async () => {
    const { status, body } = await site.ask('/callback?activationToken=t');
    expect(status).toBe(200);
    expect(body).toContain('Frontdesk cannot activate this account');
  });

  it.each([
    ['an image', { 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors' }, 403],
    ['a frame', { 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate' }, 403],
    ['a request of a script', { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' }, 403],
    ['an embedded object', { 'sec-fetch-dest': 'embed', 'sec-fetch-mode': 'navigate' }, 403],
    ['a page that is fetched ahead', { 'sec-purpose': 'prefetch;prerender' }, 503],
  ])('is never %s', async (_what, headers, status) => {
    const answer = await site.ask('/callback?state=s&interaction_code=c', { headers });
    expect(answer.status).toBe(status);
    expect(site.callbacks).toEqual([]);
  });

  it('is an address of this server', async () => {
    for (const path of ['http://attacker.example/callback?state=s', '//attacker.example/callback'])
      expect((await site.ask(path)).status).toBe(403);
    expect(site.callbacks).toEqual([]);
  });
});

it('logs neither the token, the cookie, the key nor an address', async () => {
  const { cookie, authorization } = await site.enter();
  await site.ask(site.link);
  await site.ask('/callback?interaction_code=canary', { headers: { host: 'attacker.example' } });
  await site.ask('/events', { headers: { cookie } });
  await site.ask('/assets/app.js?canary');
  const everything = site.logged.join('');
  expect(site.logged.length).toBeGreaterThan(0);
  expect(everything).not.toContain('canary');
  expect(everything).not.toContain(site.token);
  expect(everything).not.toContain(cookie.split('=')[1]);
  expect(everything).not.toContain(authorization.split(' ')[1]);
});
