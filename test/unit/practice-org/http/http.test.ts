import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interactForm, openSignUp, rawRequest, startTestOrg, type TestOrg } from '../practice';

let org: TestOrg;
let port: string;
beforeAll(async () => {
  org = await startTestOrg({ trustedOrigins: ['https://app.example'] });
  port = new URL(org.origin).port;
});
afterAll(() => org.close());

const introspect = '/idp/idx/introspect';
const preflight = (path: string, origin: string, method = 'POST') =>
  org.send('OPTIONS', path, {
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'content-type,x-okta-user-agent-extended',
    },
  });

describe('cross-origin requests', () => {
  it.each([
    'http://localhost:4711',
    'http://127.0.0.1:80',
    'http://[::1]:5',
    'https://app.example',
  ])('are open with credentials to the trusted origin %s', async (origin) => {
    const { status, headers } = await preflight(introspect, origin);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('access-control-allow-headers')).toContain('x-okta-user-agent-extended');
    const form = interactForm(org);
    const answer = await org.postForm('/oauth2/default/v1/interact', form, { Origin: origin });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-expose-headers')).toContain('X-Rate-Limit-Limit');
  });

  it.each(['https://evil.example', 'http://localhost.evil.example', 'null'])(
    'are closed to %s, but for metadata and keys',
    async (origin) => {
      const refused = await preflight(introspect, origin);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
      const keys = await org.get('/oauth2/default/v1/keys', { Origin: origin });
      expect(keys.headers.get('access-control-allow-origin')).toBe('*');
      expect(keys.headers.get('access-control-allow-credentials')).toBeNull();
    },
  );
});

describe('addresses', () => {
  it('answers under every name of loopback, on both protocols where there are both', async () => {
    const path = '/.well-known/okta-organization';
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      expect((await rawRequest(port, { path, host: `${name}:${port}` })).status).toBe(200);
    }
  });

  it('refuses a name that was rebound to loopback, outbox and admin included', async () => {
    for (const path of ['/.well-known/okta-organization', '/practice/outbox', '/practice/admin']) {
      expect((await rawRequest(port, { path, host: `evil.example:${port}` })).status).toBe(421);
    }
  });
});

describe('outbox and admin', () => {
  it.each([
    { Origin: 'http://localhost:1' },
    { Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('are closed to a page that sends %o', async (headers) => {
    for (const path of ['/practice/outbox', '/practice/admin/users']) {
      const refused = await org.send('GET', path, { headers });
      expect(refused.status).toBe(403);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    }
    const change = await org.send('POST', '/practice/admin/expire-sessions', { headers });
    expect(change.status).toBe(403);
  });
});

describe('requests Okta would refuse', () => {
  it.each([
    ['GET', '/idp/idx/introspect', undefined, undefined, 405, 'E0000022'],
    ['POST', '/idp/idx/unheard-of', '{}', 'application/json', 404, 'E0000007'],
    ['POST', introspect, '{"a"', 'application/json', 400, 'E0000003'],
    ['POST', introspect, 'a=b', 'application/x-www-form-urlencoded', 415, 'E0000021'],
    ['POST', introspect, 'hello', 'text/plain', 415, 'E0000021'],
    ['POST', introspect, `"${'x'.repeat(300_000)}"`, 'application/json', 400, 'E0000003'],
  ])('%s %s', async (method, path, body, type, status, code) => {
    const answer = await org.send(method, path, {
      ...(body !== undefined && { body }),
      ...(type !== undefined && { headers: { 'Content-Type': type } }),
    });
    expect(answer.status).toBe(status);
    expect(answer.json['errorCode']).toBe(code);
  });

  it('survives bodies of every JSON kind', async () => {
    for (const body of [null, 7, 'text', [], { stateHandle: {} }, { interactionHandle: [] }]) {
      expect((await org.postJson(introspect, body)).status).toBe(401);
    }
    const signUp = await openSignUp(org);
    for (const userProfile of [null, 7, [], { email: { a: 1 } }, { firstName: [] }]) {
      expect((await signUp.profile(userProfile as object)).status).toBe(400);
      await signUp.post('select-identify');
    }
  });
});

describe('the rate limit', () => {
  it('counts each endpoint group by the minute and answers 429 with Okta’s headers', async () => {
    const strict = await startTestOrg({ requestsPerMinute: 2 });
    const ask = () => strict.postJson(introspect, {});
    expect((await ask()).headers.get('x-rate-limit-remaining')).toBe('1');
    await ask();
    const limited = await ask();
    expect(limited.status).toBe(429);
    expect(limited.json['errorCode']).toBe('E0000047');
    expect(limited.headers.get('x-rate-limit-limit')).toBe('2');
    expect(limited.headers.get('x-rate-limit-remaining')).toBe('0');
    const reset = Number(limited.headers.get('x-rate-limit-reset')) * 1000 - Date.now();
    expect(reset).toBeGreaterThan(0);
    expect(reset).toBeLessThanOrEqual(61_000);
    const other = await strict.postForm('/oauth2/default/v1/interact', interactForm(strict));
    expect(other.status).toBe(200);
    expect((await strict.get('/.well-known/openid-configuration')).status).toBe(200);
    strict.wait(61);
    expect((await ask()).status).toBe(401);
    await strict.close();
  });
});
