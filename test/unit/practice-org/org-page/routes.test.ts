import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Exchange } from '../../../../main/practice-org/http/exchange';
import { createOrg } from '../../../../main/practice-org/model/org';
import { createOrgPageRoutes } from '../../../../main/practice-org/org-page/routes';
import { resolvePolicy } from '../../../../main/practice-org/policy/read';
import { startTestOrg, type TestOrg } from '../practice';

const ticket = 't'.repeat(43);
const task = { kind: 'captcha', provider: 'recaptcha', siteKey: 'site' };

let org: TestOrg;

beforeEach(async () => {
  org = await startTestOrg();
  onTestFinished(org.close);
});

const register = (headers: Record<string, string> = {}) =>
  org.postJson('/frontdesk/verify/register', { ticket, language: 'fr', task }, headers);
const say = (outcome: unknown, origin: string = org.origin) =>
  org.postJson(`/frontdesk/verify/result?ticket=${ticket}`, outcome, { origin });

it('takes a task from the app, gives it to the page, and the outcome back to the app', async () => {
  expect((await register()).status).toBe(204);
  const asked = await org.get(`/frontdesk/verify/task?ticket=${ticket}`, {
    'sec-fetch-site': 'same-origin',
  });
  expect(asked.json).toEqual({
    language: 'fr',
    task: { ...task, script: `${org.origin}/practice/captcha/api.js?render=explicit&hl=fr` },
  });
  const outcome = { kind: 'done', values: { token: 'abc' } };
  const waiting = org.get(`/frontdesk/verify/outcome?ticket=${ticket}`);
  expect((await say(outcome)).status).toBe(204);
  expect((await waiting).json).toEqual(outcome);
  expect((await org.get(`/frontdesk/verify/outcome?ticket=${ticket}`)).status).toBe(404);
  expect((await say(outcome)).status).toBe(404);
});

it('shows no page of a browser what the app asks and is told', async () => {
  const sameOrigin = { 'sec-fetch-site': 'same-origin' };
  expect((await register({ origin: org.origin })).status).toBe(403);
  expect((await register(sameOrigin)).status).toBe(403);
  await register();
  const outcome = `/frontdesk/verify/outcome?ticket=${ticket}`;
  expect((await org.get(outcome, sameOrigin)).status).toBe(403);
  expect((await org.get(outcome, { origin: org.origin })).status).toBe(403);
});

it('answers no other site', async () => {
  await register();
  const elsewhere = { 'sec-fetch-site': 'cross-site' };
  for (const path of ['', '/task', '/outcome']) {
    const address = `/frontdesk/verify${path}?ticket=${ticket}`;
    expect((await org.get(address, elsewhere)).status).toBe(403);
  }
  expect((await say({ kind: 'dismissed' }, 'http://evil.example')).status).toBe(403);
  const anonymous = await org.postJson(`/frontdesk/verify/result?ticket=${ticket}`, {
    kind: 'dismissed',
  });
  expect(anonymous.status).toBe(403);
});

it.each([
  ['without a ticket', { language: 'en', task }],
  ['with a ticket that could be guessed', { ticket: 'short', language: 'en', task }],
  ['without a language', { ticket, task }],
  ['with another kind of task', { ticket, language: 'en', task: { kind: 'login' } }],
])('refuses a task %s', async (_, body) => {
  expect((await org.postJson('/frontdesk/verify/register', body)).status).toBe(400);
});

it('takes no outcome that no form asks for, and stays open for a real one', async () => {
  await register();
  expect((await say({ kind: 'done', values: { passcode: 'x' } })).status).toBe(400);
  expect((await say({ kind: 'dismissed' })).status).toBe(204);
});

it('takes a closed page for a no', async () => {
  await register();
  await org.send('POST', `/frontdesk/verify/left?ticket=${ticket}`, {
    headers: { origin: org.origin },
  });
  const { json } = await org.get(`/frontdesk/verify/outcome?ticket=${ticket}`);
  expect(json).toEqual({ kind: 'dismissed' });
});

it('serves the built page with a policy for its task, and its files and no others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'built-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'org-page'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'org-page', 'index.html'), '<script src="../assets/a.js"></script>');
  await writeFile(join(folder, 'assets', 'a.js'), 'run()');
  await writeFile(join(folder, 'assets', 'a.css'), 'p {}');

  const reading = resolvePolicy('default');
  if (!reading.ok) throw new Error('No policy');
  const served = createOrg({
    policy: reading.policy,
    now: () => 0,
    onMail: () => {},
    keepsBodies: false,
  });
  const routes = createOrgPageRoutes(folder);
  const get = async (pattern: string, path: string) => {
    const exchange: Exchange = {
      method: 'GET',
      path,
      query: new URLSearchParams({ ticket }),
      headers: {},
      origin: 'http://localhost:1',
      body: { kind: 'none' },
    };
    const route = routes.find((one) => one.method === 'GET' && one.path === pattern);
    const reply = await route?.handle(exchange, served);
    if (!reply) throw new Error(`Nothing at ${pattern}`);
    return reply;
  };
  const page = () => get('/frontdesk/verify', '/frontdesk/verify');
  const policy = async () => (await page()).headers['Content-Security-Policy'];
  const asset = (name: string) =>
    get('/frontdesk/verify/assets/{name}', `/frontdesk/verify/assets/${name}`);

  expect(await policy()).toContain("script-src 'self';");
  served.orgPages.add(ticket, {
    orgUrl: 'http://localhost:1',
    language: 'en',
    task: { kind: 'captcha', provider: 'hcaptcha', siteKey: 'site' },
  });
  expect(await policy()).toContain("script-src 'self' http://localhost:1/practice/captcha/;");
  expect((await page()).body).toBe('<script src="/frontdesk/verify/assets/a.js"></script>');
  expect((await asset('a.js')).headers['Content-Type']).toBe('text/javascript; charset=utf-8');
  expect((await asset('a.css')).body).toBe('p {}');
  expect((await asset('missing.js')).status).toBe(404);
  expect((await asset('..%2forg-page%2findex.html')).status).toBe(404);
});
