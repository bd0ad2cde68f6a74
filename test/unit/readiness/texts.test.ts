import { describe, expect, it } from 'vitest';
import { loadTexts, type ReadinessTexts } from '../../../main/texts';
import { type Language, languageRow, languages } from '../../../preload/languages';

interface Catalogue {
  readonly endings: Readonly<Record<string, { readonly title?: string }>>;
}

const endings = import.meta.glob<Catalogue>('../../../renderer/i18n/locales/*/endings.json', {
  eager: true,
  import: 'default',
});

/** Names, and words that a language writes as English does. */
const sameInEnglish = new Set([
  'Captcha',
  'Domains',
  'Engine',
  'Exceptions',
  'Identity Engine',
  'Inline hook',
  'Issuer',
  'Mode',
  'Org',
  'Scopes',
  'status.okta.com',
]);

/** Names in the Admin Console, which is in English for nearly everybody. After a tab, “tab”. */
const consoleNames = [
  ...['Access Policies', 'Add app', 'Allowed', 'Apps tab', 'Assign > Assign to Groups'],
  ...['Assignments', 'CAPTCHA integration', 'Create App Integration', 'Denied', 'Everyone'],
  ...['Directory > Groups > Rules', 'Directory > People', 'Directory > Profile Editor'],
  ...['Email verification experience', 'General Settings', 'General tab', 'Grant type'],
  ...['If grant type is', 'Inactive', 'Initiate login URI', 'Interaction Code', 'Interaction code'],
  ...['Native Application', 'Proof Key for Code Exchange', 'Reports > Rate Limits', 'Scopes tab'],
  ...['Security > API > Authorization Servers', 'Security > Authenticators', 'Sign On tab'],
  ...['Security > Networks', 'Self-service registration', 'System Log', 'Workflow > Inline Hooks'],
  ...['Settings > Account > Embedded widget sign-in support', 'header in token requests'],
];

function quotesOf(language: Language): RegExp {
  const [open, close] = languageRow(language).quotationMarks;
  return new RegExp(`${open}[^${open.trim()}${close.trim()}]+${close}`, 'gu');
}

function* leaves(branch: object, path = ''): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(branch)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else yield* leaves(value, `${path}${key}.`);
  }
}

function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

/** The Admin Console speaks Japanese too: each name in English, and in Japanese behind it. */
function inConsole(text: string): string {
  return text.replaceAll(/（[^（）]*）/g, '').replaceAll('］>［', ' > ');
}

function titlesOf(language: Language): ReadonlyMap<string, string> {
  const catalogue = endings[`../../../renderer/i18n/locales/${language}/endings.json`];
  return new Map(
    Object.entries(catalogue?.endings ?? {}).flatMap(([reason, { title }]) =>
      title === undefined ? [] : [[reason, title.replaceAll("'", '’')]],
    ),
  );
}

async function load(
  language: Language,
): Promise<readonly [ReadinessTexts, ReadonlyMap<string, string>]> {
  const texts = await loadTexts('readiness', language);
  return [texts, new Map(leaves(texts))];
}

const [englishTexts, english] = await load('en');
const others = languages.filter((language) => language !== 'en');

describe.each(others)('the texts of a readiness check in %s', async (language) => {
  const [texts, own] = await load(language);
  const wrong = (isWrong: (original: string, text: string) => boolean) =>
    [...english].filter(([path, original]) => isWrong(original, own.get(path) ?? ''));

  it('have the keys of English, and as many steps for each cause', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [cause, { steps }] of Object.entries(englishTexts.causes))
      expect(texts.causes, cause).toHaveProperty([cause, 'steps', 'length'], steps.length);
  });

  it('are empty only where English is', () => {
    expect(wrong((original, text) => (original === '') !== (text.trim() === ''))).toEqual([]);
  });

  it('have the same placeholders', () => {
    expect(
      wrong((original, text) => placeholders(original).join() !== placeholders(text).join()),
    ).toEqual([]);
  });

  it('leave nothing in English but names', () => {
    expect(
      wrong(
        (original, text) =>
          /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, '')) &&
          text === original &&
          !sameInEnglish.has(text),
      ),
    ).toEqual([]);
  });

  it('name what is in the Admin Console as it stands there', () => {
    for (const name of consoleNames) {
      const inEnglish = new RegExp(`\\b${name}\\b`);
      const missing = wrong(
        (original, text) =>
          inEnglish.test(original) && !inConsole(text).includes(name.replace(/ tab$/, '')),
      );
      expect(
        [...english.values()].some((text) => inEnglish.test(text)),
        name,
      ).toBe(true);
      expect(missing, name).toEqual([]);
    }
  });

  it('call the pages that end a sign-up by their titles', () => {
    const titles = titlesOf(language);
    const quoted = [...titlesOf('en')].filter(([, title]) =>
      [...english.values()].some((text) => text.includes(`“${title}”`)),
    );
    expect(quoted.length).toBeGreaterThan(15);
    for (const [reason, title] of quoted)
      expect(
        wrong(
          (original, text) =>
            original.includes(`“${title}”`) && !text.includes(titles.get(reason) ?? title),
        ),
        title,
      ).toEqual([]);
  });

  it('call what else the report shows by the names that it has there', () => {
    expect(texts.causes['issuer-mismatch'].steps[0]).toContain(texts.labels.issuerNamed);
    expect(texts.causes['sign-up-not-allowed'].tell).toContain(texts.checks['sign-up-policy'].name);
  });
});

it.each(languages)('quotes as %s does', async (language) => {
  const [, texts] = await load(language);
  const unlike = [...texts].filter(([, text]) =>
    /["'“”„«»「」]/.test(text.replaceAll(quotesOf(language), '')),
  );
  expect(unlike).toEqual([]);
});
