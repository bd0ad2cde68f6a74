import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReadinessView, type RunRequest } from '../../../preload/contract/readiness';
import { createLog } from '../../../main/log';
import type { Connection } from '../../../main/network/connection';
import english from '../../../main/texts/en/readiness.json';
import { createReadiness, type ReadinessPorts } from '../../../main/readiness';
import { connectionTo } from './examining';
import { type FakeOrg, startFakeOrg } from './fake-org';

const secret = '00canary-token-of-an-administrator';

let org: FakeOrg;
let folder: string;
let lines: string[];
let views: ReadinessView[];
let connection: Connection | null;

beforeEach(async () => {
  org = await startFakeOrg();
  folder = mkdtempSync(join(tmpdir(), 'readiness-'));
  lines = [];
  views = [];
  connection = connectionTo(org.url);
});
afterEach(async () => {
  await org.close();
  rmSync(folder, { recursive: true });
});

function open(change: Partial<ReadinessPorts> = {}) {
  return createReadiness({
    connection: async () => connection,
    preview: () => ({ problems: [{ key: 'orgUrl', problem: 'admin-host' }] }),
    wayBack: () => 'scheme-elsewhere',
    practiceToken: () => null,
    openNetwork: () => ({ fetch: globalThis.fetch, close: async () => {} }),
    language: () => 'en',
    log: createLog((line) => lines.push(line)),
    now: () => 1_700_000_000_000,
    folder,
    onChange: (view) => views.push(v.parse(ReadinessView, view)),
    ...change,
  });
}

const all: RunRequest = { draft: null, token: { kind: 'none' }, scope: 'all' };
const withToken: RunRequest = { ...all, token: { kind: 'typed', token: `  ${secret}\n` } };

async function ended(): Promise<ReadinessView> {
  const deadline = Date.now() + 5000;
  while (Date.now() < deadline) {
    const last = views.at(-1);
    if (last?.state === 'done' || last?.state === 'cancelled') return last;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the check came to no end');
}

const valueOf = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
  if (!result.ok) throw new Error('refused');
  return result.value;
};

describe('a run', () => {
  it('is answered at once and told of as it goes', async () => {
    const { handlers } = open();
    expect(valueOf(await handlers.read({})).state).toBe('idle');
    expect(valueOf(await handlers.run(all)).state).toBe('running');
    const done = await ended();
    expect(done).toMatchObject({ verdict: 'ready', host: new URL(org.url).host });
    expect(views[0]?.findings.map(({ status }) => status)).toContain('waiting');
    const serials = views.map(({ serial }) => serial);
    expect(serials).toEqual([...serials].sort((one, other) => one - other));
    expect(valueOf(await handlers.read({}))).toMatchObject({ state: 'done', verdict: 'ready' });
  });

  it('is over, also where no network can be opened for it', async () => {
    const { handlers } = open({
      openNetwork: () => {
        throw new Error('no network');
      },
    });
    await handlers.run(all);
    await expect.poll(() => lines.join('')).toContain('readiness.failed');
    expect(await handlers.run(all)).toMatchObject({ ok: true });
  });

  it('is one at a time', async () => {
    const { handlers } = open();
    await handlers.run(all);
    expect(await handlers.run(all)).toMatchObject({ ok: false, error: { code: 'busy' } });
    await ended();
  });

  it('is possible again after settings that could not be read', async () => {
    let isBroken = true;
    const { handlers } = open({
      connection: async () => {
        if (isBroken) throw new Error('unreadable');
        return connection;
      },
    });
    await expect(handlers.run(all)).rejects.toThrow('unreadable');
    isBroken = false;
    expect(valueOf(await handlers.run(all)).state).toBe('running');
    await ended();
  });

  it('that is left before it begins keeps no token', async () => {
    const { handlers, leave } = open();
    const begun = handlers.run(withToken);
    leave();
    await begun;
    await ended();
    expect(valueOf(await handlers.read({})).hasToken).toBe(false);
  });

  it('needs an org', async () => {
    connection = null;
    expect(await open().handlers.run(all)).toMatchObject({ ok: false, error: { code: 'no-org' } });
  });

  it('of settings that cannot be tried says which, and sends nothing', async () => {
    const view = valueOf(await open().handlers.run({ ...all, draft: { orgUrl: 'x' } }));
    expect(view).toMatchObject({
      state: 'done',
      verdict: 'not-ready',
      problems: [{ key: 'orgUrl', problem: 'admin-host' }],
    });
    expect(view.findings[0]?.causes[0]?.title).toContain('Admin Console');
    expect(org.received).toEqual([]);
  });

  it('that is cancelled ends as cancelled and is no part of the history', async () => {
    org.replies['POST /oauth2/v1/interact'] = 'hang';
    const { handlers } = open();
    await handlers.run(all);
    while (org.received.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    await handlers.cancel({});
    expect(await ended()).toMatchObject({ state: 'cancelled', verdict: null, history: [] });
  });

  it('speaks the language of the app, also when that changes', async () => {
    let language: 'en' | 'de' = 'en';
    const { handlers } = open({ language: () => language });
    await handlers.run(all);
    const before = (await ended()).findings[0]?.name;
    language = 'de';
    const after = valueOf(await handlers.read({})).findings[0]?.name;
    expect(before).toBe('Org address, network and certificate');
    expect(after).not.toBe(before);
  });
});

describe('the history', () => {
  it('is kept for the next start, newest first', async () => {
    const { handlers } = open();
    await handlers.run(all);
    const first = await ended();
    org.replies['POST /oauth2/v1/interact'] = [401, { error: 'invalid_client' }];
    await handlers.run(all);
    views.length = 0;
    const second = await ended();
    const { history } = valueOf(await open().handlers.read({}));
    expect(history.map(({ reference }) => reference)).toEqual([second.reference, first.reference]);
    expect(history[0]).toMatchObject({ verdict: 'not-ready', isAutomatic: false });
    expect(history[0]?.failed).toEqual(['Client, grant, redirect URI and scopes']);
  });

  it('holds why a desk was not ready, under the reference that was shown', async () => {
    org.replies['POST /idp/idx/introspect'] = [200, { version: '1.0.0' }];
    const readiness = open();
    const reference = readiness.investigate(connectionTo(org.url));
    expect(reference).toMatch(/^FD-[A-Z2-9]{5}$/);
    expect(lines.join('')).toContain(reference);
    const view = await new Promise<ReadinessView>((resolve) => {
      const timer = setInterval(() => {
        const last = views.at(-1);
        if (!last) return;
        clearInterval(timer);
        resolve(last);
      }, 10);
    });
    expect(view.history[0]).toMatchObject({
      reference,
      isAutomatic: true,
      verdict: 'not-ready',
      failed: ['Sign-up offered'],
    });
  });

  it('holds one look for all that try again within five minutes, and another one later', async () => {
    let time = 1_700_000_000_000;
    const readiness = open({ now: () => time });
    const reference = readiness.investigate(connectionTo(org.url));
    expect(readiness.investigate(connectionTo(org.url))).toBe(reference);
    time += 300_000;
    expect(readiness.investigate(connectionTo(org.url))).not.toBe(reference);
    await expect.poll(() => views.at(-1)?.history.length).toBe(2);
  });

  it('is no reason to fail where it cannot be written', async () => {
    const { handlers } = open({ folder: '/dev/null/nowhere' });
    await handlers.run(all);
    expect((await ended()).history).toHaveLength(1);
  });
});

describe('a token', () => {
  it('goes to the org alone, and is in no view, no log and no report', async () => {
    const { handlers } = open();
    await handlers.run(withToken);
    const done = await ended();
    expect(done.hasToken).toBe(true);
    expect(org.authorizations).toContain(`SSWS ${secret}`);
    const { text } = valueOf(await handlers.report({ format: 'text' }));
    const everything = JSON.stringify([views, lines, text, valueOf(await handlers.read({}))]);
    expect(everything).not.toContain(secret);
  });

  it('is kept for another look, until the page is left', async () => {
    const { handlers } = open();
    await handlers.run(withToken);
    await ended();
    org.authorizations.length = 0;
    views.length = 0;
    await handlers.run({ ...all, token: { kind: 'kept' } });
    await ended();
    expect(org.authorizations).toContain(`SSWS ${secret}`);

    await handlers.leave({});
    expect(valueOf(await handlers.read({})).hasToken).toBe(false);
    org.authorizations.length = 0;
    views.length = 0;
    await handlers.run({ ...all, token: { kind: 'kept' } });
    await ended();
    expect(org.authorizations).not.toContain(`SSWS ${secret}`);
  });

  it('given for one org is not shown to another', async () => {
    const { handlers } = open();
    await handlers.run(withToken);
    await ended();
    const other = await startFakeOrg();
    connection = connectionTo(other.url);
    views.length = 0;
    await handlers.run({ ...all, token: { kind: 'kept' } });
    expect((await ended()).hasToken).toBe(false);
    expect(other.authorizations.filter((one) => one !== '')).toEqual([]);
    await other.close();
  });

  it.each(['SSWS', 'Bearer'])('may be pasted with its scheme %s', async (scheme) => {
    const { handlers } = open();
    await handlers.run({ ...all, token: { kind: 'typed', token: `${scheme} ${secret}` } });
    await ended();
    expect(org.authorizations).toContain(`${scheme} ${secret}`);
  });

  it('that the org repeats is in no report', async () => {
    org.replies['GET /api/v1/policies'] = [403, { errorSummary: `No: ${secret}` }];
    const { handlers } = open();
    await handlers.run(withToken);
    const done = await ended();
    expect(JSON.stringify(done)).toContain('No: …');
    expect(JSON.stringify(done)).not.toContain(secret);
  });

  it('of OAuth is sent as one', async () => {
    const { handlers } = open();
    const token = 'eyJhbGciOiJub25lIn0.e30.c2ln';
    await handlers.run({ ...all, token: { kind: 'typed', token } });
    await ended();
    expect(org.authorizations).toContain(`Bearer ${token}`);
  });

  it('is never sent where the host has not shown itself an Okta org that answers', async () => {
    org.replies['GET /.well-known/okta-organization'] = [200, { pipeline: 'v1' }];
    const { handlers } = open();
    await handlers.run(withToken);
    await ended();
    expect(org.authorizations.filter((one) => one !== '')).toEqual([]);
  });
});

describe('the report', () => {
  it('says why the redirect URI is the one it is, and whether it leads back', async () => {
    const { handlers } = open();
    await handlers.run(all);
    await ended();
    const { text } = valueOf(await handlers.report({ format: 'text' }));
    expect(text).toContain(english.report.waysBack['scheme-elsewhere']);
  });

  it('can be copied as text and as Markdown', async () => {
    org.replies['POST /oauth2/v1/interact'] = [
      400,
      { error: 'x', error_description: 'Look [here](https://evil.example) <b>now</b>\n# Heading' },
    ];
    const { handlers } = open();
    expect(valueOf(await handlers.report({ format: 'text' })).text).toBe('');
    await handlers.run(all);
    await ended();
    const { text } = valueOf(await handlers.report({ format: 'text' }));
    expect(text).toContain('Client ID: 0oa1');
    expect(text).toContain('Cannot tell: Client, grant, redirect URI and scopes');
    const markdown = valueOf(await handlers.report({ format: 'markdown' })).text;
    expect(markdown).toMatch(/^# Readiness/);
    expect(markdown).not.toMatch(/\[here\]\(|<b>|^# Heading/m);
  });
});

it('explains misconfigurations by name', async () => {
  const { causes } = valueOf(
    await open().handlers.explain({ misconfigurations: ['web-app', 'clock-skew'] }),
  );
  expect(causes.map(({ misconfiguration }) => misconfiguration)).toEqual(['web-app', 'clock-skew']);
  expect(causes[0]?.steps.length).toBeGreaterThan(0);
});
