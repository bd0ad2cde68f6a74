import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Finding, tokenChecks } from '../../../preload/contract/readiness';
import { type Examination, outcomesOf, verdict } from '../../../main/readiness/examination';
import { findingsOf } from '../../../main/readiness/findings';
import { JsonReport, jsonReport } from '../../../main/readiness/json-report';
import { drawReport } from '../../../main/readiness/report';
import { loadTexts } from '../../../main/texts';
import { languages } from '../../../preload/languages';
import { connectionTo, look, type Looking, outcomeOf } from './examining';
import { issuer, orgUrl } from './settings-org';

const sound: Readonly<Record<string, unknown>> = {
  '/.well-known/okta-organization': { pipeline: 'idx' },
  '/oauth2/default/.well-known/openid-configuration': {
    issuer,
    code_challenge_methods_supported: ['S256'],
  },
  '/oauth2/default/v1/interact': { interaction_handle: 'handle' },
  '/idp/idx/introspect': {
    version: '1.0.0',
    stateHandle: 'sh',
    remediation: { value: [{ name: 'select-enroll-profile' }] },
  },
  '/idp/idx/enroll': {
    version: '1.0.0',
    stateHandle: 'sh',
    remediation: {
      value: [
        {
          name: 'enroll-profile',
          value: [
            { name: 'userProfile', form: { value: [{ name: 'email', required: true }] } },
            { name: 'stateHandle', required: true },
          ],
        },
      ],
    },
  },
};

/** An org whose sign-up is in order, and whose management API answers as a test says. */
async function manage(
  answer: (url: URL, signal: AbortSignal) => Response | Promise<Response>,
  rest: Partial<Looking> = {},
) {
  let sent = 0;
  let cancelled = 0;
  const fetch: typeof globalThis.fetch = async (address, init) => {
    sent += 1;
    const request = new Request(address, init);
    const url = new URL(request.url);
    if (url.pathname === '/idp/idx/cancel') cancelled += 1;
    return url.pathname.startsWith('/api/v1')
      ? answer(url, signalOf(init))
      : Response.json(sound[url.pathname] ?? {});
  };
  const connection = connectionTo(orgUrl, { issuer });
  const examination = await look({ connection, token: '00token', fetch, ...rest });
  return { examination, sent, cancelled };
}

/** The signal itself: that of a Request is lost with the Request. */
function signalOf(init: RequestInit | undefined): AbortSignal {
  return init?.signal ?? new AbortController().signal;
}

/** Until the request is given up. */
function silence(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

function tokenOutcomes(examination: Examination) {
  return tokenChecks.map((check) => outcomeOf(examination, check));
}

let page = 0;
const endless = ({ pathname }: URL) =>
  Response.json([{ id: 'x' }], {
    headers: { link: `<${orgUrl}${pathname}?after=${(page += 1)}>; rel="next"` },
  });

describe('a run takes at most its budget', () => {
  it('of 500 requests, at an org whose pages never end, and says what was not looked at', async () => {
    const policies = Array.from({ length: 49 }, (_, id) => ({ id: `pol${id}` }));
    const { examination, sent, cancelled } = await manage((url) =>
      url.pathname === '/api/v1/policies' && !url.searchParams.has('after')
        ? Response.json(policies, {
            headers: { link: `<${orgUrl}/api/v1/policies?after=1>; rel="next"` },
          })
        : endless(url),
    );
    expect(sent).toBeLessThanOrEqual(500);
    expect(cancelled).toBe(1);
    expect(verdict(examination)).not.toBe('ready');
    expect(outcomeOf(examination, 'sign-up-policy').status).toBe('cannot-tell');
  });

  it('of requests: each check that is left says so, the cancel is sent, nobody calls it ready', async () => {
    const { examination, sent, cancelled } = await manage(() => Response.json([]), {
      budget: { requests: 9 },
    });
    expect(sent).toBeLessThanOrEqual(10);
    expect(cancelled).toBe(1);
    const last = outcomeOf(examination, 'system-log');
    expect(last).toMatchObject({ status: 'not-checked', summary: 'budget' });
    expect(verdict(examination)).toBe('cannot-tell');
    const report = jsonReport(examination, await loadTexts('readiness', 'en'));
    expect(report.verdict).toBe('cannot-tell');
    expect(report.notLookedAt).toContain('system-log');
    for (const language of languages) {
      const texts = await loadTexts('readiness', language);
      expect(drawReport(examination, 'text', texts)).toContain(texts.summaries.budget);
    }
  });

  it('of time, where answers never come', async () => {
    const began = performance.now();
    const { examination, cancelled } = await manage((_, signal) => silence(signal), {
      budget: { milliseconds: 300 },
    });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(cancelled).toBe(1);
    for (const outcome of tokenOutcomes(examination)) {
      expect(outcome).toMatchObject({ status: 'not-checked', summary: 'budget' });
    }
    expect(verdict(examination)).toBe('cannot-tell');
  });

  it('of time also before any token: what was begun at the org is cancelled all the same', async () => {
    let cancelled = 0;
    const fetch: typeof globalThis.fetch = async (address, init) => {
      const request = new Request(address, init);
      const { pathname } = new URL(request.url);
      if (pathname === '/idp/idx/enroll') return silence(signalOf(init));
      if (pathname === '/idp/idx/cancel') cancelled += 1;
      return Response.json(sound[pathname] ?? {});
    };
    const examination = await look({
      connection: connectionTo(orgUrl, { issuer }),
      fetch,
      budget: { milliseconds: 300 },
    });
    expect(cancelled).toBe(1);
    expect(outcomeOf(examination, 'enrollment-form').summary).toBe('budget');
    expect(verdict(examination)).toBe('cannot-tell');
  });

  it('of memory, where each page is as long as a page may be', async () => {
    const long = JSON.stringify([{ id: 'x'.repeat(4_000_000) }]);
    const { examination, sent } = await manage(
      ({ pathname }) =>
        new Response(long, {
          headers: { link: `<${orgUrl}${pathname}?after=${(page += 1)}>; rel="next"` },
        }),
    );
    expect(sent).toBeLessThan(30);
    expect(outcomeOf(examination, 'system-log').summary).toBe('budget');
  });

  it.each([
    ['seconds', '3600'],
    ['more seconds than there are', '9'.repeat(400)],
    ['a date', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ])('whatever pause a 429 asks for in %s', async (_, pause) => {
    const began = performance.now();
    const { examination } = await manage(
      () =>
        Response.json(
          { errorCode: 'E0000047' },
          { status: 429, headers: { 'retry-after': pause } },
        ),
      { budget: { milliseconds: 20_000 } },
    );
    expect(performance.now() - began).toBeLessThan(10_000);
    for (const outcome of tokenOutcomes(examination)) {
      expect(outcome).toMatchObject({ status: 'cannot-tell', causes: ['rate-limited'] });
    }
    expect(verdict(examination)).toBe('cannot-tell');
  });

  it('but a short pause that it asks for is kept', async () => {
    let asked = 0;
    const began = performance.now();
    const { examination } = await manage(() => {
      asked += 1;
      return asked === 1
        ? new Response('', { status: 429, headers: { 'retry-after': '1' } })
        : Response.json([]);
    });
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
    expect(tokenOutcomes(examination).map(({ causes }) => causes)).not.toContainEqual([
      'rate-limited',
    ]);
  });
});

describe('a list whose pages do not end', () => {
  it.each([
    ['go on for ever', () => `${orgUrl}/api/v1/domains?after=${(page += 1)}`],
    ['lead back to one that was read', () => `${orgUrl}/api/v1/domains?after=same`],
    ['lead to themselves', () => `${orgUrl}/api/v1/domains`],
  ])('cannot be told where they %s', async (_, next) => {
    let asked = 0;
    const { examination } = await manage(({ pathname }) => {
      if (pathname !== '/api/v1/domains') return Response.json([]);
      asked += 1;
      return Response.json([{ domain: 'acme.okta.com', validationStatus: 'VERIFIED' }], {
        headers: { link: `<${next()}>; rel="next"` },
      });
    });
    expect(asked).toBeLessThanOrEqual(50);
    expect(outcomeOf(examination, 'domains')).toMatchObject({
      status: 'cannot-tell',
      summary: 'endless-list',
    });
  });
});

const html = { headers: { 'content-type': 'text/html' } };
const json = (status: number, errorCode: string) => () =>
  Response.json({ errorCode, errorSummary: 'No.' }, { status });

const refusals: readonly (readonly [
  name: string,
  answer: (url: URL, signal: AbortSignal) => Response | Promise<Response>,
])[] = [
  ['a 403', json(403, 'E0000006')],
  ['a 403 of a feature that the org lacks', json(403, 'E0000015')],
  ['a 401', json(401, 'E0000011')],
  ['a 400', json(400, 'E0000001')],
  ['a 429', () => new Response('', { status: 429, headers: { 'retry-after': '999' } })],
  ['a 302', () => new Response('', { status: 302, headers: { location: '/login' } })],
  ['a 307', () => new Response('', { status: 307, headers: { location: 'https://evil.example' } })],
  ['a 500', json(500, 'E0000009')],
  ['a 502 of a proxy', () => new Response('<html>', { ...html, status: 502 })],
  ['a 404 of a proxy', () => new Response('<html>', { ...html, status: 404 })],
  ['a 511', () => new Response('<html>', { ...html, status: 511 })],
  ['a page', () => new Response('<html>', html)],
  ['nothing at all', () => new Response('')],
  ['silence', (_, signal) => silence(signal)],
  ['a connection that breaks', () => Promise.reject(new TypeError('fetch failed'))],
];

describe('with a token, nothing that it was given for is answered', () => {
  it.each(refusals)(
    'but %s: it cannot be told',
    async (_, answer) => {
      const { examination } = await manage(answer, { limit: 50 });
      expect(outcomeOf(examination, 'enrollment-form').status).toMatch(/pass|warn/);
      expect(verdict(examination)).toBe('cannot-tell');
    },
    60_000,
  );

  it('nor where the org server is in use, which is told without asking', async () => {
    const connection = connectionTo(orgUrl);
    const fetch: typeof globalThis.fetch = async (address, init) => {
      const { pathname } = new URL(new Request(address, init).url);
      if (pathname.startsWith('/api/v1')) return json(403, 'E0000006')();
      const answer = sound[pathname.replace('/oauth2/v1', '/oauth2/default/v1')];
      return Response.json(
        pathname.includes('openid')
          ? { issuer: orgUrl, code_challenge_methods_supported: ['S256'] }
          : (answer ?? {}),
      );
    };
    const examination = await look({ connection, token: '00token', fetch });
    expect(outcomeOf(examination, 'authorization-server').status).toBe('pass');
    expect(verdict(examination)).toBe('cannot-tell');
  });

  it.each([403, 407, 413, 451, 511])('and a %i of a gateway is named as that', async (status) => {
    const { examination } = await manage(() => new Response('<html>', { ...html, status }), {
      budget: { requests: 30 },
    });
    expect(outcomeOf(examination, 'sign-up-policy').causes).toEqual(['proxy-refuses']);
    const fetch: typeof globalThis.fetch = async () => new Response('<html>', { ...html, status });
    const blocked = await look({ connection: connectionTo(orgUrl), fetch });
    expect(outcomeOf(blocked, 'org-address').causes).toEqual(['proxy-refuses']);
    expect(verdict(blocked)).toBe('cannot-tell');
  });

  it('but one answer is enough', async () => {
    const { examination } = await manage(({ pathname }) =>
      pathname.startsWith('/api/v1/rate-limit') ? Response.json({}) : json(403, 'E0000006')(),
    );
    expect(verdict(examination)).toBe('ready');
  });
});

const body = fc.oneof(
  fc.json(),
  fc.constantFrom('', '<html>', '[]', '{}', `[${'{},'.repeat(2000)}{}]`, '['.repeat(20_000)),
);
const reply = fc.record({
  status: fc.constantFrom(200, 200, 200, 204, 302, 400, 401, 403, 404, 413, 429, 500, 503, 511),
  text: body,
  next: fc.constantFrom('', '?after=a', '?after=b', '/api/v1/groups', '//evil.example/', ':'),
  pause: fc.constantFrom('', '0', '5', '1e9', '-1', 'soon', 'Fri, 31 Dec 9999 23:59:59 GMT'),
  silent: fc.boolean(),
});

it('whatever the org answers, a run ends within its budget, with a verdict and a report', async () => {
  const texts = await loadTexts('readiness', 'en');
  const isLong = process.env['FRONTDESK_LONG'] !== undefined;
  await fc.assert(
    fc.asyncProperty(
      fc.array(reply, { minLength: 1, maxLength: 10 }),
      fc.nat(5),
      fc.nat(60),
      async (replies, kept, requests) => {
        let turn = 0;
        let sent = 0;
        const fetch: typeof globalThis.fetch = async (address, init) => {
          sent += 1;
          const request = new Request(address, init);
          const known = Object.keys(sound).indexOf(new URL(request.url).pathname);
          if (known >= 0 && known < kept) return Response.json(Object.values(sound)[known]);
          const chosen = replies[turn++ % replies.length];
          if (!chosen || (chosen.silent && turn % 3 === 0)) return silence(signalOf(init));
          const { status, text, next, pause } = chosen;
          return new Response(status === 204 ? null : text, {
            status,
            headers: {
              ...(next && { link: `<${next}>; rel="next"` }),
              ...(pause && { 'retry-after': pause }),
            },
          });
        };
        const began = performance.now();
        const examination = await look({
          connection: connectionTo(orgUrl, { issuer }),
          token: '00token',
          fetch,
          limit: 20,
          budget: { requests, milliseconds: 60 },
        });
        // Two busy cores take their time; no pause or silence is waited for beyond the budget.
        expect(performance.now() - began).toBeLessThan(3000);
        expect(sent).toBeLessThanOrEqual(requests + 1);
        expect(['ready', 'not-ready', 'cannot-tell']).toContain(verdict(examination));
        expect(outcomesOf(examination).size).toBe(examination.results.size);
        for (const finding of findingsOf(examination, texts)) v.parse(Finding, finding);
        v.parse(JsonReport, jsonReport(examination, texts));
        drawReport(examination, 'markdown', texts);
      },
    ),
    { numRuns: isLong ? 10_000 : 200, endOnFailure: true },
  );
}, 900_000);
