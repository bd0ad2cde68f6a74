import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { misconfigurations } from '../../../preload/contract/misconfigurations';
import type { OutboxMessage } from '../../../preload/contract/practice';
import { startPracticeOrg } from '../../../main/practice-org';
import { openSignUp, silent, type TestOrg } from './practice';

const folder = mkdtempSync(join(tmpdir(), 'practice-org-'));
const file = (name: string) => join(folder, name);
const workerFile = pathToFileURL(file('worker.js'));

/** Both entries as the app's build makes them, but with their dependencies inside. */
beforeAll(async () => {
  const source = (name: string) => join(import.meta.dirname, '../../../main/practice-org', name);
  writeFileSync(file('package.json'), '{"type":"module"}');
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { input: { cli: source('cli.ts'), worker: source('worker.ts') } },
    },
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function runCli(...args: string[]) {
  const child = spawn(process.execPath, [file('cli.js'), ...args]);
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (output.out += String(chunk)));
  child.stderr.on('data', (chunk) => (output.err += String(chunk)));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const ready = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  await Promise.race([ready, exited]);
  return { output, child, exited };
}

async function takenPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, free: () => server.close() };
}

describe('on its own', () => {
  it('prints one line of JSON, serves, and ends cleanly when told to', async () => {
    const { output, child, exited } = await runCli('--policy', 'email-only');
    const [line, ...rest] = output.out.split('\n');
    expect(rest).toEqual(['']);
    const ready = JSON.parse(line ?? '') as Record<string, string>;
    expect(Object.keys(ready)).toEqual([
      'issuer',
      'clientId',
      'redirectUri',
      'outbox',
      'admin',
      'apiToken',
    ]);
    expect(ready['issuer']).toMatch(/^http:\/\/localhost:\d+\/oauth2\/default$/);
    expect(ready['redirectUri']).toBe('app.frontdesk.desktop:/callback');
    const outbox = await fetch(ready['outbox'] ?? '');
    expect(await outbox.json()).toEqual([]);
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(output.out).toBe(`${line}\n`);
  });

  it.each([
    [['--policy', 'nonsense'], 'one of default, password-or-phone, email-only'],
    [['--port', '70000'], '--port is "70000", allowed is 0 to 65535'],
    [['--frobnicate'], '--frobnicate'],
    [['--misconfigure', 'typo'], '--misconfigure is "typo", allowed is sign-up-not-allowed, '],
    [['--policy', file('policy.json')], 'codeLength is "six", allowed is number'],
  ])('refuses %j with status 2 and a reason', async (args, reason) => {
    writeFileSync(file('policy.json'), '{"codeLength":"six"}');
    const { output, exited } = await runCli(...args);
    expect(await exited).toBe(2);
    expect(output.out).toBe('');
    expect(output.err).toContain(reason);
  });

  it('is set up wrong in each way it is told, besides its policy', async () => {
    writeFileSync(file('wrong.json'), '{"misconfigurations":["classic-org"],"codeLength":8}');
    const names = ['app-not-assigned', 'clock-skew'].flatMap((name) => ['--misconfigure', name]);
    const { output, child, exited } = await runCli('--policy', file('wrong.json'), ...names);
    const { admin } = JSON.parse(output.out) as { admin: string };
    expect(await (await fetch(`${admin}/policy`)).json()).toMatchObject({
      codeLength: 8,
      misconfigurations: ['classic-org', 'app-not-assigned', 'clock-skew'],
    });
    child.kill('SIGTERM');
    await exited;
  });

  it('lists what can be wrong as JSON, and ends', async () => {
    const { output, exited } = await runCli('--list-misconfigurations');
    expect(await exited).toBe(0);
    const rows = JSON.parse(output.out) as { name: string }[];
    expect(rows[0]).toEqual({
      name: 'sign-up-not-allowed',
      row: 'Sign-up not allowed',
      seen: 'check',
    });
    expect(rows.map(({ name }) => name)).toEqual(misconfigurations);
  });

  it('says that a port is in use', async () => {
    const { port, free } = await takenPort();
    const { output, exited } = await runCli('--port', String(port));
    expect(await exited).toBe(2);
    expect(output.err).toContain(`Port ${port} is in use`);
    free();
  });
});

describe('in a worker thread', () => {
  it('signs a person up, tells of each mail, and leaves nothing when closed', async () => {
    const org = await startPracticeOrg({ policy: 'default', log: silent, workerFile });
    const domains = await fetch(new URL('/api/v1/domains', org.issuer), {
      headers: { Authorization: `SSWS ${org.apiToken}` },
    });
    expect(domains.status, 'it may read how the org is set up').toBe(200);
    const heard: OutboxMessage[][] = [];
    const stop = org.onMail((messages) => heard.push(messages));
    const signUp = await openSignUp(driverOf(org));
    await signUp.profile();
    await signUp.choose('Email');
    await expect.poll(() => heard.at(-1)?.[0]?.to).toBe('ada@example.com');
    const [mail] = await org.outbox();
    expect(mail?.sentAt).toBeTypeOf('number');
    stop();
    const seen = await (await fetch(`${org.admin}/requests`)).text();
    expect(seen).toContain('/idp/idx/enroll/new');
    expect(seen, 'what people type into the app is not kept').not.toContain('ada@example.com');
    expect((await signUp.code(mail?.code ?? '')).status).toBe(200);
    await org.close();
    await expect(fetch(org.outboxUrl)).rejects.toThrow();
  });

  it('takes a policy of its own, and says what is wrong with a bad one', async () => {
    const org = await startPracticeOrg({
      policy: { signUpAllowed: false },
      log: silent,
      workerFile,
    });
    expect((await openSignUp(driverOf(org))).steps()).toEqual(['identify']);
    await org.close();
    await expect(
      startPracticeOrg({ policy: { codeLength: 0 }, log: silent, workerFile }),
    ).rejects.toMatchObject({
      name: 'PracticeOrgError',
      reason: 'policy',
      message: 'codeLength is 0, allowed is at least 4',
    });
  });

  it('says that a port is in use', async () => {
    const { port, free } = await takenPort();
    await expect(
      startPracticeOrg({ policy: 'default', port, log: silent, workerFile }),
    ).rejects.toMatchObject({ reason: 'port-in-use' });
    free();
  });
});

/** As much of a test org as a sign-up needs. */
function driverOf(org: Awaited<ReturnType<typeof startPracticeOrg>>) {
  const { origin } = new URL(org.issuer);
  const post = async (path: string, body: BodyInit, type?: string) => {
    const response = await fetch(new URL(path, origin), {
      method: 'POST',
      body,
      ...(type !== undefined && { headers: { 'Content-Type': type } }),
    });
    const text = await response.text();
    const json = JSON.parse(text) as Awaited<ReturnType<TestOrg['postJson']>>['json'];
    return { status: response.status, headers: response.headers, text, json };
  };
  return {
    clientId: org.clientId,
    redirectUri: org.redirectUri,
    latest: () => {
      throw new Error('the outbox of a worker is read with outbox()');
    },
    postJson: (path: string, body: unknown) => post(path, JSON.stringify(body), 'application/json'),
    postForm: (path: string, form: Record<string, string>) => post(path, new URLSearchParams(form)),
  };
}
