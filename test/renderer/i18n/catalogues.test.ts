import { describe, expect, it } from 'vitest';
import { languageRow, languages } from '../../../preload/languages';

const files = import.meta.glob<object>('../../../renderer/i18n/locales/*/*.json', {
  eager: true,
  import: 'default',
});
const sources = import.meta.glob<string>(
  ['../../../renderer/**/*.{ts,vue}', '!../../../renderer/registration/**'],
  { eager: true, import: 'default', query: '?raw' },
);

function* textsOf(branch: object, path = ''): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(branch)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else yield* textsOf(value, `${path}${key}.`);
  }
}

function catalogue(language: string): ReadonlyMap<string, string> {
  const own = Object.entries(files).filter(([path]) => path.includes(`/locales/${language}/`));
  return new Map(own.flatMap(([, content]) => [...textsOf(content)]));
}

function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/\{\s*([\w-]+)\s*\}/g)].map((match) => match[1] ?? ''))]
    .sort()
    .join();
}

const english = catalogue('en');

describe('the catalogues', () => {
  it('exist for every language of the contract, each under its own name', () => {
    expect(new Set(languages.map((tag) => languageRow(tag).ownName)).size).toBe(languages.length);
    for (const language of languages) expect(catalogue(language).size).toBeGreaterThan(100);
  });

  it.each(languages.filter((language) => language !== 'en'))(
    'have the same keys in %s',
    (language) => {
      expect([...catalogue(language).keys()].sort()).toEqual([...english.keys()].sort());
    },
  );

  it.each(languages)('have the same placeholders and full plurals in %s', (language) => {
    const differing = [...catalogue(language)].filter(([key, text]) => {
      const original = english.get(key) ?? '';
      const forms = original.includes(' | ') ? languageRow(language).pluralForms.length : 1;
      return placeholders(text) !== placeholders(original) || text.split(' | ').length !== forms;
    });
    expect(differing).toEqual([]);
  });

  it.each(languages.filter((language) => language !== 'en'))(
    'leave nothing in English in %s',
    (language) => {
      const sentences = [...english].filter(
        ([key, text]) => text.includes(' ') && text.length > 20 && key !== 'readiness.seenConsole', // a name alone
      );
      const own = catalogue(language);
      expect(sentences.filter(([key, text]) => own.get(key) === text)).toEqual([]);
    },
  );

  it.each(languages)(
    'put a running clock after a colon, and nothing behind it, in %s',
    (language) => {
      const clocks = [...catalogue(language)].filter(
        // A moment that stands still is no clock.
        ([key, text]) => text.includes('{time}') && key !== 'readiness.checkedAt',
      );
      expect(clocks.length).toBeGreaterThanOrEqual(6);
      expect(clocks.filter(([, text]) => !/(?:: |：)\{time\}$/.test(text))).toEqual([]);
    },
  );

  it('have a text for every key that the app asks for by name', () => {
    const used = Object.values(sources).flatMap((source) =>
      [
        ...source.matchAll(/(?:\bt\(\s*|keypath=")'?((?:app|settings|readiness)\.[\w.-]+)['"]/g),
      ].map((match) => match[1] ?? ''),
    );
    expect(used.length).toBeGreaterThan(80);
    expect(used.filter((key) => !english.has(key))).toEqual([]);
  });
});
