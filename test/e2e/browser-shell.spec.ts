import { test as base, expect, type Page } from '@playwright/test';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startUnopenedApp, type UnopenedApp } from '../support/app';
import { createSystemBrowser } from '../support/system-browser';

interface Fixtures {
  app: UnopenedApp;
  /** Some other server on this machine, and the headers of what it was asked. */
  otherPort: { origin: string; asked: IncomingHttpHeaders[]; body: string };
}

const test = base.extend<Fixtures>({
  app: async ({}, use) => {
    const app = await startUnopenedApp();
    await use(app);
    await app.stop();
  },
  otherPort: async ({}, use) => {
    const asked: IncomingHttpHeaders[] = [];
    const other = { origin: '', asked, body: '' };
    const server = createServer((received, response) => {
      asked.push(received.headers);
      response.setHeader('Content-Type', 'text/html').end(other.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    other.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await use(other);
    server.closeAllConnections();
    server.close();
  },
});

const firstPage = (page: Page) => page.getByRole('button', { name: /Try the practice org/ });
const usedLink = (page: Page) => page.getByText('This link has been used');

/** Asks as a program can that writes its headers itself. */
function ask(
  address: string,
  headers: Record<string, string>,
  body?: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      address,
      { method: body === undefined ? 'GET' : 'POST', headers, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    asked.on('error', reject).end(body);
  });
}

test('the link opens the app, and a reload and the way back find it again', async ({
  app,
  page,
}) => {
  await page.goto(app.link);
  await expect(firstPage(page)).toBeVisible();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
  await page.reload();
  await expect(firstPage(page)).toBeVisible();
  await page.goto('about:blank');
  await page.goBack();
  await expect(firstPage(page)).toBeVisible();
  await page.goBack();
  expect(page.url()).not.toContain('token');
});

test('the opener gets a page that its owner alone can read, and never the link', async ({
  page,
}) => {
  const systemBrowser = await createSystemBrowser();
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const environment = { ...systemBrowser.environment, HOME: home };
  const app = await startUnopenedApp({ environment }, []);
  const opened = await systemBrowser.opened();
  expect(app.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/open\?token=/);
  expect(opened).not.toContain('token');
  expect(statSync(opened).mode & 0o077).toBe(0);
  expect(statSync(dirname(opened)).mode & 0o077).toBe(0);
  await page.goto(pathToFileURL(opened).href);
  await expect(firstPage(page)).toBeVisible();
  await expect.poll(() => existsSync(dirname(opened))).toBe(false);
  await app.stop();
  await systemBrowser.stop();
  rmSync(home, { recursive: true });
});

test('a page on disk leads there, and a reload still finds it', async ({ app, page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'hand-over-'));
  writeFileSync(
    join(folder, 'open.html'),
    `<!doctype html><meta http-equiv="refresh" content="0;url=${app.link}">`,
  );
  await page.goto(pathToFileURL(join(folder, 'open.html')).href);
  await expect(firstPage(page)).toBeVisible();
  await page.reload();
  await expect(firstPage(page)).toBeVisible();
  rmSync(folder, { recursive: true });
});

test('a second tab gets in while the first is open, and neither after that', async ({
  app,
  page,
  context,
}) => {
  await page.goto(app.link);
  await expect(firstPage(page)).toBeVisible();
  const second = await context.newPage();
  await second.goto(new URL('/', app.link).href);
  await expect(firstPage(second)).toBeVisible();
  await second.close();
  await page.close();
  const third = await context.newPage();
  await third.goto(new URL('/', app.link).href);
  await expect(usedLink(third)).toBeVisible();
  await third.goto(app.link);
  await expect(usedLink(third)).toBeVisible();
});

test('the cookie alone, which every port gets, opens nothing', async ({ app, page, otherPort }) => {
  await page.goto(app.link);
  await expect(firstPage(page)).toBeVisible();
  await page.goto(otherPort.origin);
  const cookie = otherPort.asked[0]?.cookie ?? '';
  expect(cookie).toContain('frontdesk-');

  const { origin } = new URL(app.link);
  const asPage = { cookie, origin, 'content-type': 'application/json' };
  const asStream = { cookie, 'sec-fetch-site': 'same-origin' };
  for (const path of ['/call/app.read', '/call/settings.read', '/listen', '/enter', '/again'])
    expect((await ask(origin + path, asPage, '{}')).status, path).toBe(403);
  expect((await ask(`${origin}/events`, asStream)).status).toBe(403);
  const secret = await page
    .goBack()
    .then(() => page.evaluate(() => JSON.stringify(sessionStorage)));
  const { key } = JSON.parse(JSON.parse(secret)['frontdesk-secret']);
  for (const path of ['/', '/bridge.js', app.link.slice(origin.length)]) {
    expect((await ask(origin + path, { cookie })).text, path).not.toContain(key);
  }
  // What the page has besides the cookie is no cookie, and no other port is sent it.
  expect(JSON.stringify(otherPort.asked)).not.toContain(key);
});

test('no page of another origin can use the link, the app or the way back', async ({
  app,
  page,
  otherPort,
}) => {
  const { origin } = new URL(app.link);
  const callback = `${origin}/callback?activationToken=canary`;
  otherPort.body = `<!doctype html><link rel="prefetch" href="${app.link}">
    <img src="${callback}"><iframe src="${callback}"></iframe><iframe src="${app.link}"></iframe>
    <form method="post" action="${origin}/call/app.read" enctype="text/plain" target="f"><input name='{"a":"' value='"}'></form>
    <iframe name="f"></iframe>`;
  await page.goto(otherPort.origin);
  const outcomes = await page.evaluate(
    async ({ origin, link }) => {
      document.querySelector('form')?.submit();
      const post = (path: string, headers: Record<string, string>, mode: RequestMode) =>
        fetch(origin + path, { method: 'POST', mode, headers, body: '{}', credentials: 'include' })
          .then((answer) => answer.type)
          .catch(() => 'refused');
      const json = { 'content-type': 'application/json' };
      const socket = new WebSocket(origin.replace('http', 'ws') + '/events');
      const socketEnd = new Promise((resolve) => {
        socket.onerror = () => resolve('refused');
        socket.onopen = () => resolve('open');
      });
      return [
        await post('/call/app.read', json, 'cors'),
        await post('/enter', json, 'cors'),
        await fetch(link).then(
          (answer) => answer.type,
          () => 'refused',
        ),
        await socketEnd,
      ];
    },
    { origin, link: app.link },
  );
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);

  // The link still works, and nothing has happened to the wizard.
  await page.goto(app.link);
  await expect(firstPage(page)).toBeVisible();
  expect(app.log()).not.toContain('registration.returned');
});

test('a page does not talk to whoever takes the port of an app that ended', async ({
  app,
  page,
}) => {
  await page.goto(app.link);
  await expect(firstPage(page)).toBeVisible();
  await app.stop();
  const got: string[] = [];
  const impostor = createServer((received, response) => {
    got.push(received.url ?? '');
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"ticket":"t"}');
  });
  const { port } = new URL(app.link);
  await new Promise<void>((resolve) => impostor.listen(Number(port), '127.0.0.1', resolve));
  await expect.poll(() => got).toContain('/listen');
  await firstPage(page).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  expect(new Set(got)).toEqual(new Set(['/listen']));
  impostor.closeAllConnections();
  impostor.close();
});
