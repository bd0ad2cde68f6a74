import { type Composer, createI18n } from 'vue-i18n';
import { fallbackLanguage, type Language, languageRow, languages } from '../../preload/languages';

interface Texts {
  [key: string]: string | Texts;
}

/** The English of the app's own pages is there from the start; what a sign-up or few pages show is not. */
const bundled = import.meta.glob<Texts>('./locales/en/app.json', {
  eager: true,
  import: 'default',
});
const others = import.meta.glob<Texts>(
  ['./locales/*/*.json', '!./locales/en/app.json', '!./locales/*/org-page.json'],
  { import: 'default' },
);

function pluralRule(language: Language) {
  const rules = new Intl.PluralRules(language);
  const { pluralForms } = languageRow(language);
  return (count: number, givenForms: number) => {
    const index = pluralForms.indexOf(rules.select(count));
    return index === -1 ? givenForms - 1 : Math.min(index, givenForms - 1);
  };
}

export function createTranslation() {
  return createI18n({
    legacy: false,
    locale: fallbackLanguage,
    fallbackLocale: fallbackLanguage,
    messages: { [fallbackLanguage]: merged(Object.values(bundled)) } as Record<string, Texts>,
    pluralRules: Object.fromEntries(languages.map((name) => [name, pluralRule(name)])),
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
  composer.mergeLocaleMessage(fallbackLanguage, await loadFiles('./locales/en/settings.json'));
}

/** The English texts of the readiness check; every other language comes with its own. */
export async function loadReadinessTexts(composer: Composer): Promise<void> {
  composer.mergeLocaleMessage(fallbackLanguage, await loadFiles('./locales/en/readiness.json'));
}

/** The English texts of a sign-up, its steps, messages and endings; every other language comes with its own. */
export async function loadStepTexts(composer: Composer): Promise<void> {
  const files = ['endings', 'gates', 'messages', 'methods', 'readiness', 'registration'].map(
    (name) => `./locales/en/${name}.json`,
  );
  for (const texts of await Promise.all(files.map(loadFiles))) {
    composer.mergeLocaleMessage(fallbackLanguage, texts);
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
  document.documentElement.dir = languageRow(language).direction;
}

/** Each file holds one top-level key, so nothing overlaps. */
function merged(files: readonly Texts[]): Texts {
  return Object.assign({}, ...files);
}
