import type { Language } from '../../preload/contract/common';
import type en from './texts/en.json';

export type Texts = typeof en;

/** Loaded when they are first needed: nobody waits for them at the start of the app. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case 'en':
      return (await import('./texts/en.json')).default;
    case 'de':
      return (await import('./texts/de.json')).default;
    case 'es':
      return (await import('./texts/es.json')).default;
    case 'fr':
      return (await import('./texts/fr.json')).default;
    case 'ja':
      return (await import('./texts/ja.json')).default;
    case 'ar':
      return (await import('./texts/ar.json')).default;
  }
}

/** Puts values in the place of `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
