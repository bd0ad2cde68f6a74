import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './install.mjs';
import { root } from './project.mjs';

/** Days that the locked Electron may be older than the newest of its line. */
const allowed = 30;
const day = 24 * 60 * 60_000;

/** @typedef {{ kind: 'current' | 'old' | 'unknown', text: string }} Age */

/**
 * Says how old the locked Electron is, as a warning where that is too old. Electron brings Chromium,
 * whose fixes come about every week.
 * @returns {Promise<number>} 0 in any case: a registry that cannot be asked is no reason to fail
 */
export async function printElectronAge() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const locked = lock.packages['node_modules/electron'].version;
  const { kind, text } = toElectronAge(locked, await askRegistry());
  process.stdout.write(`${kind === 'old' ? 'Warning: ' : ''}${text}\n`);
  return 0;
}

/**
 * @param {string} locked
 * @param {unknown} times when each version was published, by version; anything else is no answer
 * @returns {Age}
 */
export function toElectronAge(locked, times) {
  const published = new Map(Object.entries(times ?? {}).flatMap(readTime));
  const major = locked.split('.')[0];
  const line = [...published]
    .filter(([version]) => version.split('.')[0] === major && /^[\d.]+$/.test(version))
    .sort(([, one], [, other]) => other - one);
  const [newest] = line;
  const since = published.get(locked);
  if (!newest || since === undefined) {
    return {
      kind: 'unknown',
      text: `How old Electron ${locked} is could not be looked up: the registry gave no answer.`,
    };
  }
  const [version, time] = newest;
  const days = Math.floor((time - since) / day);
  const told = `Electron ${locked} is ${days} days older than ${version}, the newest ${major}.`;
  return days > allowed
    ? {
        kind: 'old',
        text: `${told} Update it: npm install --save-exact --save-dev electron@${version}`,
      }
    : {
        kind: 'current',
        text: version === locked ? `Electron ${locked} is the newest ${major}.` : told,
      };
}

/**
 * @param {[string, unknown]} entry
 * @returns {[string, number][]}
 */
function readTime([version, value]) {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(time) ? [[version, time]] : [];
}

/** @returns {Promise<unknown>} npm's answer, with its proxy and registry; null where it has none */
async function askRegistry() {
  const { code, output } = await runNpm(root, ['view', 'electron', 'time', '--json'], {
    timeout: 30_000,
  });
  if (code !== 0) return null;
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
