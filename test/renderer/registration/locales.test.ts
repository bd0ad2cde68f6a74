import { describe, expect, it } from 'vitest';
import { terminalReasons } from '../../../preload/schemas/registration';
import { createTranslation, pluralForms } from '../../../renderer/i18n';
import ar from '../../../renderer/i18n/locales/ar/registration.json';
import de from '../../../renderer/i18n/locales/de/registration.json';
import en from '../../../renderer/i18n/locales/en/registration.json';
import es from '../../../renderer/i18n/locales/es/registration.json';
import fr from '../../../renderer/i18n/locales/fr/registration.json';
import ja from '../../../renderer/i18n/locales/ja/registration.json';

interface Texts {
  [key: string]: string | Texts;
}
const catalogues: Record<string, Texts> = { ar, de, en, es, fr, ja };

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
const english = flat(en);

describe.each(Object.entries(catalogues))('the texts of a sign-up in %s', (language, catalogue) => {
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
    const wanted = pluralForms[language as keyof typeof pluralForms].length;
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
        const named = {
          count,
          time: '0:10',
          destination: 'x',
          method: 'x',
          field: 'x',
          action: 'x',
        };
        const shown = global.t(key, { ...named, text: 'x', reference: 'x' }, count);
        expect(shown, key).not.toMatch(/registration\.|\s\|\s|\{(?!0)/);
        expect(shown.trim(), key).not.toBe('');
      }
    }
  });
});

describe('the English texts', () => {
  it('cover every ending', () => {
    for (const reason of terminalReasons) {
      for (const part of ['title', 'what', 'next']) {
        expect(english.has(`registration.endings.${reason}.${part}`), reason).toBe(true);
      }
    }
  });
});
