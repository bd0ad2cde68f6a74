import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageKeys, openSignUp, remediations, startTestOrg, type TestOrg } from '../practice';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg();
});
afterEach(() => org.close());

const next = '/practice/admin/next';
const inject = (answer: unknown) => org.postJson(next, answer);

/** An answer as one is recorded at another org. */
function consentPage(host = 'https://idx.okta1.com') {
  return {
    version: '1.0.0',
    stateHandle: '02.recorded',
    expiresAt: '2018-09-17T23:08:56.000Z',
    remediation: {
      type: 'array',
      value: [
        {
          name: 'consent',
          href: `${host}/idp/idx/consent`,
          method: 'POST',
          value: [
            { name: 'consent', type: 'boolean' },
            { name: 'stateHandle', value: '02.recorded', mutable: false, visible: false },
          ],
        },
      ],
    },
    app: { type: 'object', value: { termsOfService: { href: 'https://example.com/tos' } } },
  };
}

describe('an injected answer', () => {
  it('stands in for the next one, and what it asks for is understood', async () => {
    const signUp = await openSignUp(org);
    await inject({ body: consentPage() });
    const own = String(signUp.last().json['stateHandle']);
    const shown = await signUp.post('select-enroll-profile');
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('application/ion+json; okta-version=1.0.0');
    expect(shown.text).not.toContain('02.recorded');
    expect(String(shown.json['stateHandle'])).toBe(own);
    expect(Date.parse(String(shown.json['expiresAt']))).toBeGreaterThan(Date.now());
    expect(shown.text).toContain('https://example.com/tos');
    const after = await signUp.post('consent', { consent: true });
    expect(after.status).toBe(200);
    expect(signUp.steps()).toEqual(['identify', 'select-enroll-profile']);
    expect(messageKeys(after.json)).toEqual([]);
  });

  it.each(['http://localhost:3000', 'https://{yourOktaDomain}', 'https://idx.okta1.com:80', ''])(
    'leads to this org where it led to %s',
    async (host) => {
      const { interactionHandle } = await openSignUp(org);
      await inject({ body: consentPage(host) });
      const { json } = await org.postJson('/idp/idx/introspect', { interactionHandle });
      expect(String(remediations(json)[0]?.['href'])).toBe(`${org.origin}/idp/idx/consent`);
    },
  );

  it('names the sign-up in addresses that a browser opens', async () => {
    const signUp = await openSignUp(org);
    const own = String(signUp.last().json['stateHandle']);
    const link = (path: string) => ({
      name: 'redirect-idp',
      method: 'GET',
      href: `https://x${path}`,
    });
    const value = [link('/sso/idps/a?stateToken=b&c=d'), link('/app/UserHome?stateToken=b')];
    await inject({ body: { remediation: { type: 'array', value } } });
    const { json } = await signUp.act('/idp/idx/enroll');
    expect(remediations(json).map(({ href }) => String(href))).toEqual([
      `${org.origin}/sso/idps/a?stateToken=${own}&c=d`,
      'https://x/app/UserHome?stateToken=b',
    ]);
  });

  it('may be an error, with headers, and no JSON at all', async () => {
    const signUp = await openSignUp(org);
    await inject([
      { status: 429, body: { errorCode: 'E0000047' }, headers: { 'X-Rate-Limit-Reset': '7' } },
      { status: 502, body: '<h1>Proxy</h1>' },
    ]);
    const limited = await signUp.act('/idp/idx/enroll');
    expect(limited.status).toBe(429);
    expect(limited.json).toEqual({ errorCode: 'E0000047' });
    expect(limited.headers.get('x-rate-limit-reset')).toBe('7');
    const { interactionHandle } = signUp;
    const page = await org.postJson('/idp/idx/introspect', { interactionHandle });
    expect(page.status).toBe(502);
    expect(page.text).toBe('<h1>Proxy</h1>');
    expect(page.headers.get('content-type')).toBe('text/html');
  });

  it('stays for as many requests as it is told, polls included, and can be taken back', async () => {
    const signUp = await openSignUp(org);
    await inject([{ body: consentPage(), times: 2 }, { body: { version: 'taken back' } }]);
    await signUp.act('/idp/idx/challenge/poll');
    await signUp.act('/idp/idx/challenge/poll');
    expect(signUp.steps()).toEqual(['consent']);
    expect((await org.get(next)).json).toEqual({ waiting: 1 });
    await org.send('DELETE', next);
    await signUp.act('/idp/idx/challenge/poll');
    expect(signUp.steps()).toEqual(['identify', 'select-enroll-profile']);
  });

  it('may ask for a sign-in while methods are set up, and nothing is lost', async () => {
    const signUp = await openSignUp(org);
    await signUp.profile();
    await inject({ body: consentPage() });
    await signUp.act('/idp/idx/challenge/poll');
    const after = await signUp.act('/idp/idx/identify', { identifier: 'ada' });
    expect(after.status).toBe(200);
    expect(signUp.steps()).toEqual(['select-authenticator-enroll']);
  });

  it('is not spent on a cancel, of which nobody sees the answer', async () => {
    const signUp = await openSignUp(org);
    await inject({ body: consentPage() });
    await signUp.act('/idp/idx/cancel');
    expect(signUp.steps()).toContain('identify');
    expect((await org.get(next)).json).toEqual({ waiting: 1 });
  });

  it('may lead to an address nobody knows: the current step follows, once', async () => {
    const signUp = await openSignUp(org);
    await inject({ body: consentPage() });
    await signUp.act('/idp/idx/enroll');
    const after = await signUp.act('/idp/idx/challenge/unheard-of', { anything: [1] });
    expect(after.status).toBe(200);
    expect(signUp.steps()).toEqual(['identify', 'select-enroll-profile']);
    expect((await signUp.act('/idp/idx/challenge/unheard-of')).status).toBe(404);
  });

  it.each([
    ['/oauth2', '/oauth2/default/.well-known/openid-configuration'],
    ['/api/v1', '/api/v1/domains'],
    ['/.well-known/okta', '/.well-known/okta-organization'],
  ])('may stand in elsewhere: at %s', async (at, path) => {
    const headers = { 'X-Rate-Limit-Reset': '7' };
    await inject({ at, status: 429, body: { errorCode: 'E0000047' }, headers });
    await inject({ at, status: 502, body: '<h1>Proxy</h1>' });
    await inject({ body: consentPage() });
    const limited = await org.get(path);
    expect([limited.status, limited.json]).toEqual([429, { errorCode: 'E0000047' }]);
    expect(limited.headers.get('content-type')).toBe('application/json');
    expect(limited.headers.get('x-rate-limit-reset')).toBe('7');
    expect((await org.get('/practice/outbox')).status, 'nothing of the practice org').toBe(200);
    expect((await org.get(path)).text).toBe('<h1>Proxy</h1>');
    expect((await org.get(path)).status).not.toBe(502);
    expect((await org.get(next)).json, 'the one for a sign-up').toEqual({ waiting: 1 });
    expect((await openSignUp(org)).steps()).toEqual(['consent']);
  });

  it('may be for one step alone, whatever comes before it', async () => {
    await inject({ at: '/idp/idx/enroll/new', status: 503, body: { errorCode: 'E0000010' } });
    const signUp = await openSignUp(org);
    expect((await signUp.post('select-enroll-profile')).status).toBe(200);
    expect((await signUp.post('enroll-profile', {})).status).toBe(503);
  });

  it.each([
    {},
    { status: 99, body: {} },
    { body: {}, times: 0 },
    { body: {}, headers: { 'bad name': 'x' } },
    { body: {}, headers: { good: 'line\nbreak' } },
    { body: {}, delay: 1 },
    { body: {}, at: 'oauth2' },
    'text',
  ])('is refused when it is %o', async (answer) => {
    expect((await inject(answer)).status).toBe(400);
    expect((await org.get(next)).json).toEqual({ waiting: 0 });
  });
});

describe('the list of requests', () => {
  it('says what forms were filled in with, and nothing of the OAuth endpoints', async () => {
    const signUp = await openSignUp(org);
    await signUp.post('identify', { identifier: 'ada' });
    const seen = JSON.parse((await org.get('/practice/admin/requests')).text) as unknown;
    const stateHandle = String(signUp.last().json['stateHandle']);
    expect(seen).toMatchObject([
      { path: '/oauth2/default/v1/interact' },
      { path: '/idp/idx/introspect', body: { interactionHandle: signUp.interactionHandle } },
      { path: '/idp/idx/identify', body: { stateHandle, identifier: 'ada' } },
    ]);
    expect(JSON.stringify(seen)).not.toContain('code_challenge');
  });
});
