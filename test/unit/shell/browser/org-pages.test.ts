import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../../../main/log';
import type { OrgPageTask } from '../../../../main/platform';
import { createOrgPages } from '../../../../main/shell/browser/org-pages';
import { startTestOrg, type TestOrg } from '../../practice-org/practice';

const task: OrgPageTask = { kind: 'captcha', provider: 'hcaptcha', siteKey: 'site' };

let org: TestOrg;
let lines: string[];

beforeEach(async () => {
  org = await startTestOrg();
  onTestFinished(org.close);
  lines = [];
});

function perform(
  openExternal: (url: URL) => Promise<boolean>,
  { orgUrl = org.origin, patience = 5_000, signal = new AbortController().signal } = {},
) {
  const log = createLog((line) => lines.push(line));
  const pages = createOrgPages({ openExternal, log, patience });
  return pages.perform({ orgUrl, language: 'es', task }, signal);
}

/** What the page in the person's browser does. */
async function visit(url: URL, outcome: object): Promise<boolean> {
  const taskAddress = `/frontdesk/verify/task${url.search}`;
  const asked = await org.get(taskAddress, { 'sec-fetch-site': 'same-origin' });
  expect(asked.json).toMatchObject({ language: 'es', task: { provider: 'hcaptcha' } });
  const result = `/frontdesk/verify/result${url.search}`;
  expect((await org.postJson(result, outcome, { origin: org.origin })).status).toBe(204);
  return true;
}

it('opens the page of the org and brings back what was done there', async () => {
  const outcome = { kind: 'done', values: { token: 'canary' } };
  const opened: URL[] = [];
  const done = perform(async (url) => {
    opened.push(url);
    void visit(url, outcome);
    return true;
  });
  expect(await done).toEqual(outcome);
  expect(opened.map(({ origin, pathname }) => origin + pathname)).toEqual([
    `${org.origin}/frontdesk/verify`,
  ]);
  expect(lines.join('')).toContain('org-page.ended');
  expect(lines.join('')).not.toContain('canary');
  expect(lines.join('')).not.toContain(opened[0]?.searchParams.get('ticket') ?? '');
});

it('uses a new ticket each time', async () => {
  const tickets = new Set<string | null>();
  const open = async (url: URL) => {
    tickets.add(url.searchParams.get('ticket'));
    return visit(url, { kind: 'dismissed' });
  };
  expect(await perform(open)).toEqual({ kind: 'dismissed' });
  expect(await perform(open)).toEqual({ kind: 'dismissed' });
  expect(tickets.size).toBe(2);
});

describe('a page that cannot be shown', () => {
  it('is one that no browser on this machine opens', async () => {
    expect(await perform(async () => false)).toEqual({ kind: 'unavailable' });
  });

  it('is one that the org does not serve', async () => {
    const other = createServer((_, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const opened: URL[] = [];
    const outcome = await perform(async (url) => (opened.push(url), true), {
      orgUrl: `http://127.0.0.1:${port}`,
    });
    expect(outcome).toEqual({ kind: 'unavailable' });
    expect(opened).toEqual([]);
  });

  it.each([
    ['http://localhost:4000', true],
    ['http://127.0.0.1:4000', true],
    ['https://acme.okta.com', false],
    ['https://localhost:4000', false],
    ['http://acme.okta.com', false],
  ])('at %s is known beforehand: %s', (orgUrl, isShown) => {
    const log = createLog(() => {});
    const { canShow } = createOrgPages({ openExternal: async () => true, log });
    expect(canShow(orgUrl, 'captcha')).toBe(isShown);
    expect(canShow(orgUrl, 'kept-passkey')).toBe(isShown);
  });
});

describe('a redirect', () => {
  /** An org that sends these paths on to another host, which would take all it is given. */
  async function redirect(sentOn: readonly string[]) {
    const taken: string[] = [];
    const listen = async (listener: RequestListener) => {
      const server = createServer(listener);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => void server.close());
      const { port } = server.address() as AddressInfo;
      return `http://127.0.0.1:${port}`;
    };
    const other = await listen(({ url = '' }, response) => {
      taken.push(url);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ kind: 'done', values: { token: 'of somebody else' } }));
    });
    const orgUrl = await listen(({ url = '' }, response) => {
      const isSentOn = sentOn.some((path) => url.includes(path));
      if (isSentOn) response.writeHead(307, { Location: `${other}${url}` });
      response.end();
    });
    return { orgUrl, taken };
  }

  it.each(['/register', '/outcome'])('of %s is not followed', async (path) => {
    const { orgUrl, taken } = await redirect([path]);
    expect(await perform(async () => true, { orgUrl })).toEqual({ kind: 'failed' });
    expect(taken).toEqual([]);
  });
});

describe('a person who does not come back', () => {
  it('has given up when they cancel the sign-up', async () => {
    const givenUp = new AbortController();
    setTimeout(() => givenUp.abort(), 50);
    const outcome = await perform(async () => true, { signal: givenUp.signal });
    expect(outcome).toEqual({ kind: 'dismissed' });
  });

  it('has given up when their time is over', async () => {
    expect(await perform(async () => true, { patience: 50 })).toEqual({ kind: 'dismissed' });
  });

  it('is not to blame when the org stops', async () => {
    const outcome = perform(async () => {
      void org.close();
      return true;
    });
    expect(await outcome).toEqual({ kind: 'failed' });
  });
});
