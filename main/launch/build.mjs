import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { capture } from './child.mjs';
import { projectNode } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { say } from './say.mjs';

/** What the build is made from; the commands in `main/launch` are no part of it. */
const sources = [
  'main',
  'preload',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const ignored = /(^|[\\/])launch([\\/]|\.mjs$)|\.tsbuildinfo$/;

/** @param {string} root */
const recordFile = (root) => join(root, 'out', 'build.json');

/**
 * The content of every source in one hash, so that an edited, new or deleted file shows and a
 * fresh checkout's new dates do not.
 * @param {string} root
 */
export function hashSources(root) {
  const hash = createHash('sha256');
  for (const source of sources.flatMap((name) => listFiles(root, name)).sort()) {
    hash
      .update(source)
      .update('\0')
      .update(readFileSync(join(root, source)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Whether the output is complete and made from the sources as they are now.
 * @param {string} root
 */
export function isBuilt(root) {
  try {
    const record = JSON.parse(readFileSync(recordFile(root), 'utf8'));
    return (
      record.sources === hashSources(root) &&
      record.files.every((/** @type {string} */ file) => existsSync(join(root, 'out', file)))
    );
  } catch {
    return false;
  }
}

/**
 * Builds the app if its output is missing or older than its sources.
 * @param {string} root
 */
export async function buildIfNeeded(root) {
  if (isBuilt(root)) return;
  say('Building Frontdesk.');
  await build(root);
}

/** @param {string} root */
export async function build(root) {
  const made = hashSources(root);
  // Without its record, the output of a build that was interrupted does not count.
  rmSync(recordFile(root), { force: true });
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await capture(projectNode(root), [script, 'build'], {
    cwd: root,
  });
  if (code !== 0)
    throw new Refusal(
      `${stripVTControlCharacters(output).trim()}\n\nThe build failed; the reason is above.`,
    );
  mkdirSync(dirname(recordFile(root)), { recursive: true });
  const files = ['main', 'preload', 'renderer'].flatMap((name) =>
    listFiles(join(root, 'out'), name),
  );
  writeFileSync(recordFile(root), JSON.stringify({ sources: made, files }));
}

/**
 * @param {string} folder
 * @param {string} name a file or a folder in it
 * @returns {string[]} the files, relative to `folder`
 */
function listFiles(folder, name) {
  const path = join(folder, name);
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((file) => join(name, file))
    .filter((file) => !ignored.test(file) && statSync(join(folder, file)).isFile());
}
