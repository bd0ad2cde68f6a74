import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './child.mjs';
import { Refusal } from './refusal.mjs';
import { say } from './say.mjs';

/**
 * Whether `folder` has the packages its lock file names: npm leaves a copy of the lock file among
 * the packages when it is done.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs;
}

/**
 * Installs the packages of `folder` if they are missing or older than its lock file.
 * @param {string} folder
 * @param {string} what what the person reads that this is for
 * @param {{ isScriptless?: boolean }} [options] no package's install script is needed
 */
export async function installIfNeeded(folder, what, { isScriptless = false } = {}) {
  if (isInstalled(folder)) return;
  const isFirst = !existsSync(join(folder, 'node_modules', '.package-lock.json'));
  say(
    isFirst
      ? `Installing ${what}. This happens once and takes a minute or two.`
      : `Bringing ${what} up to date.`,
  );
  const { code, output } = await npm(folder, [
    isFirst ? 'ci' : 'install',
    ...(isScriptless ? ['--ignore-scripts'] : []),
  ]);
  if (code !== 0) throw new Refusal(explainFailure(output));
  const now = new Date();
  utimesSync(join(folder, 'node_modules', '.package-lock.json'), now, now);
}

/**
 * @param {string} folder
 * @param {readonly string[]} command
 */
function npm(folder, command) {
  const parameters = [
    ...command,
    // A production setting of the machine would leave out what builds the app.
    '--include=dev',
    '--no-progress',
    '--loglevel=error',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=10000',
  ];
  return runNpm(folder, parameters);
}

/**
 * The npm that started this command, or else the one on the path.
 * @param {string} folder
 * @param {readonly string[]} parameters
 * @param {{ timeout?: number }} [options] `timeout`: milliseconds
 */
export function runNpm(folder, parameters, options = {}) {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('npm-cli.js')) {
    return capture(process.execPath, [script, ...parameters], { ...options, cwd: folder });
  }
  const shell = process.platform === 'win32';
  return capture('npm', parameters, { ...options, cwd: folder, shell });
}

/**
 * What to tell a person about a failed install: the likely reason in plain words, then npm's own.
 * @param {string} output
 */
export function explainFailure(output) {
  const details = output.trim();
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/.test(output)) {
    return (
      `${details}\n\nThe package registry could not be reached, and Frontdesk's packages come from there. Check the\n` +
      'network; behind a proxy, set it with "npm config set proxy URL"; a registry of your own is set with\n' +
      '"npm config set registry URL".'
    );
  }
  if (/\b(EACCES|EROFS|EPERM)\b/.test(output)) {
    return `${details}\n\nFrontdesk installs its packages into its own folder, and that cannot be written to. Copy the\nfolder to a place that is yours and start again there.`;
  }
  if (/\bENOSPC\b/.test(output)) return `${details}\n\nThe disk is full.`;
  return `${details}\n\nInstalling the packages failed; npm's reason is above.`;
}
