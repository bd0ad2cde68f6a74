import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capture } from './child.mjs';
import { nodeFlags, projectNode } from './project.mjs';
import { say } from './say.mjs';

/**
 * The Electron binary, or null. The package `electron` is not asked: without a binary it would
 * start to download one.
 * @param {string} root
 */
export function findElectron(root) {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const binary = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/**
 * Fetches the Electron binary with the package's own installer, unless its address does not answer
 * or did not answer before.
 * @param {string} root
 * @param {{ isAskedFor: boolean }} options
 * @returns {Promise<{ binary: string } | { reason: string }>}
 */
export async function fetchElectron(root, { isAskedFor }) {
  const refusal = refusalFile(root);
  const source = sourceOf(root);
  if (!isAskedFor && existsSync(refusal)) {
    const remembered = JSON.parse(readFileSync(refusal, 'utf8'));
    if (remembered.source === source) return { reason: remembered.reason };
  }
  const reason = await download(root);
  const binary = reason === null ? findElectron(root) : null;
  if (binary !== null) {
    rmSync(refusal, { force: true });
    return { binary };
  }
  const given = reason ?? 'its installer left no program behind';
  mkdirSync(dirname(refusal), { recursive: true });
  writeFileSync(refusal, JSON.stringify({ source, reason: given }));
  return { reason: given };
}

/**
 * @param {string} root
 * @returns {Promise<string | null>} why it could not be fetched
 */
async function download(root) {
  const node = projectNode(root);
  const probe = fileURLToPath(new URL('probe-electron.mjs', import.meta.url));
  say('Looking for Electron, the program that shows the window.');
  const answer = await capture(node, [...nodeFlags, probe], { cwd: root });
  if (answer.code !== 0) return answer.output.trim().split('\n').at(-1) ?? 'no answer';
  say('Fetching Electron, about 120 MB. This happens once.');
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const { code } = await capture(node, [...nodeFlags, installer], {
    cwd: root,
    onOutput: (text) => process.stderr.write(text),
  });
  return code === 0 ? null : 'its installer failed, with the reason above';
}

/** @param {string} root */
function refusalFile(root) {
  return join(root, 'node_modules', '.cache', 'frontdesk', 'no-electron.json');
}

/**
 * Where Electron would come from, as a hash, since a proxy's address may hold a password: a
 * remembered refusal holds only for the same version, mirror and proxy.
 * @param {string} root
 */
function sourceOf(root) {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  );
  const settings = Object.entries(process.env)
    .filter(([name]) => /^(npm_config_)?electron_|^https?_proxy$/i.test(name))
    .sort();
  return createHash('sha256')
    .update(JSON.stringify([version, settings]))
    .digest('hex');
}
