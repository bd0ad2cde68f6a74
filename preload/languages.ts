/**
 * Every language that the app speaks, in the order of the language menu. What depends on a language
 * and is not a text stands here; its texts are in `main/texts/<tag>` and `renderer/i18n/locales/<tag>`.
 */
const rows = [
  {
    tag: 'en',
    ownName: 'English',
    direction: 'ltr',
    pluralForms: ['one', 'other'],
    quotationMarks: ['“', '”'],
  },
  {
    tag: 'de',
    ownName: 'Deutsch',
    direction: 'ltr',
    pluralForms: ['one', 'other'],
    quotationMarks: ['„', '“'],
  },
  {
    tag: 'es',
    ownName: 'Español',
    direction: 'ltr',
    pluralForms: ['one', 'other'],
    quotationMarks: ['«', '»'],
  },
  {
    tag: 'fr',
    ownName: 'Français',
    direction: 'ltr',
    pluralForms: ['one', 'other'],
    quotationMarks: ['«\u202f', '\u202f»'],
  },
  {
    tag: 'nl',
    ownName: 'Nederlands',
    direction: 'ltr',
    pluralForms: ['one', 'other'],
    quotationMarks: ['“', '”'],
  },
  {
    tag: 'ja',
    ownName: '日本語',
    direction: 'ltr',
    pluralForms: ['other'],
    quotationMarks: ['「', '」'],
  },
  {
    tag: 'ar',
    ownName: 'العربية',
    direction: 'rtl',
    pluralForms: ['zero', 'one', 'two', 'few', 'many', 'other'],
    quotationMarks: ['«', '»'],
  },
] as const satisfies readonly LanguageRow[];

interface LanguageRow {
  /** BCP 47. */
  readonly tag: string;
  /** As its own speakers write it. */
  readonly ownName: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * The plural forms that the texts give, in this order, separated by `|`, by CLDR's names. CLDR's
   * `many` of Spanish and French begins at a million and is left out.
   */
  readonly pluralForms: readonly Intl.LDMLPluralRule[];
  /** The marks around what is quoted, with the spaces that belong inside them. */
  readonly quotationMarks: readonly [open: string, close: string];
}

export type Language = (typeof rows)[number]['tag'];

export const languages: readonly Language[] = rows.map(({ tag }) => tag);

/** What the app speaks where it speaks none of a person's languages, and where a text is missing. */
export const fallbackLanguage: Language = rows[0].tag;

const byTag = new Map<Language, LanguageRow>(rows.map((row) => [row.tag, row]));

export function languageRow(language: Language): LanguageRow {
  return byTag.get(language) ?? rows[0];
}

/** The first of the wanted languages that the app speaks, else English. Reads `de-AT` and `ja_JP.UTF-8`. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const locale of wanted) {
    const [primary] = locale.toLowerCase().split(/[-_.]/);
    const language = languages.find((known) => known === primary);
    if (language) return language;
  }
  return fallbackLanguage;
}
