import { languageRow, languages } from '../../../preload/languages';

/** Where a setting stands on the page: before the fold, or in one of the groups behind it. */
export type Place = 'org' | 'advanced' | 'display';

interface Option {
  readonly value: string;
  /** A text of the settings. */
  readonly text?: string;
  /** A name that is the same in every language. */
  readonly name?: string;
  readonly lang?: string;
}

/** How one setting is shown. Its label is `settings.<key>`. */
export interface SettingField {
  readonly place: Place;
  readonly control: 'text' | 'choice' | 'switch';
  readonly inputmode?: 'url' | 'numeric';
  readonly isRequired?: boolean;
  /** There is a text `settings.<key>Hint`. */
  readonly hasHint?: boolean;
  /** The text of a button that copies the value. */
  readonly copy?: string;
  /** The text that stands for nothing chosen. */
  readonly placeholder?: string;
  readonly options?: readonly Option[];
  /** A default that follows something else (the org, the computer) is shown as nothing chosen. */
  readonly followsWhenUnset?: boolean;
  /** The text of a remark on what is typed, which is no error; null for none. */
  readonly remark?: (typed: string) => string | null;
}

const url = { control: 'text', inputmode: 'url' } as const;

/** The place of each setting that a person may set, in the order of the page. */
const fields = {
  orgUrl: { ...url, place: 'org', isRequired: true, hasHint: true },
  clientId: {
    place: 'org',
    control: 'text',
    isRequired: true,
    hasHint: true,
    // The shape of every client ID that Okta hands out today; nothing that Okta promises.
    remark: (typed) =>
      typed === '' || /^0oa[0-9A-Za-z]{17}$/.test(typed) ? null : 'settings.clientIdUnusual',
  },
  issuer: { ...url, place: 'advanced', hasHint: true, followsWhenUnset: true },
  redirectUri: {
    place: 'advanced',
    control: 'text',
    hasHint: true,
    copy: 'settings.copyRedirectUri',
  },
  scopes: { place: 'advanced', control: 'text', hasHint: true },
  language: {
    place: 'display',
    control: 'choice',
    placeholder: 'app.language.system',
    options: languages.map((tag) => ({
      value: tag,
      name: languageRow(tag).ownName,
      lang: tag,
    })),
    followsWhenUnset: true,
  },
  appearance: {
    place: 'display',
    control: 'choice',
    options: ['system', 'light', 'dark', 'contrast'].map((value) => ({
      value,
      text: `settings.appearances.${value}`,
    })),
  },
} as const satisfies Readonly<Record<string, SettingField>>;

export type FieldKey = keyof typeof fields;

export const settingFields: Readonly<Record<FieldKey, SettingField>> = fields;

export const fieldKeys = Object.keys(fields).filter((key): key is FieldKey => key in fields);

export function keysIn(...places: readonly Place[]): readonly FieldKey[] {
  return fieldKeys.filter((key) => places.includes(settingFields[key].place));
}
