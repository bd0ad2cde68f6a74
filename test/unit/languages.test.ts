import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseLanguage, languageRow, languages } from '../../preload/languages';

const root = resolve(import.meta.dirname, '../..');

it.each([
  [['de', 'fr'], 'de'],
  [['de-AT', 'en'], 'de'],
  [['pt-BR', 'es-419', 'en'], 'es'],
  [['pt-BR', 'fr-CA', 'en-US'], 'fr'],
  [['ja_JP.UTF-8'], 'ja'],
  [['JA'], 'ja'],
  [['AR-eg'], 'ar'],
  [['pt-BR', 'C', ''], 'en'],
  [['zh-Hant-TW'], 'en'],
  [['tlh', 'constructor', 'toString'], 'en'],
  [[], 'en'],
])('of %j the app speaks %s', (wanted, language) => {
  expect(chooseLanguage(wanted)).toBe(language);
});

describe.each(languages)('the row of %s', (language) => {
  const { tag, ownName, direction, pluralForms } = languageRow(language);

  it('is its own', () => expect(tag).toBe(language));

  it('names the language as its speakers do', () => {
    const names = new Intl.DisplayNames(language, { type: 'language' });
    expect(ownName.toLowerCase()).toBe(names.of(language)?.toLowerCase());
  });

  it('has the direction of its script', () => {
    const script = new Intl.Locale(language).maximize().script ?? '';
    expect(direction).toBe(['Arab', 'Hebr', 'Thaa', 'Syrc'].includes(script) ? 'rtl' : 'ltr');
  });

  it('gives each plural form that a count below a million takes', () => {
    const rules = new Intl.PluralRules(language);
    const taken = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)));
    expect([...pluralForms].sort()).toEqual([...taken].sort());
  });
});

it('has a folder of texts for each language in main and in the renderer, and none beside', async () => {
  for (const folder of ['main/texts', 'renderer/i18n/locales']) {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.sort(), folder).toEqual([...languages].sort());
  }
});

it('asks nowhere in the code which language it is: what depends on it is in its row', async () => {
  const tags = languages.join('|');
  const asked = new RegExp(
    `(?:[!=]==?|case|\\bin)\\s*['"](?:${tags})['"]|['"](?:${tags})['"]\\s*[!=]==?`,
  );
  for (const folder of ['main', 'preload', 'renderer']) {
    const names = await readdir(join(root, folder), { recursive: true });
    const sources = names.filter((name) => /\.(?:ts|vue|mjs)$/.test(name));
    expect(sources.length).toBeGreaterThan(5);
    for (const name of sources)
      expect(await readFile(join(root, folder, name), 'utf8'), name).not.toMatch(asked);
  }
});
