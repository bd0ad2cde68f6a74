import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../../main/log';
import type { OrgPageOutcome, OrgPageTask } from '../../../../main/platform';
import type { BuiltFiles } from '../../../../main/shell/built-files';
import { createFrameRules } from '../../../../main/shell/electron/guards';
import { createOrgPages } from '../../../../main/shell/electron/org-window';
import { createOrgWindowNetworks } from '../../../../main/shell/electron/org-window-session';
import {
  type FakeElectron,
  fakeElectron,
  FakeEvent,
  FakeSession,
  FakeWindow,
} from './fake-electron';

const file = (contentType: string, content: string) => ({
  contentType,
  isImmutable: false,
  read: async () => new TextEncoder().encode(content),
});
const files: BuiltFiles = new Map([
  ['/org-page/index.html', file('text/html', '<script src="../assets/org-page.js"></script>')],
  ['/assets/org-page.js', file('text/javascript', 'run()')],
  ['/index.html', file('text/html', 'the app')],
]);

const passkey: OrgPageTask = { kind: 'passkey', options: { challenge: 'YQ' }, existing: [] };
const captcha: OrgPageTask = { kind: 'captcha', provider: 'hcaptcha', siteKey: 'site' };

let electron: FakeElectron;
let lines: string[];

beforeEach(() => {
  electron = fakeElectron();
  lines = [];
});

async function open({
  task = passkey,
  orgUrl = 'https://acme.okta.com',
  patience = 5_000,
  parent = null as FakeWindow | null,
} = {}) {
  const frames = createFrameRules();
  const log = createLog((line) => lines.push(line));
  const pages = createOrgPages(electron, {
    files,
    frames,
    log,
    patience,
    platform: 'linux',
    parent: () => parent,
  });
  const before = electron.seen.windows.length;
  const givenUp = new AbortController();
  const done = pages.perform({ orgUrl, language: 'fr', task }, givenUp.signal);
  await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(before + 1));
  const window = electron.seen.windows.at(-1);
  const session = electron.seen.sessions.at(-1);
  if (!window || !session) throw new Error('No window was opened');
  const { protocol, origin, search } = new URL(window.url ?? '');
  const handle = session.served.get(protocol.slice(0, -1));
  if (!handle) throw new Error(`${protocol} is not answered`);
  /** As the page asks: below its own address, with its ticket. */
  const ask = (path: string, init?: RequestInit) =>
    handle(new Request(`${origin}/frontdesk/verify${path}${search}`, init));
  return {
    done,
    frames,
    givenUp,
    session,
    window,
    ticket: new URLSearchParams(search).get('ticket') ?? '',
    fetch: (address: string, init?: RequestInit) => handle(new Request(address, init)),
    ask,
    say: (outcome: OrgPageOutcome) =>
      ask('/result', { method: 'POST', body: JSON.stringify(outcome) }),
  };
}

describe('the window', () => {
  it("loads the app's own page at the org's address, from the app's files", async () => {
    const { ask, fetch, window } = await open();
    expect(window.url).toMatch(/^https:\/\/acme\.okta\.com\/frontdesk\/verify\?ticket=[\w-]{43}$/);
    const page = await ask('');
    expect(await page.text()).toBe('<script src="/frontdesk/verify/assets/org-page.js"></script>');
    const script = await fetch('https://acme.okta.com/frontdesk/verify/assets/org-page.js');
    expect(await script.text()).toBe('run()');
    expect(await (await ask('/task')).json()).toEqual({
      language: 'fr',
      task: { ...passkey, script: null },
    });
  });

  it('has nothing of the app within its reach', async () => {
    const { window } = await open();
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: false,
    });
    expect(window.options.webPreferences).not.toHaveProperty('preload');
  });

  it('does not open for somebody who has left', async () => {
    const log = createLog((line) => lines.push(line));
    const frames = createFrameRules();
    const pages = createOrgPages(electron, {
      files,
      frames,
      log,
      platform: 'linux',
      parent: () => null,
    });
    const request = { orgUrl: 'https://acme.okta.com', language: 'fr', task: passkey };
    const outcome = await pages.perform(request, AbortSignal.abort());
    expect(outcome).toEqual({ kind: 'dismissed' });
    expect(electron.seen.windows).toEqual([]);
  });

  it('has no session that would be written to disk', async () => {
    const onDisk = new FakeSession('persist:somebody', null);
    const networks = createOrgWindowNetworks(
      { ...electron, session: { fromPartition: () => onDisk } },
      createLog((line) => lines.push(line)),
    );
    const rules = { judge: () => 'ours' as const, answer: async () => new Response() };
    await expect(networks.open(rules)).rejects.toThrow('written to disk');
    expect(onDisk.served.size).toBe(0);
  });

  it('is shown when it is painted, above the one it belongs to', async () => {
    const parent = new FakeWindow({});
    const { window } = await open({ parent });
    expect(window.parent).toBe(parent);
    expect(window.calls).toEqual([]);
    window.emit('ready-to-show');
    expect(window.calls).toEqual(['show']);
  });

  it('has a session of its own, in memory, of which nothing stays', async () => {
    const first = await open();
    expect(first.session.partition).toBe(first.window.options.webPreferences?.partition);
    expect(first.session.isPersistent()).toBe(false);
    await first.say({ kind: 'dismissed' });
    await first.done;
    expect(first.session.cleared.toSorted()).toEqual([
      'auth',
      'cache',
      'connections',
      'data',
      'names',
      'storage',
    ]);
  });

  it('asks the org nothing with what comes late, such as the ticket', async () => {
    const { ask, done, fetch, say, session } = await open({ task: captcha });
    await say({ kind: 'dismissed' });
    await done;
    expect((await ask('')).status).toBe(403);
    expect((await fetch('https://hcaptcha.com/1/api.js')).status).toBe(403);
    expect(session.isLetOut('https://acme.okta.com/frontdesk/verify?ticket=x')).toBe(false);
    expect(session.requests).toEqual([]);
  });

  it('has to wait until what another window left is gone, and never has a session that is not empty', async () => {
    const pages = createOrgPages(electron, {
      files,
      frames: createFrameRules(),
      log: createLog((line) => lines.push(line)),
      platform: 'linux',
      parent: () => null,
    });
    const request = { orgUrl: 'https://acme.okta.com', language: 'fr', task: passkey };
    for (let count = 1; count <= 3; count += 1) {
      const done = pages.perform(request, new AbortController().signal);
      await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(count));
      electron.seen.windows.at(-1)?.close();
      await done;
    }
    expect(electron.seen.sessions).toHaveLength(1);
    const [session] = electron.seen.sessions;
    if (session) session.cacheSize = 1;
    const last = pages.perform(request, new AbortController().signal);
    await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(4));
    electron.seen.windows.at(-1)?.close();
    await last;
    void pages.perform(request, new AbortController().signal);
    await vi.waitFor(() => expect(electron.seen.windows).toHaveLength(5));
    expect(electron.seen.sessions).toHaveLength(2);
  });

  it('grants no permission and takes no download', async () => {
    const { session } = await open();
    expect(session.gates.request?.('media')).toBe(false);
    expect(session.gates.device?.()).toBe(false);
    const download = new FakeEvent();
    session.emit('will-download', download);
    expect(download.isPrevented).toBe(true);
  });
});

describe('what it may load', () => {
  it.each([
    'https://acme.okta.com/',
    'https://acme.okta.com/api/v1/users/me',
    'https://acme.okta.com/frontdesk',
    'https://other.okta.com/frontdesk/verify',
    'https://hcaptcha.com/1/api.js',
    'https://www.google.com/recaptcha/api.js',
  ])('is for a passkey not %s', async (address) => {
    const { fetch, session } = await open();
    expect((await fetch(address)).status).toBe(403);
    expect(session.isLetOut(address)).toBe(false);
    expect(session.requests).toEqual([]);
  });

  it('is for a captcha what its provider needs', async () => {
    const { fetch, frames, session, window } = await open({ task: captcha });
    expect((await fetch('https://newassets.hcaptcha.com/c/x.js')).status).toBe(200);
    expect(session.requests).toHaveLength(1);
    for (const [address, isAdmitted] of [
      ['https://newassets.hcaptcha.com/captcha/v1/frame.html', true],
      ['https://hcaptcha.com.evil.example/', false],
      ['https://acme.okta.com/frontdesk/verify', false],
    ] as const) {
      expect(frames.isAdmitted(window.webContents, new URL(address))).toBe(isAdmitted);
    }
    for (const address of [
      'https://acme.okta.com/login',
      'https://www.google.com/recaptcha/api.js',
      'http://hcaptcha.com/1/api.js',
      'wss://hcaptcha.com/socket',
      'file:///etc/passwd',
      'no address',
    ]) {
      expect(session.isLetOut(address), address).toBe(false);
    }
  });

  it('comes to a provider with the page and the origin that it judges by', async () => {
    const { fetch, session } = await open({ task: captcha });
    const referrer = 'https://acme.okta.com/';
    await fetch('https://hcaptcha.com/1/api.js', { referrer });
    await fetch('https://hcaptcha.com/checksiteconfig', { method: 'POST', body: 'v=1', referrer });
    await fetch('https://hcaptcha.com/getcaptcha', {
      method: 'POST',
      headers: { Origin: 'https://newassets.hcaptcha.com' },
      referrer: 'https://newassets.hcaptcha.com/frame',
    });
    const headers = session.requests.map((asked) => asked.headers);
    expect(headers[0]).toMatchObject({ referer: referrer });
    expect(headers[0]).not.toHaveProperty('origin');
    expect(headers[1]).toMatchObject({ referer: referrer, origin: 'https://acme.okta.com' });
    expect(headers[2]).toMatchObject({ origin: 'https://newassets.hcaptcha.com' });
  });

  it('is followed by Chromium where a provider sends it on', async () => {
    const { fetch, session } = await open({ task: captcha });
    const elsewhere = 'https://newassets.hcaptcha.com/frame';
    session.respond = () => new Response(null, { status: 302, headers: { Location: elsewhere } });
    const answer = await fetch('https://hcaptcha.com/frame');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(elsewhere);
    expect(session.requests).toHaveLength(1);
  });

  it('is at the practice org the stand-in for a provider', async () => {
    const { fetch, session, window } = await open({
      task: captcha,
      orgUrl: 'http://localhost:4000',
    });
    expect(window.url).toMatch(/^http:\/\/localhost:4000\/frontdesk\/verify\?/);
    await fetch('http://localhost:4000/practice/captcha/api.js');
    expect(session.requests.map(({ address }) => address)).toEqual([
      'http://localhost:4000/practice/captcha/api.js',
    ]);
    expect((await fetch('http://localhost:4000/practice/admin')).status).toBe(403);
    expect((await fetch('http://localhost:4001/practice/captcha/api.js')).status).toBe(403);
  });

  it('is told to Chromium as well', async () => {
    const policy = async (task: OrgPageTask) =>
      (await (await open({ task })).ask('')).headers.get('Content-Security-Policy');
    expect(await policy(passkey)).toContain("script-src 'self';");
    expect(await policy(captcha)).toContain("script-src 'self' https://hcaptcha.com/");
  });

  it('is not the rest of the app, nor anything without the ticket', async () => {
    const { ask, fetch, ticket } = await open();
    expect((await ask('/../../index.html')).status).toBe(403);
    expect((await ask('/assets/missing.js')).status).toBe(404);
    expect((await ask('/else')).status).toBe(404);
    for (const path of ['', '/task', '/task?ticket=', `/task?ticket=${ticket}x`]) {
      expect((await fetch(`https://acme.okta.com/frontdesk/verify${path}`)).status).toBe(403);
    }
  });
});

describe('the outcome', () => {
  it('is what the page says, and the window closes', async () => {
    const { done, say, ticket, window } = await open();
    const outcome = { kind: 'done', values: { clientData: 'canary' } } as const;
    await say(outcome);
    expect(await done).toEqual(outcome);
    expect(window.calls).toContain('destroy');
    expect(lines.join('')).toContain('"outcome":"done"');
    expect(lines.join('')).not.toContain('canary');
    expect(lines.join('')).not.toContain(ticket);
  });

  it('is taken from the page alone, and only as one', async () => {
    const { ask, done, fetch, say } = await open();
    const forged = JSON.stringify({ kind: 'done', values: { token: 'forged' } });
    const address = 'https://acme.okta.com/frontdesk/verify/result';
    expect((await fetch(address, { method: 'POST', body: forged })).status).toBe(403);
    expect((await ask('/result', { method: 'POST', body: '{"kind":"won"}' })).status).toBe(400);
    expect((await ask('/result', { method: 'POST', body: 'nothing' })).status).toBe(400);
    await say({ kind: 'already-registered' });
    expect(await done).toEqual({ kind: 'already-registered' });
  });

  it('is a no when the person closes the window', async () => {
    const { done, window } = await open();
    window.close();
    expect(await done).toEqual({ kind: 'dismissed' });
  });

  it('is a no when the sign-up is cancelled, or nobody comes back', async () => {
    const cancelled = await open();
    cancelled.givenUp.abort();
    expect(await cancelled.done).toEqual({ kind: 'dismissed' });
    expect(cancelled.window.calls).toContain('destroy');
    expect(await (await open({ patience: 20 })).done).toEqual({ kind: 'dismissed' });
  });

  it('is a failure when the page crashes or cannot be loaded', async () => {
    const crashed = await open();
    crashed.window.webContents.crash();
    expect(await crashed.done).toEqual({ kind: 'failed' });
    electron.BrowserWindow.prototype.loadURL = async function (url) {
      this.url = url;
      return Promise.reject(new Error('ERR_FAILED'));
    };
    expect(await (await open()).done).toEqual({ kind: 'failed' });
  });
});

it.each([
  ['https://acme.okta.com', true],
  ['http://localhost:4000', true],
  ['http://acme.okta.com', false],
])('can show a page of %s: %s', (orgUrl, isShown) => {
  const log = createLog(() => {});
  const frames = createFrameRules();
  const { canShow } = createOrgPages(electron, {
    files,
    frames,
    log,
    platform: 'linux',
    parent: () => null,
  });
  expect(canShow(orgUrl, 'captcha')).toBe(isShown);
  expect(canShow(orgUrl, 'roaming-passkey')).toBe(isShown);
});

it.each<[NodeJS.Platform, boolean]>([
  ['win32', true],
  ['darwin', false],
  ['linux', false],
])('on %s a passkey can be kept on the computer: %s', (platform, isKept) => {
  const log = createLog(() => {});
  const frames = createFrameRules();
  const pages = createOrgPages(electron, { files, frames, log, platform, parent: () => null });
  expect(pages.canShow('https://acme.okta.com', 'kept-passkey')).toBe(isKept);
  expect(pages.canShow('https://acme.okta.com', 'roaming-passkey')).toBe(true);
  expect(pages.canShow('http://acme.okta.com', 'kept-passkey')).toBe(false);
});
