import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './project.mjs';

/** Bytes, minified and compressed, that the page's first load may take. */
const budget = 70_700;
/** What main must not load before a person chooses where to sign up. */
const postponed = [
  // All but what starts the org when it is asked to.
  /(^|\/)main\/practice-org\/(?!in-use\.ts)/,
  /^@okta\/okta-auth-js/,
  /\/@okta\/okta-auth-js\//,
];

/**
 * @typedef {object} Chunk one file of main, as the build recorded it
 * @property {string} file
 * @property {string[]} imports
 * @property {string[]} dynamicImports
 * @property {string[]} modules
 */

/** @returns {Promise<number>} 0 where both promises are kept */
export async function printSize() {
  const renderer = join(root, 'out', 'renderer');
  const files = firstLoad((path) => readFileSync(join(renderer, path), 'utf8'));
  const sizes = files.map(
    (path) => gzipSync(readFileSync(join(renderer, path)), { level: 9 }).length,
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  files.forEach((path, index) => print(path, sizes[index] ?? 0));
  print('first load of the page', total);
  print('allowed', budget);

  const chunks = JSON.parse(readFileSync(join(root, 'out', 'main', 'modules.json'), 'utf8'));
  const early = findEarly(chunks, 'main/shell/browser/index.ts');
  process.stdout.write(
    early.length === 0
      ? 'Main serves a page without loading the practice org or okta-auth-js.\n'
      : `Main loads too early: ${early.join(', ')}\n`,
  );
  return total <= budget && early.length === 0 ? 0 : 1;
}

/**
 * The files a browser fetches before the page can start: what the page names, and what those
 * scripts import statically.
 * @param {(path: string) => string} read
 * @returns {string[]}
 */
export function firstLoad(read) {
  const page = read('index.html');
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g)]
    .map((match) => posix.normalize(match[1]?.replace(/^\//, '') ?? ''))
    .filter((path) => /\.(js|css)$/.test(path));
  const seen = new Set(named);
  for (const path of seen) {
    if (!path.endsWith('.js')) continue;
    for (const match of read(path).matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
      seen.add(posix.join(posix.dirname(path), match[1] ?? ''));
    }
  }
  return [...seen];
}

/**
 * Everything postponed that main loads on its way to a page: its entry, the shell, and all they
 * import statically.
 * @param {readonly Chunk[]} chunks
 * @param {string} shell the end of the shell's path
 * @returns {string[]}
 */
export function findEarly(chunks, shell) {
  const starts = chunks.filter(
    ({ file, modules }) => file === 'index.js' || modules.some((module) => module.endsWith(shell)),
  );
  const loaded = new Set(starts.map(({ file }) => file));
  for (const name of loaded) {
    for (const next of chunks.find(({ file }) => file === name)?.imports ?? []) loaded.add(next);
  }
  const modules = [...loaded].flatMap((name) => {
    const chunk = chunks.find(({ file }) => file === name);
    return chunk ? chunk.modules.map((module) => module.replaceAll('\\', '/')) : [name];
  });
  return modules.filter((module) => postponed.some((pattern) => pattern.test(module)));
}

/**
 * @param {string} name
 * @param {number} bytes
 */
function print(name, bytes) {
  process.stdout.write(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${name}\n`);
}
