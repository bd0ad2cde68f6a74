import type { SettingsNotice } from '../../../preload/contract/settings';
import type { Log, LogFields } from '../../log';
import {
  type Checked,
  checkManaged,
  managedKeys,
  parse,
  type SettingKey,
  type SettingValues,
  table,
} from '../table';
import type { ManagedRead, ManagedSource } from './managed-source';

/** What an administrator set, checked; what is not set is not there. */
export type ManagedValues = { readonly [Key in SettingKey]?: SettingValues[Key] };

type Collected = { -readonly [Key in SettingKey]?: SettingValues[Key] };

export interface Managed {
  readonly values: ManagedValues;
  readonly notices: readonly SettingsNotice[];
  /** What each source said when it could last be read; null for one that says nothing. */
  readonly lastGood: readonly (ManagedValues | null)[];
}

/** What one source comes to, and what it says that it did not say before. */
interface Judged {
  readonly values: ManagedValues;
  readonly notices: readonly SettingsNotice[];
  readonly lastGood: ManagedValues | null;
}

type Say = (kind: SettingsNotice['kind'], subject: string, fields: LogFields) => void;

/**
 * Reads every source; where two set a key, the first one that is valid wins.
 * @param before what they came to the last time: a file that can no longer be read, or a value that
 * is no longer valid, leaves in force what was read then. Only a file that is gone takes it along.
 */
export function readManaged(
  sources: readonly ManagedSource[],
  log: Log,
  before: Managed | null = null,
): Managed {
  return judgeManaged(readSources(sources), log, before);
}

export interface SourceRead {
  readonly path: string;
  readonly read: ManagedRead;
}

export function readSources(sources: readonly ManagedSource[]): SourceRead[] {
  return sources.map((source) => ({ path: source.path, read: source.read() }));
}

/** Whether it may be a moment in between: a file that is being exchanged or written. */
export function isUnsettled({ read }: SourceRead): boolean {
  return read.kind !== 'found' || parseObject(read.text) === null;
}

export function judgeManaged(
  reads: readonly SourceRead[],
  log: Log,
  before: Managed | null,
): Managed {
  const judged = reads.map((source, index): Judged => {
    const notices: SettingsNotice[] = [];
    const say: Say = (kind, subject, fields) => {
      const said = { kind, subject: subject.slice(0, 1000) };
      const isOld = before?.notices.some(
        (old) => old.kind === kind && old.subject === said.subject,
      );
      if (!isOld) log.warn(`settings.${kind}`, fields);
      notices.push(said);
    };
    return { ...judge(source, before?.lastGood[index] ?? null, say), notices };
  });
  return {
    values: judged.reduceRight<ManagedValues>(
      (weaker, { values }) => ({ ...weaker, ...values }),
      {},
    ),
    notices: judged.flatMap(({ notices }) => notices),
    lastGood: judged.map(({ lastGood }) => lastGood),
  };
}

function judge(
  { path, read }: SourceRead,
  lastGood: ManagedValues | null,
  say: Say,
): Omit<Judged, 'notices'> {
  const keep = (trouble: 'unreadable' | 'untrusted' | 'malformed', reason?: string) => {
    const kind = lastGood ? (`managed-kept-${trouble}` as const) : (`managed-${trouble}` as const);
    say(kind, path, { path, ...(reason === undefined ? {} : { reason }) });
    return { values: lastGood ?? {}, lastGood };
  };
  switch (read.kind) {
    case 'absent':
      return { values: {}, lastGood: null };
    case 'unreadable':
    case 'untrusted':
      return keep(read.kind, read.reason);
    case 'found': {
      const content = parseObject(read.text);
      if (!content) return keep('malformed');
      const values = checkContent(content, lastGood ?? {}, say);
      return { values, lastGood: values };
    }
  }
}

type Content = Readonly<Record<string, unknown>>;

function parseObject(text: string): Content | null {
  try {
    // Windows editors begin a file with a byte order mark.
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(content) ? content : null;
  } catch {
    return null;
  }
}

/** Each entry for itself: one bad value costs nothing but itself, and not even what it was before. */
function checkContent(content: Content, lastGood: ManagedValues, say: Say): ManagedValues {
  const values: Collected = {};

  function take<Key extends SettingKey>(
    key: Key,
    name: string,
    checked: Checked<SettingValues[Key]>,
  ): void {
    if ('value' in checked) {
      values[key] = checked.value;
      return;
    }
    const fields = { key: name, reason: checked.problem };
    const before = lastGood[key];
    if (before !== undefined) {
      values[key] = before;
      say('managed-kept-value', name, fields);
    } else if (checked.problem === 'later-version') say('managed-later-value', name, fields);
    else say('managed-invalid-value', name, fields);
  }

  function takeFormer<Key extends SettingKey>(key: Key, name: string, value: unknown): void {
    const { formerly } = table[key];
    if (formerly?.name !== name) return;
    // The name of today goes before the one of earlier versions, wherever in the file it stands.
    if (!Object.hasOwn(content, key)) take(key, name, parse(formerly.schema, value));
  }

  for (const [name, value] of flatten(content)) {
    const key = managedKeys.find((known) => known === name);
    const former = managedKeys.find((known) => table[known].formerly?.name === name);
    if (key !== undefined) take(key, name, checkManaged(key, value));
    else if (former !== undefined) takeFormer(former, name, value);
    else say('managed-unknown-key', name, { key: name });
  }
  return values;
}

/** `{ "kiosk": { "idleSeconds": 90 } }` as `kiosk.idleSeconds`, where settings have such names. */
function flatten(content: Content, level = ''): [string, unknown][] {
  return Object.entries(content).flatMap(([name, value]): [string, unknown][] => {
    const path = `${level}${name}`;
    const isLevel = managedKeys.some((key) => key.startsWith(`${path}.`));
    return isLevel && isObject(value) ? flatten(value, `${path}.`) : [[path, value]];
  });
}

function isObject(content: unknown): content is Content {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}
