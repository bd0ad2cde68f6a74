import { chooseLanguage, fallbackLanguage, type Language } from '../../preload/languages';
import english from '../i18n/locales/en/org-page.json';

export type TextKey = keyof typeof english;

/** English is there from the start; the page needs one other at most. */
const others = import.meta.glob<Partial<Record<TextKey, string>>>(
  ['../i18n/locales/*/org-page.json', '!../i18n/locales/en/org-page.json'],
  { import: 'default' },
);

export interface Voice {
  readonly language: Language;
  say(key: TextKey): string;
}

/** Speaks the first of the languages that the app knows, else English, also for a text that is missing. */
export async function loadVoice(languages: readonly string[]): Promise<Voice> {
  const language = chooseLanguage(languages);
  const load = others[`../i18n/locales/${language}/org-page.json`];
  // The task can be done in English where a file does not come.
  const own = await load?.().catch(() => null);
  if (!own) return { language: fallbackLanguage, say: (key) => english[key] };
  return { language, say: (key) => own[key] ?? english[key] };
}
