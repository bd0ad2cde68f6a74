import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { Finding } from '../../../preload/contract/readiness';
import { isAllowed } from '../../../main/readiness/allowed-requests';
import { verdict } from '../../../main/readiness/examination';
import { findingsOf } from '../../../main/readiness/findings';
import { loadTexts } from '../../../main/texts';
import { connectionTo, look, outcomeOf } from './examining';

const orgUrl = 'https://acme.okta.com';
const token = '00canary-token-of-an-administrator';

interface Sent {
  readonly url: URL;
  readonly method: string;
  readonly authorization: string | null;
}

/** An org in this process that answers whatever a test says. */
function answering(answer: (url: URL) => Response) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (address, init) => {
    const request = new Request(address, init);
    const url = new URL(request.url);
    sent.push({ url, method: request.method, authorization: request.headers.get('authorization') });
    return answer(url);
  };
  return { sent, fetch };
}

const sound: Readonly<Record<string, unknown>> = {
  '/.well-known/okta-organization': { pipeline: 'idx' },
  '/.well-known/openid-configuration': {
    issuer: orgUrl,
    code_challenge_methods_supported: ['S256'],
  },
  '/oauth2/v1/interact': { interaction_handle: 'handle' },
  '/idp/idx/introspect': {
    version: '1.0.0',
    stateHandle: 'sh',
    remediation: { value: [{ name: 'select-enroll-profile' }] },
  },
};

const names = ['__proto__', 'constructor', 'toString', 'id', 'status', 'conditions', 'settings'];
const json = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.double(),
    fc.constantFrom(null, true, 'ACTIVE', 'x'.repeat(5000), 1e308, '../../evil'),
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('any'), { maxKeys: 6 }),
    fc.record({ version: fc.string(), remediation: tie('any'), messages: tie('any') }),
    fc.record({ remediation: fc.record({ value: fc.array(tie('any')) }), version: tie('any') }),
  ),
})).any;
const body = fc.oneof(
  json.map((value) => JSON.stringify(value) ?? ''),
  fc.constantFrom('', '<html>', '[', `[${'{},'.repeat(5000)}{}]`, '['.repeat(20_000)),
);
const link = fc.constantFrom(
  '',
  '<https://evil.example/api/v1/groups>; rel="next"',
  '<x:.evil.example/api/v1/groups>; rel="next"',
  '<https://acme.okta.com/api/v1/groups?a>; rel="self", <?after=b>; rel="next"',
);
const date = fc.constantFrom('', 'nonsense', 'Fri, 31 Dec 9999 23:59:59 GMT', '1970');
const reply = fc.tuple(
  fc.constantFrom(200, 200, 200, 204, 302, 400, 401, 403, 404),
  body,
  link,
  date,
);

it('whatever an org answers, a check ends with findings and keeps to what it may send', async () => {
  const texts = await loadTexts('readiness', 'en');
  await fc.assert(
    fc.asyncProperty(
      fc.array(reply, { minLength: 3, maxLength: 12 }),
      fc.nat(4),
      async (replies, kept) => {
        let turn = 0;
        const { sent, fetch } = answering((url) => {
          const known = Object.keys(sound).indexOf(url.pathname);
          if (known >= 0 && known < kept) return Response.json(sound[url.pathname]);
          const [status, text, next, at] = replies[turn++ % replies.length] ?? [200, '', '', ''];
          const headers = { ...(next && { link: next }), ...(at && { date: at }) };
          return new Response(status === 204 ? null : text, { status, headers });
        });
        const examination = await look({ connection: connectionTo(orgUrl), token, fetch });
        for (const finding of findingsOf(examination, texts)) v.parse(Finding, finding);
        if (verdict(examination) === 'ready') {
          expect(outcomeOf(examination, 'enrollment-form').status).toMatch(/pass|warn/);
        }
        for (const { url, method, authorization } of sent) {
          expect(isAllowed(method, url.pathname)).toBe(true);
          if (authorization !== null) expect(url.origin).toBe(orgUrl);
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

it('a link to a next page never makes another host of the org’s', async () => {
  const next = '<x:.evil.example/api/v1/groups>; rel="next"';
  const { sent, fetch } = answering((url) =>
    url.pathname in sound
      ? Response.json(sound[url.pathname])
      : Response.json([], { headers: { link: next } }),
  );
  await look({ connection: connectionTo(orgUrl), token, fetch });
  expect([...new Set(sent.map(({ url }) => url.origin))]).toEqual([orgUrl]);
});

it('a token stays here where only the issuer, on another host, is an authorization server', async () => {
  const issuer = 'https://login.example.org/oauth2/default';
  const { sent, fetch } = answering(({ origin, pathname }) =>
    origin === orgUrl
      ? new Response('<html>', { status: 404 })
      : Response.json(
          pathname.includes('/.well-known/')
            ? { issuer, code_challenge_methods_supported: ['S256'] }
            : sound[pathname.replace('/oauth2/default', '/oauth2')],
        ),
  );
  const examination = await look({ connection: connectionTo(orgUrl, { issuer }), token, fetch });
  expect(outcomeOf(examination, 'issuer').status).toBe('pass');
  expect(sent.filter(({ authorization }) => authorization !== null)).toEqual([]);
  expect(outcomeOf(examination, 'sign-up-policy').status).toBe('not-checked');
});

it('a token stays here where nothing shows that the host is an Okta org', async () => {
  const { sent, fetch } = answering(() => new Response('<html>Welcome</html>'));
  const examination = await look({ connection: connectionTo(orgUrl), token, fetch });
  expect(sent.filter(({ authorization }) => authorization !== null)).toEqual([]);
  expect(outcomeOf(examination, 'sign-up-policy').status).toBe('not-checked');
});

it('a page in place of the settings says nothing of them', async () => {
  const { fetch } = answering((url) =>
    url.pathname in sound ? Response.json(sound[url.pathname]) : new Response('<html>'),
  );
  const examination = await look({ connection: connectionTo(orgUrl), token, fetch });
  for (const check of ['app-settings', 'app-assignment', 'sign-up-policy'] as const) {
    expect(outcomeOf(examination, check)).toMatchObject({
      status: 'cannot-tell',
      causes: ['unusual-answer'],
    });
  }
});

it('a token that no header can carry is refused, and no network is blamed', async () => {
  const { fetch } = answering((url) => Response.json(sound[url.pathname] ?? []));
  const examination = await look({ connection: connectionTo(orgUrl), token: 'a\nb', fetch });
  expect(outcomeOf(examination, 'sign-up-policy').causes).toEqual(['token-refused']);
});

it('knows Everyone by its ID where the groups do not come along, and ends its look at the log', async () => {
  const everyone = { id: '00gE', type: 'BUILT_IN', profile: { name: 'Everyone' } };
  const { sent, fetch } = answering(({ pathname }) => {
    if (pathname === '/api/v1/apps/0oa1') return Response.json({ id: '0oa1' });
    if (pathname === '/api/v1/apps/0oa1/groups') return Response.json([{ id: '00gE' }]);
    return Response.json(pathname === '/api/v1/groups' ? [everyone] : (sound[pathname] ?? []));
  });
  const examination = await look({ connection: connectionTo(orgUrl), token, fetch });
  expect(outcomeOf(examination, 'app-assignment').status).toBe('pass');
  const log = sent.find(({ url }) => url.pathname === '/api/v1/logs');
  expect(log?.url.searchParams.has('until')).toBe(true);
});

it.each([
  ['deeper', `[{"id":${'['.repeat(200)}${']'.repeat(200)}}]`],
  ['of more names', `[{${Array.from({ length: 10_001 }, (_, at) => `"n${at}":1`).join()}}]`],
])('settings %s than anybody reads are none', async (_, text) => {
  const { fetch } = answering((url) =>
    url.pathname in sound ? Response.json(sound[url.pathname]) : new Response(text),
  );
  const examination = await look({ connection: connectionTo(orgUrl), token, fetch });
  expect(outcomeOf(examination, 'sign-up-policy').causes).toEqual(['unusual-answer']);
  expect(verdict(examination)).toBe('cannot-tell');
});
