import { fallbackLanguage, type Language } from '../../preload/languages';
import type browser from './en/browser.json';
import type desktop from './en/desktop.json';
import type readiness from './en/readiness.json';

interface Texts {
  /** The pages that the browser shell shows by itself, where the app's own page cannot be loaded. */
  readonly browser: typeof browser;
  /** What Electron's shell says outside the page: its menu and its dialogs. */
  readonly desktop: typeof desktop;
  /** Checks, causes and the report of a readiness check. */
  readonly readiness: typeof readiness;
}

export type BrowserTexts = Texts['browser'];
export type DesktopTexts = Texts['desktop'];
export type ReadinessTexts = Texts['readiness'];

/**
 * The words of one part of main in one language, loaded when they are first asked for. A text that
 * the language lacks is English.
 */
export async function loadTexts<Part extends keyof Texts>(
  part: Part,
  language: Language,
): Promise<Texts[Part]> {
  const english = await load(part, fallbackLanguage);
  if (language === fallbackLanguage) return complete<Texts[Part]>(english, {});
  // A language that is being written may not have the file yet.
  return complete<Texts[Part]>(english, await load(part, language).catch(() => ({})));
}

/** Playwright's tests run this file as it is, and Node reads JSON only where it is called JSON. */
async function load(part: keyof Texts, language: Language): Promise<unknown> {
  const file = await import(`./${language}/${part}.json`, { with: { type: 'json' } });
  return file.default;
}

/** The shape is that of the English texts; each leaf is the language's own where it has one. */
export function complete<Shape>(english: unknown, own: unknown): Shape {
  return filled(english, own) as Shape;
}

function filled(english: unknown, own: unknown): unknown {
  if (Array.isArray(english))
    return english.map((text, index) => filled(text, Array.isArray(own) ? own[index] : undefined));
  if (typeof english === 'object' && english !== null)
    return Object.fromEntries(
      Object.entries(english).map(([key, text]) => [key, filled(text, valueOf(own, key))]),
    );
  return typeof own === typeof english ? own : english;
}

function valueOf(texts: unknown, key: string): unknown {
  return typeof texts === 'object' && texts !== null && Object.hasOwn(texts, key)
    ? Reflect.get(texts, key)
    : undefined;
}

/** Puts values in the place of `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
