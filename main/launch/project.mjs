import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Node takes the proxy from the environment and certificates from the system with these. */
export const nodeFlags = ['--use-env-proxy', '--use-system-ca'];

const neededMajor = 24;

/**
 * The Node that Electron embeds, from the package `node`.
 * @returns {string} the path of its binary
 * @throws {Refusal} where the package's install script was not allowed to put it there
 */
export function projectNode(folder = root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = join(folder, 'node_modules', 'node', 'bin', name);
  if (existsSync(binary)) return binary;
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath;
  throw new Refusal(
    `Frontdesk runs on Node ${neededMajor}, which its package "node" brings along. Its install script has\n` +
      'not run. Allow it with "npm rebuild node --ignore-scripts=false", or start with a newer Node.',
  );
}
