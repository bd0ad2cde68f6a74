import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** Where texts stand, a folder a language in each. */
const homes = ['main/texts', 'renderer/i18n/locales'];
const english = 'en';

/** @typedef {ReadonlyMap<string, string>} Texts each text under its home, file and key */

/**
 * What a language's texts are not like the English ones, one line each.
 * @param {Texts} original
 * @param {Texts} own
 * @returns {string[]}
 */
export function compareTexts(original, own) {
  const missing = [...original.keys()].filter((key) => !own.has(key));
  const superfluous = [...own.keys()].filter((key) => !original.has(key));
  const other = [...own].flatMap(([key, text]) => {
    const wanted = placeholders(original.get(key) ?? text);
    return wanted === placeholders(text) ? [] : [`${key} has other placeholders: ${wanted}`];
  });
  return [
    ...missing.map((key) => `${key} is missing: ${original.get(key)}`),
    ...superfluous.map((key) => `${key} is superfluous`),
    ...other,
  ];
}

/**
 * The tags of all folders of texts.
 * @returns {string[]}
 */
export function listLanguages() {
  const folders = homes.flatMap((home) => readdirSync(join(root, home), { withFileTypes: true }));
  return [...new Set(folders.filter((one) => one.isDirectory()).map(({ name }) => name))].sort();
}

/**
 * @param {string} language
 * @returns {Texts}
 */
export function readTexts(language) {
  return new Map(
    homes.flatMap((home) => {
      const folder = join(root, home, language);
      // A language that is being written may have one of the folders.
      const all = existsSync(folder) ? readdirSync(folder) : [];
      const names = all.filter((name) => name.endsWith('.json'));
      return names.flatMap((name) => {
        const content = readFileSync(join(folder, name), 'utf8');
        return [...leaves(JSON.parse(content), `${home}/*/${name}: `)];
      });
    }),
  );
}

/**
 * @param {unknown} branch
 * @param {string} path
 * @returns {Generator<readonly [string, string]>}
 */
function* leaves(branch, path) {
  if (typeof branch === 'string') return yield [path, branch];
  const separator = path.endsWith(' ') ? '' : '.';
  for (const [key, value] of Object.entries(branch ?? {}))
    yield* leaves(value, `${path}${separator}${key}`);
}

/**
 * The number of a plural may be a word in one of its forms.
 * @param {string} text
 */
function placeholders(text) {
  const names = text.match(/\{\w+\}/g) ?? [];
  return [...new Set(names)].sort().join(' ') || 'none';
}

/**
 * `npm run texts`: what is missing, superfluous or has other placeholders, language by language.
 * @returns {number} the exit status, 1 where there is anything to do
 */
export function printTexts() {
  const original = readTexts(english);
  const lines = listLanguages().flatMap((language) => {
    const findings = compareTexts(original, readTexts(language));
    const state = findings.length === 0 ? 'complete' : `${findings.length} to do`;
    return [`${language}: ${state}`, ...findings.map((finding) => `  ${finding}`)];
  });
  process.stdout.write(`${lines.join('\n')}\n${original.size} texts a language.\n`);
  return lines.some((line) => line.startsWith('  ')) ? 1 : 0;
}
