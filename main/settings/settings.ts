import type { OrgKind } from '../../preload/contract/app';
import { chooseLanguage, type Language } from '../../preload/languages';
import { Appearance } from '../../preload/contract/common';
import { fail, ok, type Result } from '../../preload/contract/define';
import type { Mode } from '../../preload/contract/desk';
import {
  type PolicyPreset,
  type SaveOutcome,
  type SettingKey,
  settingKeys,
  type SettingProblem,
  type SettingsDraft,
  type SettingsNotice,
  type SettingsView,
} from '../../preload/contract/settings';
import type { Connection } from '../network/connection';
import { connectionOf, missingForConnection } from './connection';
import { reviewDraft, type SettingInForce } from './draft';
import type { Managed } from './managed/read-managed';
import { resolveIssuer } from './rules';
import type { CertificateIssuer } from './rules/certificate-issuer';
import type { SettingsFile } from './stored/settings-file';
import { type Stored, writeStored } from './stored/stored-values';
import type { SettingDefaults, SettingValues } from './values';

export interface Settings {
  read(): SettingsView;
  /** Checks and stores what was typed. Nothing is stored while one value has a problem. */
  save(draft: SettingsDraft): Promise<Result<SaveOutcome, 'not-saved'>>;
  /** The connection that a draft would make, for trying it before it is saved. */
  preview(draft: SettingsDraft): Connection | { readonly problems: readonly SettingProblem[] };
  /** What is in force; null while the org URL or the client ID is missing. */
  connection(): Connection | null;
  /** Which org a sign-up goes to; null until one was chosen and is configured. */
  readonly org: OrgKind | null;
  readonly practicePolicy: PolicyPreset;
  /** Of whom the certificate is that the org is shown; null for none. */
  readonly clientCertificateIssuer: CertificateIssuer | null;
  /** Whose desk this is. */
  readonly mode: Mode;
  /** In force for this run even where it cannot be saved for the next. */
  selectOrg(org: OrgKind, policy?: PolicyPreset): Result<null, 'not-saved'>;
  readonly language: Language;
  readonly appearance: Appearance;
}

export interface SettingsParts {
  readonly file: SettingsFile;
  /** What was found in the file, checked. */
  readonly stored: Stored;
  readonly managed: Managed;
  readonly defaults: SettingDefaults;
  /** The person's preferred languages, most wanted first. */
  readonly locales: () => readonly string[];
}

export function createSettings(parts: SettingsParts): Settings {
  const { file, managed, defaults, locales } = parts;
  let stored = parts.stored;
  let isSaved = true;

  function kept(key: SettingKey): Pick<SettingInForce, 'kept' | 'source'> {
    const byManagement = managed.values[key];
    if (byManagement !== undefined) return { kept: byManagement, source: 'managed' };
    const byPerson = stored.values[key];
    if (byPerson !== undefined) return { kept: byPerson, source: 'stored' };
    return { kept: defaults[key], source: 'default' };
  }

  function inForce(key: SettingKey): SettingInForce {
    const found = kept(key);
    const isPath = key === 'issuer' && found.kept.startsWith('/');
    const value = isPath ? resolveIssuer(found.kept, kept('orgUrl').kept) : found.kept;
    return { key, value, ...found };
  }

  function store(next: Stored): boolean {
    isSaved = file.write(writeStored(file.content, next));
    return isSaved;
  }

  const connection = () => connectionOf((key) => kept(key).kept);

  function view(): SettingsView {
    const notices: SettingsNotice[] = [
      ...(file.unreadable === null
        ? []
        : [{ kind: 'stored-unreadable' as const, subject: file.unreadable.slice(0, 1000) }]),
      ...(isSaved ? [] : [{ kind: 'not-saved' as const, subject: 'settings.json' }]),
      ...managed.notices,
    ];
    return {
      settings: settingKeys.map(inForce).map(({ key, value, source }) => ({ key, value, source })),
      notices: notices.slice(0, 50),
      practicePolicy: stored.practicePolicy,
    };
  }

  return {
    read: view,

    async save(draft) {
      const { changes, problems } = reviewDraft(draft, inForce, defaults);
      if (problems.length > 0) return ok({ saved: false, problems: [...problems] });
      if (changes.size === 0 && isSaved) return ok({ saved: true, view: view() });

      const previous = stored;
      stored = { ...stored, values: applyChanges(stored.values, changes) };
      const isOrgTyped = changes.has('orgUrl') || changes.has('clientId');
      if (isOrgTyped && connection()) stored = { ...stored, org: 'okta' };
      if (store(stored)) return ok({ saved: true, view: view() });
      stored = previous;
      return fail('not-saved');
    },

    preview(draft) {
      const { changes, problems } = reviewDraft(draft, inForce, defaults);
      const valueOf = (key: SettingKey) => {
        const change = changes.get(key);
        return change === undefined ? kept(key).kept : (change ?? defaults[key]);
      };
      if (problems.length > 0) return { problems };
      return connectionOf(valueOf) ?? { problems: missingForConnection(valueOf) };
    },

    connection,

    get org() {
      const isManaged =
        managed.values.orgUrl !== undefined && managed.values.clientId !== undefined;
      const chosen = stored.org ?? (isManaged ? 'okta' : null);
      return chosen === 'okta' && !connection() ? null : chosen;
    },

    clientCertificateIssuer: managed.clientCertificateIssuer,
    mode: managed.isKiosk ? 'kiosk' : 'personal',

    get practicePolicy() {
      return stored.practicePolicy;
    },

    selectOrg(org, policy = stored.practicePolicy) {
      stored = { ...stored, org, practicePolicy: policy };
      return store(stored) ? ok(null) : fail('not-saved');
    },

    get language() {
      const { kept: chosen } = kept('language');
      return chooseLanguage(chosen === '' ? locales() : [chosen]);
    },

    get appearance() {
      const appearance = kept('appearance').kept;
      return Appearance.options.find((known) => known === appearance) ?? 'system';
    },
  };
}

function applyChanges(
  values: SettingValues,
  changes: ReadonlyMap<SettingKey, string | null>,
): SettingValues {
  const merged = Object.entries({ ...values, ...Object.fromEntries(changes) });
  return Object.fromEntries(merged.filter(([, value]) => value !== null));
}
