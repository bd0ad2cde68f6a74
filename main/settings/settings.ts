import type { OrgKind } from '../../preload/contract/app';
import { chooseLanguage, type Language } from '../../preload/languages';
import type { Appearance } from '../../preload/contract/common';
import { fail, ok, type Result } from '../../preload/contract/define';
import type { Mode } from '../../preload/contract/desk';
import type {
  PolicyPreset,
  SaveOutcome,
  SettingProblem,
  SettingsDraft,
  SettingsNotice,
  SettingsView,
} from '../../preload/contract/settings';
import type { Connection } from '../network/connection';
import { connectionOf, missingForConnection } from './connection';
import { applyChanges, reviewDraft, type SettingInForce } from './draft';
import type { Managed } from './managed/read-managed';
import { resolveIssuer } from './rules/addresses';
import type { SettingsFile } from './stored/settings-file';
import { type Stored, writeStored } from './stored/stored-values';
import {
  managedKeys,
  personKeys,
  type SettingKey,
  type SettingValues,
  table,
  toText,
} from './table';

/** Runs something later, once; the returned function calls it off. */
export type Schedule = (milliseconds: number, run: () => void) => () => void;

export interface Settings {
  read(): SettingsView;
  readonly managedChanges: ManagedChanges;
  /** Reads managed settings again as they change. `onChange`: changes wait, or there is news of the file. */
  watch(schedule: Schedule, onChange: () => void): () => void;
  /** What is in force of one setting. */
  value<Key extends SettingKey>(key: Key): SettingValues[Key];
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
  readonly clientCertificateIssuer: SettingValues['clientCertificateIssuer'];
  /** Whose desk this is. */
  readonly mode: Mode;
  /** In force for this run even where it cannot be saved for the next. */
  selectOrg(org: OrgKind, policy?: PolicyPreset): Result<null, 'not-saved'>;
  readonly language: Language;
  readonly appearance: Appearance;
}

/** What an administrator changes while the app runs. */
export interface ManagedChanges {
  /** Whether there are changes that wait to be taken over. */
  readonly areWaiting: boolean;
  /** Takes them over. What counts from the next start alone stays as it is. */
  takeOver(): void;
}

export interface SettingsParts {
  readonly file: SettingsFile;
  /** What was found in the file, checked. */
  readonly stored: Stored;
  readonly managed: Managed;
  /** Begins to watch for changes; the returned function ends it. */
  readonly watch: (schedule: Schedule, onChange: (managed: Managed) => void) => () => void;
  /** The person's preferred languages, most wanted first. */
  readonly locales: () => readonly string[];
}

export function createSettings(parts: SettingsParts): Settings {
  const { file, locales } = parts;
  const atStart = parts.managed;
  /** In force. */
  let managed = parts.managed;
  /** As the files have it now; the same, but while changes wait. */
  let latest = parts.managed;
  let stored = parts.stored;
  let isSaved = true;

  function kept<Key extends SettingKey>(key: Key) {
    const { values } = table[key].effect === 'next-start' ? atStart : managed;
    const byManagement = values[key];
    if (byManagement !== undefined) return { value: byManagement, source: 'managed' as const };
    const byPerson = stored.values[key];
    if (byPerson !== undefined) return { value: byPerson, source: 'stored' as const };
    return { value: table[key].default, source: 'default' as const };
  }

  function value<Key extends SettingKey>(key: Key): SettingValues[Key] {
    return kept(key).value;
  }

  function inForce(key: SettingKey): SettingInForce {
    const found = kept(key);
    const text = toText(key, found.value);
    const isPath = key === 'issuer' && text.startsWith('/');
    const shown = isPath ? resolveIssuer(text, value('orgUrl')) : text;
    return { key, value: shown, kept: text, source: found.source };
  }

  function store(next: Stored): boolean {
    isSaved = file.write(writeStored(file.content, next));
    return isSaved;
  }

  function differing(one: Managed, other: Managed, effect: 'at-once' | 'next-start'): SettingKey[] {
    const text = ({ values }: Managed, key: SettingKey) => JSON.stringify(values[key]);
    return managedKeys.filter(
      (key) => table[key].effect === effect && text(one, key) !== text(other, key),
    );
  }

  const areWaiting = () => differing(managed, latest, 'at-once').length > 0;
  const changedKeys = () => differing(managed, latest, 'at-once').join(', ').slice(0, 1000);
  const forNextStart = () => differing(atStart, latest, 'next-start');

  const connection = () => connectionOf(value);

  function view(): SettingsView {
    const notices: SettingsNotice[] = [
      ...(file.unreadable === null
        ? []
        : [{ kind: 'stored-unreadable' as const, subject: file.unreadable.slice(0, 1000) }]),
      ...(isSaved ? [] : [{ kind: 'not-saved' as const, subject: 'settings.json' }]),
      ...latest.notices,
      ...(areWaiting() ? [{ kind: 'managed-waiting' as const, subject: changedKeys() }] : []),
      ...forNextStart().map((key) => ({ kind: 'managed-next-start' as const, subject: key })),
    ];
    const shown = personKeys.filter((key) => !table[key].isSecret).map(inForce);
    return {
      settings: shown.map(({ key, value, source }) => ({ key, value, source })),
      notices: notices.slice(0, 50),
      practicePolicy: stored.practicePolicy,
    };
  }

  return {
    read: view,
    managedChanges: {
      get areWaiting() {
        return areWaiting();
      },
      takeOver() {
        managed = latest;
      },
    },
    watch: (schedule, onChange) =>
      parts.watch(schedule, (next) => {
        latest = next;
        onChange();
      }),
    value,

    async save(draft) {
      const { changes, problems } = reviewDraft(draft, inForce);
      if (problems.length > 0) return ok({ saved: false, problems: [...problems] });
      if (Object.keys(changes).length === 0 && isSaved) return ok({ saved: true, view: view() });

      const previous = stored;
      stored = { ...stored, values: applyChanges(stored.values, changes) };
      const isOrgTyped = 'orgUrl' in changes || 'clientId' in changes;
      if (isOrgTyped && connection()) stored = { ...stored, org: 'okta' };
      if (store(stored)) return ok({ saved: true, view: view() });
      stored = previous;
      return fail('not-saved');
    },

    preview(draft) {
      const { changes, problems } = reviewDraft(draft, inForce);
      function valueOf<Key extends SettingKey>(key: Key): SettingValues[Key] {
        const change = changes[key];
        return change === undefined ? value(key) : (change ?? table[key].default);
      }
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

    get clientCertificateIssuer() {
      return value('clientCertificateIssuer');
    },

    get mode() {
      return value('mode');
    },

    get practicePolicy() {
      return stored.practicePolicy;
    },

    selectOrg(org, policy = stored.practicePolicy) {
      stored = { ...stored, org, practicePolicy: policy };
      return store(stored) ? ok(null) : fail('not-saved');
    },

    get language() {
      const chosen = value('language');
      return chooseLanguage(chosen === '' ? locales() : [chosen]);
    },

    get appearance() {
      return value('appearance');
    },
  };
}
