import { describe, expect, it } from 'vitest';
import { fallbackLanguage, languageRow, languages } from '../../../preload/languages';

interface Texts {
  readonly [key: string]: string | Texts;
}

/** What a reader of the language has settled: its word for a thing, and what is not to be written. */
interface Rules {
  /** The English name of a thing, and the pattern of the word for it. */
  readonly terms: Readonly<Record<string, string>>;
  readonly avoid: readonly {
    readonly pattern: string;
    readonly example: string;
    readonly instead: string;
  }[];
}

const files = import.meta.glob<Texts>(
  ['../../../renderer/i18n/locales/*/*.json', '../../../main/texts/*/*.json'],
  { eager: true, import: 'default' },
);
const rules = import.meta.glob<Rules>('../../../renderer/i18n/locales/*/rules/words.json', {
  eager: true,
  import: 'default',
});

function* leaves(branch: Texts, path: string): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(branch)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else yield* leaves(value, `${path}${key}.`);
  }
}

/** Every text of a language, of main and of the page, by file and key. */
function textsOf(language: string): ReadonlyMap<string, string> {
  const own = Object.entries(files).filter(([path]) => path.includes(`/${language}/`));
  return new Map(
    own.flatMap(([path, texts]) => {
      const home = path.includes('/main/') ? 'main' : 'page';
      return [...leaves(texts, `${home}/${path.split('/').at(-1) ?? ''}: `)];
    }),
  );
}

function rulesOf(language: string): Rules {
  const own = rules[`../../../renderer/i18n/locales/${language}/rules/words.json`];
  if (!own) throw new Error(`There are no rules for ${language}`);
  return own;
}

const english = textsOf(fallbackLanguage);
const englishTerms = rulesOf(fallbackLanguage).terms;
/** A line of a list may have the name of a button. */
const isSentence = (text = '') => /[.}]$/.test(text);
const shown = (text: string) => text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '');

describe.each(languages)('the words of %s', (language) => {
  const texts = textsOf(language);
  const { terms, avoid } = rulesOf(language);
  const [open, close] = languageRow(language).quotationMarks;
  const quote = (text: string) => `${open}${text}${close}`;

  it('call each thing by one name', () => {
    expect(Object.keys(terms)).toEqual(Object.keys(englishTerms));
    for (const [name, pattern] of Object.entries(englishTerms)) {
      const named = new RegExp(`\\b(?:${pattern})(?!\\w)`, 'i');
      const own = new RegExp(terms[name] ?? '', 'iu');
      const about = [...english].filter(([, text]) => named.test(text));
      expect(about.length, name).toBeGreaterThan(1);
      expect(
        about.flatMap(([key]) => (own.test(texts.get(key) ?? '') ? [] : [key, texts.get(key)])),
        name,
      ).toEqual([]);
    }
  });

  it.each(avoid)('are not such as “$example”', ({ pattern, example, instead }) => {
    const wrong = new RegExp(pattern, 'u');
    expect(example).toMatch(wrong);
    expect(
      [...texts].filter(([, text]) => wrong.test(text.replaceAll(/\{'.'\}/g, '@'))),
      `write instead: ${instead}`,
    ).toEqual([]);
  });

  it('stand in the quotation marks of the language', () => {
    const mark = /["“”„«»「」]/;
    const own = new RegExp(`${open}[^${open.trim()}${close.trim()}]*${close}`, 'gu');
    const unlike = [...texts].filter(([, text]) => mark.test(text.replaceAll(own, '')));
    expect(unlike).toEqual([]);
  });

  it('quote a button, a title or a field word for word', () => {
    const keysOf = new Map<string, string[]>();
    for (const [key, text] of english)
      if (!/[.:!]$/.test(text)) keysOf.set(text, [...(keysOf.get(text) ?? []), key]);
    const quoted = [...english].flatMap(([key, text]) =>
      [...text.matchAll(/“([^“”{}]+)”/g)].flatMap(([, label = '']) => {
        const labels = keysOf.get(label)?.map((own) => texts.get(own) ?? '');
        return labels ? [{ key, label, labels }] : [];
      }),
    );
    expect(quoted.length).toBeGreaterThan(50);
    const wrong = quoted.filter(({ key, labels }) => {
      const text = shown(texts.get(key) ?? '');
      return !labels.some((label) => text.includes(quote(shown(label))));
    });
    expect(wrong.map(({ key, labels }) => [key, texts.get(key), labels])).toEqual([]);
  });

  it('quote only what a person who signs up can see', () => {
    const labels = new Set(texts.values());
    const seen = [...texts].filter(([key]) => /causes\.[\w-]+\.person$/.test(key));
    const own = new RegExp(`${open}([^${open.trim()}${close.trim()}]*)${close}`, 'gu');
    const quotes = seen.flatMap(([key, text]) =>
      [...text.matchAll(own)].map(([, label = '']) => [key, label] as const),
    );
    expect(quotes.length).toBeGreaterThan(25);
    expect(quotes.filter(([, label]) => !labels.has(label))).toEqual([]);
  });

  it('put a name that is filled in behind a colon or in quotation marks', () => {
    const names = /\{(?:method|app|title|check|setting)\}/g;
    const found = [...texts].flatMap(([key, text]) =>
      [...text.matchAll(names)].map(({ 0: name, index }) => {
        const before = shown(text.slice(0, index));
        const isBehind = /[:：] ?$/.test(before) || before.endsWith(open);
        // At the beginning, what the name introduces is behind the colon.
        return (before === '' && /^ ?[:：\u202f]/.test(text.slice(index + name.length))) || isBehind
          ? null
          : [key, text];
      }),
    );
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((one) => one !== null)).toEqual([]);
  });

  it('fit on a button', () => {
    const isButton =
      /(?:\.actions\.\w+|[.: ](?:submit\w*|start|again|startOver|skip|retry|close|cancel|back|create|tryAgain|wait|signUp|clear|signOut|copy))$/;
    const buttons = [...texts].filter(
      ([key]) => isButton.test(key) && !isSentence(english.get(key)),
    );
    expect(buttons.length).toBeGreaterThan(60);
    expect(buttons.filter(([, text]) => shown(text).length > 28)).toEqual([]);
  });
});

it('says “org” to administrators and “organization” to visitors', () => {
  const visitors =
    /^page\/(?:endings|gates|messages|methods|registration|org-page)|: app\.account\./;
  const forVisitors = [...english].filter(([key]) => visitors.test(key));
  expect(forVisitors.length).toBeGreaterThan(500);
  expect(forVisitors.filter(([, text]) => /\borgs?\b/i.test(text))).toEqual([]);
});

const sources = import.meta.glob<string>('../../../{renderer,main}/**/*.{ts,vue}', {
  eager: true,
  import: 'default',
  query: '?raw',
});

it('gets no separator from the code', () => {
  const glued = [
    // `{{ t('key') }}: ` in a template
    /\bt\([^{}\n]*\)\s*\}\}\s*(?:[:;,(–]|-\s)/,
    // `${t('key')}: ` in a script
    /\$\{t\([^`\n]*?\)\}\s?[:;,(–-]/,
    // a label of main before its value
    /\$\{(?:report|texts)[\w.[\]]*\}[:;,] /,
  ];
  for (const [path, source] of Object.entries(sources))
    for (const pattern of glued) expect(source, path).not.toMatch(pattern);
});
