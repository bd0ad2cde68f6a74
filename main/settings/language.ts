import { languages, type Language } from '../../preload/contract/common';

/** The language chosen, or the first of the person's own that the app speaks, or English. */
export function resolveLanguage(setting: string, locales: readonly string[]): Language {
  const wanted = setting === '' ? locales : [setting];
  const spoken = wanted.flatMap((locale) => languages.filter((known) => known === primary(locale)));
  return spoken[0] ?? 'en';
}

function primary(locale: string): string {
  return locale.toLowerCase().split(/[-_.]/)[0] ?? '';
}
