import { type Language, languages } from '../../../preload/contract/common';
import ar from './texts/ar.json';
import de from './texts/de.json';
import en from './texts/en.json';
import es from './texts/es.json';
import fr from './texts/fr.json';
import ja from './texts/ja.json';

/** What the shell says outside the page: its menu and its two dialogs. */
export type ShellTexts = Readonly<Record<keyof typeof en, string>>;

const texts: Readonly<Record<Language, ShellTexts>> = { en, de, es, fr, ja, ar };

export function shellTexts(language: Language): ShellTexts {
  return texts[language];
}

/** The first of the system's languages that the app speaks, else English. */
export function systemLanguage(locales: readonly string[]): Language {
  for (const locale of locales) {
    const [tag] = locale.toLowerCase().split(/[-_]/);
    const language = languages.find((known) => known === tag);
    if (language) return language;
  }
  return 'en';
}
