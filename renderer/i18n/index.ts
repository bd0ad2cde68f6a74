import { type Composer, createI18n } from 'vue-i18n';
import type { Language } from '../../preload/contract/common';

/** Every language by its own name, in the order of the language menu. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  ar: 'العربية',
};

interface Texts {
  [key: string]: string | Texts;
}

/** English is there from the start, but for what few pages show. */
const bundled = import.meta.glob<Texts>(
  ['./locales/en/app.json', './locales/en/registration.json'],
  {
    eager: true,
    import: 'default',
  },
);
const others = import.meta.glob<Texts>(
  ['./locales/*/*.json', '!./locales/en/app.json', '!./locales/en/registration.json'],
  { import: 'default' },
);

/**
 * The plural forms that each language's texts give, in this order, separated by `|`. CLDR's `many`
 * of Spanish and French begins at a million and is left out.
 */
export const pluralForms: Readonly<Record<Language, readonly Intl.LDMLPluralRule[]>> = {
  en: ['one', 'other'],
  de: ['one', 'other'],
  es: ['one', 'other'],
  fr: ['one', 'other'],
  ja: ['other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
};

function pluralRule(language: Language) {
  const rules = new Intl.PluralRules(language);
  return (count: number, givenForms: number) => {
    const index = pluralForms[language].indexOf(rules.select(count));
    return index === -1 ? givenForms - 1 : Math.min(index, givenForms - 1);
  };
}

export function createTranslation() {
  return createI18n({
    legacy: false,
    locale: 'en',
    fallbackLocale: 'en',
    messages: { en: merged(Object.values(bundled)) } as Record<string, Texts>,
    pluralRules: Object.fromEntries(
      Object.keys(languageNames).map((name) => [name, pluralRule(name as Language)]),
    ),
    missingWarn: import.meta.env.DEV,
    fallbackWarn: import.meta.env.DEV,
  });
}

/** Loads the language's texts if they are not there yet. */
export async function loadLanguage(composer: Composer, language: Language): Promise<void> {
  if (composer.availableLocales.includes(language)) return;
  composer.setLocaleMessage(language, await loadFiles(`./locales/${language}/`));
}

/** Loads the English texts of the settings; every other language comes with its own. */
export async function loadSettingsTexts(composer: Composer): Promise<void> {
  composer.mergeLocaleMessage('en', await loadFiles('./locales/en/settings.json'));
}

/** The English texts of the readiness check; every other language comes with its own. */
export async function loadReadinessTexts(composer: Composer): Promise<void> {
  composer.mergeLocaleMessage('en', await loadFiles('./locales/en/readiness.json'));
}

/** The English texts of single steps, messages and endings; every other language comes with its own. */
export async function loadStepTexts(composer: Composer): Promise<void> {
  const files = ['endings', 'gates', 'messages', 'methods', 'readiness'].map(
    (name) => `./locales/en/${name}.json`,
  );
  for (const texts of await Promise.all(files.map(loadFiles))) {
    composer.mergeLocaleMessage('en', texts);
  }
}

async function loadFiles(prefix: string): Promise<Texts> {
  const files = Object.entries(others).filter(([path]) => path.startsWith(prefix));
  return merged(await Promise.all(files.map(([, load]) => load())));
}

/** Turns the whole page to a language that is loaded. */
export function showLanguage(composer: Composer, language: Language): void {
  composer.locale.value = language;
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
}

/** Each file holds one top-level key, so nothing overlaps. */
function merged(files: readonly Texts[]): Texts {
  return Object.assign({}, ...files);
}
