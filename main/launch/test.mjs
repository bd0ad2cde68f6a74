import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { capture } from './child.mjs';
import { installIfNeeded } from './install.mjs';
import { fetchBrowser, supply } from './supply.mjs';
import { nodeFlags, projectNode, root } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { say } from './say.mjs';
import { lastSummary, settle, sum, tallyMutants, tallyPlaywright, tallyVitest } from './tally.mjs';

const results = join(root, 'test-results');
const peers = join(root, 'test', 'peers');

/**
 * @typedef {object} Suite
 * @property {string[]} command a script, and its parameters
 * @property {(report: string) => import('./tally.mjs').Tally} tally
 * @property {RegExp} summary a line of the runner's own summary
 * @property {() => Promise<void>} [prepare]
 * @property {boolean} [isInBrowser]
 * @property {boolean} [hasKeychain] uses the system's keychain
 * @property {boolean} [isLong] runs where it is named, and in the long run
 */

/** @type {Readonly<Record<string, Suite>>} */
const suites = {
  unit: {
    command: [
      inPackages('vitest/vitest.mjs'),
      'run',
      '--config=test/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportOf('unit')}`,
    ],
    tally: (report) => tallyVitest(JSON.parse(report)),
    summary: /^ +Test Files /m,
    hasKeychain: true,
  },
  e2e: { ...playwright('e2e'), hasKeychain: true },
  corpus: playwright('corpus'),
  peers: {
    ...playwright('peers'),
    prepare: () =>
      installIfNeeded(peers, 'the clients that the practice org is tested with', {
        isScriptless: true,
      }),
  },
  mutants: {
    command: [join(root, 'test', 'mutants', 'run.ts')],
    tally: (report) => tallyMutants(JSON.parse(report)),
    summary: /^\d+ of \d+ mutants noticed$/m,
    isLong: true,
  },
};

/**
 * The suites that a command names, or all of them.
 * @param {readonly string[]} parameters names of suites, and `--long` for full counts
 * @returns {[name: string, suite: Suite][]}
 * @throws {Refusal} where there is no such suite
 */
function wantedSuites(parameters) {
  const isLongRun = parameters.includes('--long');
  const named = parameters.filter((parameter) => !parameter.startsWith('--'));
  const unknown = named.filter((name) => !Object.hasOwn(suites, name));
  if (unknown.length > 0) {
    throw new Refusal(
      `There is no suite "${unknown[0]}". There are: ${Object.keys(suites).join(', ')}.`,
    );
  }
  return Object.entries(suites).filter(([name, suite]) =>
    named.length === 0 ? isLongRun || !suite.isLong : named.includes(name),
  );
}

/**
 * Runs every suite, or those named, each to its end whatever became of the one before. What the
 * machine lacks for them is the first thing looked for, before packages are installed.
 * @param {readonly string[]} parameters names of suites, and `--long` for full counts
 * @param {{ prepare(): Promise<void> }} options
 * @returns {Promise<number>} 0 where nothing failed
 */
export async function runTests(parameters, { prepare }) {
  const wanted = wantedSuites(parameters);
  const supplied = await supply({
    isBrowserWanted: wanted.some(([, { isInBrowser }]) => isInBrowser),
    isKeychainWanted: wanted.some(([, { hasKeychain }]) => hasKeychain),
  });
  await prepare();
  const browser = await fetchBrowser(supplied);
  if (browser !== null) process.env['CHROMIUM'] = browser;
  if (parameters.includes('--long')) process.env['FRONTDESK_LONG'] = '1';
  mkdirSync(results, { recursive: true });
  const runs = [];
  for (const [name, suite] of wanted) runs.push(await runSuite(name, suite));
  const total = sum(runs.map(({ tally }) => tally));
  const summaries = runs.map(
    ({ name, summary }) => `${name}\n${summary || '  no summary: it ended early'}\n`,
  );
  process.stdout.write(
    `\n${summaries.join('\n')}\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
  );
  return total.failed === 0 ? 0 : 1;
}

/**
 * @param {string} name
 * @param {Suite} suite
 */
async function runSuite(name, { command: [script = '', ...parameters], tally, summary, prepare }) {
  const report = reportOf(name);
  rmSync(report, { force: true });
  try {
    await prepare?.();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
  }
  const { code, output } = await capture(projectNode(), [...nodeFlags, script, ...parameters], {
    cwd: root,
    onOutput: (text) => process.stdout.write(text),
  });
  const counted = existsSync(report) ? tally(readFileSync(report, 'utf8')) : null;
  return {
    name,
    tally: settle(counted, code),
    summary: lastSummary(stripVTControlCharacters(output), summary),
  };
}

/**
 * @param {string} project
 * @returns {Suite}
 */
function playwright(project) {
  return {
    command: [
      inPackages('@playwright/test/cli.js'),
      'test',
      '--config=test/playwright.config.ts',
      `--project=${project}`,
    ],
    tally: (report) => tallyPlaywright(JSON.parse(report)),
    summary: /^ +\d+ (passed|failed|skipped|flaky|did not run|error)/m,
    isInBrowser: true,
  };
}

/** @param {string} script */
function inPackages(script) {
  return join(root, 'node_modules', script);
}

/** @param {string} suite */
function reportOf(suite) {
  return join(results, `${suite}.json`);
}
