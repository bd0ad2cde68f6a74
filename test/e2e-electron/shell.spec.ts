import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { _electron, expect } from '@playwright/test';
import { test, whyNot } from './electron-app';

const reason = whyNot();
test.skip(reason !== null, reason ?? '');

test('opens the app from its own scheme', async ({ page }) => {
  expect(page.url()).toBe('app://frontdesk/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('gives the page a sandbox and the bridge, and nothing of Node', async ({ electron, page }) => {
  const pages = await electron.evaluate(({ app }) =>
    app.getAppMetrics().filter(({ type }) => type === 'Tab'),
  );
  expect(pages).toHaveLength(1);
  for (const { pid, sandboxed } of pages) {
    // Electron says nothing of it on Linux; the kernel does: 2 is a filter on system calls.
    if (process.platform === 'linux') {
      expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
    } else {
      expect(sandboxed).toBe(true);
    }
  }
  const globals = await page.evaluate(() => [
    typeof Reflect.get(window, 'require'),
    typeof Reflect.get(window, 'process'),
    typeof Reflect.get(window, 'frontdesk'),
  ]);
  expect(globals).toEqual(['undefined', 'undefined', 'object']);
});

test('keeps the page from talking to anybody', async ({ page }) => {
  const violated = await page.evaluate(async () => {
    const names: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      names.push(event.effectiveDirective),
    );
    await fetch('https://example.com/').catch(() => {});
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.body.append(script);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { names, ranInline: Reflect.has(window, 'ranInline') };
  });
  expect(violated.names).toContain('connect-src');
  expect(violated.ranInline).toBe(false);
});

test('stays on its page and opens no window', async ({ electron, page }) => {
  const opened = await page.evaluate(() => window.open('https://example.com/') === null);
  expect(opened).toBe(true);
  await page.evaluate(() => location.assign('https://example.com/'));
  await page.waitForTimeout(500);
  expect(page.url()).toBe('app://frontdesk/');
  expect(electron.windows()).toHaveLength(1);
});

test('refuses every permission', async ({ page }) => {
  expect(await page.evaluate(() => Notification.permission)).toBe('denied');
  const { kinds, denied } = await page.evaluate(async () => ({
    kinds: (await navigator.mediaDevices.enumerateDevices()).map(({ kind }) => kind),
    denied: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
    ),
  }));
  // A machine without a microphone would refuse by itself, with another name.
  expect(kinds).toContain('audioinput');
  expect(denied).toBe('NotAllowedError');
});

test('a second instance hands over and leaves', async ({ electron, page, launch }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const link = 'app.frontdesk.desktop:/callback?state=unknown';
  const second = spawn(launch.executablePath, [...launch.args, link], { env: launch.env });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(electron.windows()).toHaveLength(1);
});

test('comes back after its page has crashed', async ({ electron, page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Playwright's page ends with its process, so main is asked.
  const look = () =>
    electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents || contents.isCrashed() || contents.isLoading()) return null;
      const hasHeading: unknown = await contents.executeJavaScript(
        'document.querySelector("h1") !== null',
      );
      return hasHeading === true ? contents.getOSProcessId() : null;
    });
  const before = await look();
  expect(before).not.toBeNull();
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect
    .poll(async () => {
      const now = await look();
      return now !== null && now !== before;
    })
    .toBe(true);
});

test('opens where it was closed', async ({ launch }) => {
  const wanted = { x: 40, y: 60, width: 640, height: 620 };
  const first = await _electron.launch(launch);
  await first.firstWindow();
  await first.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, wanted);
  await first.close();
  const second = await _electron.launch(launch);
  await second.firstWindow();
  const size = await second.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  );
  await second.close();
  expect(size).toMatchObject({ width: wanted.width, height: wanted.height });
});
