import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JsonReport } from '../../../main/readiness/json-report';
import { parseSchema, toJsonSchema } from '../../support/json-schema';
import { type PracticeDesk, startPracticeDesk } from '../readiness/practice-desk';

const program = fileURLToPath(new URL('../../../out/main/readiness.js', import.meta.url));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command to its end. */
function run(parameters: readonly string[], environment: Record<string, string> = {}) {
  return new Promise<Ended>((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...parameters],
      { env: { ...process.env, ...environment } },
      (_error, stdout, stderr) => resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

let desk: PracticeDesk | null = null;
beforeEach(() => {
  desk = null;
});
afterEach(() => desk?.close());

async function at(misconfigurations: Parameters<typeof startPracticeDesk>[0] = {}) {
  desk = await startPracticeDesk(misconfigurations);
  const { orgUrl, clientId, issuer } = desk.connection;
  return ['--org', orgUrl, '--client-id', clientId, '--issuer', issuer];
}

const parsed = ({ stdout }: Ended) => v.parse(JsonReport, JSON.parse(stdout));

describe('npm run readiness', () => {
  it('ends with 0 where a sign-up can start, and lists what was not looked at', async () => {
    const ended = await run([...(await at()), '--json']);
    expect(ended.status).toBe(0);
    const report = parsed(ended);
    expect(report.verdict).toBe('ready');
    expect(report.notLookedAt).toContain('sign-up-policy');
    expect(report.findings.map(({ status }) => status)).not.toContain('fail');
  });

  it('ends with 1 where it cannot, and says what to do and where', async () => {
    const ended = await run([...(await at({ misconfigurations: ['grant-not-on-app'] })), '--json']);
    expect(ended.status).toBe(1);
    expect(parsed(ended).findings).toContainEqual(
      expect.objectContaining({
        check: 'interact',
        status: 'fail',
        misconfigurations: ['grant-not-on-app'],
        where: 'Applications > Applications > [app] > General > Grant type > Advanced',
        remedy: expect.stringContaining('Interaction Code') as string,
      }),
    );
  });

  it('ends with 1 for settings that cannot be tried, and sends nothing', async () => {
    const parameters = ['--org', 'https://acme-admin.okta.com', '--client-id', '0oa1', '--json'];
    const ended = await run(parameters);
    expect(ended.status).toBe(1);
    expect(parsed(ended).findings[0]).toMatchObject({ check: 'org-address', status: 'fail' });
  });

  it('keeps its exit status where nobody reads the report to its end', async () => {
    const parameters = [program, '--org', 'http://localhost:1', '--client-id', '0oa1'];
    const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect(status).toBe(2);
  });

  it('ends with 2 where nobody answers', async () => {
    const ended = await run(['--org', 'http://localhost:1', '--client-id', '0oa1', '--json']);
    expect(ended.status).toBe(2);
    expect(parsed(ended).verdict).toBe('cannot-tell');
  });

  it('ends with 2 and its usage for parameters that it does not know', async () => {
    const ended = await run(['--organisation', 'x']);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain('Usage: npm run readiness');
  });

  it('ends with 2 where the variable of the token is empty', async () => {
    const ended = await run([...(await at()), '--token-env', 'NO_SUCH_VARIABLE']);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain('NO_SUCH_VARIABLE');
  });

  it('prints a report for people without --json', async () => {
    const ended = await run(await at({ misconfigurations: ['redirect-uri-missing'] }));
    expect(ended.status).toBe(1);
    expect(ended.stdout).toContain('The redirect URI is not on the app’s list');
    expect(ended.stdout).not.toMatch(/interactionHandle|02\.id\./);
  });

  it('is described by docs/readiness.schema.json', () => {
    const file = new URL('../../../docs/readiness.schema.json', import.meta.url);
    expect(parseSchema(readFileSync(file, 'utf8'))).toEqual(
      parseSchema(JSON.stringify(toJsonSchema(JsonReport))),
    );
  });
});
