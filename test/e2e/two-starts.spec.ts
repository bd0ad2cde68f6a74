import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { startUnopenedApp } from '../support/app';

const program = fileURLToPath(new URL('../../out/main/index.js', import.meta.url));

const test = base.extend<{ userData: string }>({
  userData: async ({}, use) => {
    const userData = mkdtempSync(join(tmpdir(), 'frontdesk-two-'));
    await use(userData);
    rmSync(userData, { recursive: true });
  },
});

function start(userData: string) {
  const child = spawn(process.execPath, [program, '--no-open'], {
    env: { ...process.env, FRONTDESK_USER_DATA: userData },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ran = { child, stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (ran.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (ran.stderr += text));
  const status = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return Object.assign(ran, { status });
}

test('a second start on a folder leads to the first and ends', async ({ userData, page }) => {
  const app = await startUnopenedApp({ userData });
  const second = start(userData);
  expect(await second.status).toBe(0);
  expect(second.stderr).toContain(`Frontdesk already runs with the settings in ${userData}`);
  const { url } = JSON.parse(second.stdout);
  expect(new URL(url).origin).toBe(new URL(app.link).origin);
  expect(url).not.toBe(app.link);

  await page.goto(url);
  const practice = page.getByRole('button', { name: /Try the practice org/ });
  await practice.click();
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
  await app.stop();
  expect(JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'))).toMatchObject({
    org: 'practice',
  });
});

test('a start after a kill finds the folder free and cleared', async ({ userData }) => {
  const killed = start(userData);
  await expect.poll(() => killed.stdout).toContain('url');
  killed.child.kill('SIGKILL');
  await killed.status;
  writeFileSync(join(userData, 'settings.json.tmp-1764301234a1b2c3'), '{"orgUrl":');
  const app = await startUnopenedApp({ userData });
  expect(readdirSync(userData).filter((name) => name.includes('tmp'))).toEqual([]);
  await app.stop();
  expect(readdirSync(userData)).not.toContain('instance.json');
});

test('two starts at the same moment leave one', async ({ userData }) => {
  const both = [start(userData), start(userData)];
  await expect.poll(() => both.every(({ stdout }) => stdout.includes('url'))).toBe(true);
  const [first, second] = both.map(({ stdout }) => new URL(JSON.parse(stdout).url).origin);
  expect(first).toBe(second);
  for (const { child, status } of both) {
    child.kill('SIGTERM');
    await status;
  }
});
