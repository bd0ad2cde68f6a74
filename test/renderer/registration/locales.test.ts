import { describe, expect, it } from 'vitest';
import { languageRow, languages } from '../../../preload/languages';
import { terminalReasons } from '../../../preload/contract/registration/ending';
import { createTranslation } from '../../../renderer/i18n';

interface Texts {
  [key: string]: string | Texts;
}
const files = import.meta.glob<Texts>(
  '../../../renderer/i18n/locales/*/{registration,endings,gates,messages,methods}.json',
  { eager: true, import: 'default' },
);

/** Every text of a language that a sign-up can show. */
function catalogueOf(language: string): Texts {
  const own = Object.entries(files).filter(([path]) => path.includes(`/locales/${language}/`));
  return Object.assign({}, ...own.map(([, texts]) => texts));
}

function flat(texts: Texts, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${path}${key}`, value] as const]
        : [...flat(value, `${path}${key}.`)],
    ),
  );
}

const placeholders = (text: string) =>
  [...new Set(text.match(/\{\w+\}/g) ?? [])].filter((name) => name !== '{count}').sort();
const english = flat(catalogueOf('en'));

describe.each(languages)('the texts of a sign-up in %s', (language) => {
  const catalogue = catalogueOf(language);
  const texts = flat(catalogue);

  it('are all there, and no others', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('take the same values', () => {
    for (const [key, text] of texts) {
      expect(placeholders(text), key).toEqual(placeholders(english.get(key) ?? ''));
    }
  });

  it('have every plural form of the language where English has two', () => {
    const wanted = languageRow(language).pluralForms.length;
    for (const [key, text] of texts) {
      const isPlural = english.get(key)?.includes(' | ') ?? false;
      expect(text.split(' | '), key).toHaveLength(isPlural ? wanted : 1);
    }
  });

  it('can all be shown', () => {
    const { global } = createTranslation();
    global.setLocaleMessage(language, catalogue);
    global.locale.value = language;
    for (const key of texts.keys()) {
      for (const count of [1, 2, 5, 11, 100]) {
        const names = placeholders(english.get(key) ?? '').map((name) => name.slice(1, -1));
        const given = Object.fromEntries(names.map((name) => [name, 'x']));
        const shown = global.t(key, { ...given, count }, count);
        expect(shown, key).not.toBe(key);
        expect(shown, key).not.toMatch(/\s\|\s|\{(?!0)/);
        expect(shown.trim(), key).not.toBe('');
      }
    }
  });
});

const sources = import.meta.glob<string>('../../../renderer/registration/**/*.{ts,vue}', {
  eager: true,
  import: 'default',
  query: '?raw',
});

describe('the English texts', () => {
  it('have a text for every key that a step asks for by name', () => {
    const asked =
      /(?:\bt\(\s*|keypath=")'?((?:registration|gates|endings|methods|messages)\.[\w.-]+)['"]/g;
    const used = Object.values(sources).flatMap((source) =>
      [...source.matchAll(asked)].map((match) => match[1] ?? ''),
    );
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => !english.has(key))).toEqual([]);
  });

  it('cover every ending', () => {
    for (const reason of terminalReasons) {
      for (const part of ['title', 'what', 'next']) {
        expect(english.has(`endings.${reason}.${part}`), reason).toBe(true);
      }
    }
  });
});
