import * as v from 'valibot';
import { languages } from '../../preload/languages';
import { Appearance } from '../../preload/contract/common';
import { type Mode } from '../../preload/contract/desk';
import type { SettingProblem } from '../../preload/contract/settings';
import { choice, type Kind, parsed, problemOf, text, words } from './kinds';
import { checkIssuer, checkOrgUrl, checkRedirectUri } from './rules/addresses';
import { parseCertificateIssuer } from './rules/certificate-issuer';
import { checkClientId, checkScopes } from './rules/words';

/** One setting: all that main, the settings page and the documentation need to know of it. */
export interface Setting<Value> {
  readonly kind: Kind<Value>;
  readonly default: Value;
  /** Whose word counts. An administrator's goes before a person's. */
  readonly setBy: readonly ('person' | 'administrator')[];
  /** Never sent to a page, and never written to the log. */
  readonly isSecret: boolean;
  /** When an administrator's new value counts; what a person saves always counts at once. */
  readonly effect: 'at-once' | 'next-start';
  /** A name that managed files of earlier versions have for it, and what they say under it. */
  readonly formerly: {
    readonly name: string;
    readonly schema: v.GenericSchema<unknown, Value>;
  } | null;
  /** English, for the reference of managed settings; Markdown. */
  readonly reference: { readonly value: string; readonly unset: string };
}

/** The app's own scheme, registered with the system (RFC 8252 section 7.1). */
export const defaultRedirectUri = 'app.frontdesk.desktop:/callback';

const both = ['person', 'administrator'] as const;

/**
 * Every setting, by its name in a file. A dot stands for a level: `kiosk.idleSeconds` is also
 * `{ "kiosk": { "idleSeconds": … } }`.
 */
const rows = {
  orgUrl: setting({
    kind: text(checkOrgUrl),
    default: '',
    setBy: both,
    reference: {
      value:
        'the org, with or without `https://`; what follows the host is dropped; plain http for loopback only; no `-admin` address',
      unset: 'typed by the person',
    },
  }),
  clientId: setting({
    kind: text(checkClientId),
    default: '',
    setBy: both,
    reference: { value: '1 to 100 characters, no spaces', unset: 'typed by the person' },
  }),
  issuer: setting({
    kind: text(checkIssuer),
    default: '',
    setBy: both,
    reference: {
      value:
        '`""` for the org itself, `"default"` or `"/oauth2/default"` for one of its authorization servers, or a whole issuer URL',
      unset: 'the org itself',
    },
  }),
  redirectUri: setting({
    kind: text(checkRedirectUri),
    default: defaultRedirectUri,
    setBy: both,
    reference: {
      value: "an app's scheme in reverse-domain form, an https address, or http on loopback",
      unset: '`app.frontdesk.desktop:/callback`',
    },
  }),
  scopes: setting({
    kind: words(checkScopes),
    // Okta asks for `openid`; the other two carry the name and e-mail of the signed-in page.
    default: 'openid profile email',
    setBy: both,
    reference: {
      value: 'a text with spaces or a list; `openid` has to be among them',
      unset: '`openid profile email`',
    },
  }),
  mode: setting<Mode>({
    // `staff` is told apart from a typing error, so that the file can be ready before the app is.
    kind: choice(['personal', 'kiosk'], ['staff']),
    default: 'personal',
    setBy: ['administrator'],
    formerly: {
      name: 'kiosk',
      schema: v.pipe(
        v.boolean(),
        v.transform((isKiosk) => (isKiosk ? 'kiosk' : 'personal')),
      ),
    },
    reference: {
      value:
        '`"personal"`, or `"kiosk"` on a desk for walk-up visitors; `"kiosk": true` of earlier versions means the same',
      unset: '`personal`',
    },
  }),
  clientCertificateIssuer: setting({
    // Only to an administrator is it known which certificate is whose.
    kind: parsed(parseCertificateIssuer),
    default: null,
    setBy: ['administrator'],
    // Chromium remembers for each host which certificate was chosen, or that none was.
    effect: 'next-start',
    reference: {
      value: 'who issued the certificate that this computer shows to its org, see below',
      unset: 'no certificate is shown',
    },
  }),
  language: setting({
    // Empty follows the system's languages.
    kind: choice(['', ...languages]),
    default: '',
    setBy: both,
    reference: {
      value: `${languages.map((tag) => `\`${tag}\``).join(', ')}, or \`""\` for the system's`,
      unset: "the person's choice, else the system's",
    },
  }),
  appearance: setting({
    kind: choice(Appearance.options),
    default: 'system',
    setBy: ['person'],
    reference: { value: '', unset: '' },
  }),
};

export type SettingKey = keyof typeof rows;

/** What each setting holds once it was checked. */
export type SettingValues = { readonly [Key in SettingKey]: (typeof rows)[Key]['default'] };

export const table: { readonly [Key in SettingKey]: Setting<SettingValues[Key]> } = rows;

export const settingKeys: readonly SettingKey[] = keysOf(rows);

/** What a person may set, in the order of the view. */
export const personKeys = settingKeys.filter((key) => table[key].setBy.includes('person'));

export const managedKeys = settingKeys.filter((key) => table[key].setBy.includes('administrator'));

export type Checked<Value> =
  { readonly value: Value } | { readonly problem: SettingProblem['problem'] };

/** One rule for a value wherever it comes from. Asked about its own answer, it gives that again. */
export function check<Key extends SettingKey>(
  key: Key,
  content: unknown,
): Checked<SettingValues[Key]> {
  return parse(table[key].kind.schema, content);
}

/** As `check`, for what an administrator's file says. */
export function checkManaged<Key extends SettingKey>(
  key: Key,
  content: unknown,
): Checked<SettingValues[Key]> {
  return parse(table[key].kind.managed, content);
}

export function checkTyped<Key extends SettingKey>(
  key: Key,
  typed: string,
): Checked<SettingValues[Key]> {
  return check(key, table[key].kind.fromText(typed.trim()));
}

export function toText<Key extends SettingKey>(key: Key, value: SettingValues[Key]): string {
  return table[key].kind.toText(value);
}

export function parse<Value>(
  schema: v.GenericSchema<unknown, Value>,
  content: unknown,
): Checked<Value> {
  const result = v.safeParse(schema, content);
  return result.success ? { value: result.output } : { problem: problemOf(result.issues) };
}

function setting<Value>(
  row: Pick<Setting<Value>, 'kind' | 'setBy' | 'reference'> & {
    readonly default: NoInfer<Value>;
  } & Partial<Pick<Setting<Value>, 'isSecret' | 'effect' | 'formerly'>>,
): Setting<Value> {
  return { isSecret: false, effect: 'at-once', formerly: null, ...row };
}

function keysOf<Row extends object>(object: Row): (keyof Row & string)[] {
  return Object.keys(object).filter((key): key is keyof Row & string => key in object);
}
