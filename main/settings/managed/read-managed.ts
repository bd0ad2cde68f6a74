import type { SettingsNotice } from '../../../preload/contract/settings';
import type { Log } from '../../log';
import {
  type Checked,
  checkManaged,
  managedKeys,
  parse,
  type SettingKey,
  type SettingValues,
  table,
} from '../table';
import type { ManagedSource } from './managed-source';

/** What an administrator set, checked; what is not set is not there. */
export type ManagedValues = { readonly [Key in SettingKey]?: SettingValues[Key] };

type Collected = { -readonly [Key in SettingKey]?: SettingValues[Key] };

export interface Managed {
  readonly values: ManagedValues;
  readonly notices: readonly SettingsNotice[];
}

/** Reads every source; where two set a key, the first one that is valid wins. */
export function readManaged(sources: readonly ManagedSource[], log: Log): Managed {
  const read = sources.map((source) => readSource(source, log));
  return {
    values: read.reduceRight<ManagedValues>((weaker, { values }) => ({ ...weaker, ...values }), {}),
    notices: read.flatMap(({ notices }) => notices),
  };
}

function readSource(source: ManagedSource, log: Log): Managed {
  const read = source.read();
  switch (read.kind) {
    case 'absent':
      return { values: {}, notices: [] };
    case 'unreadable':
    case 'untrusted': {
      const kind = `managed-${read.kind}` as const;
      log.warn(`settings.${kind}`, { path: source.path, reason: read.reason });
      return { values: {}, notices: [notice(kind, source.path)] };
    }
    case 'found': {
      const content = parseObject(read.text);
      if (content) return checkContent(content, log);
      log.warn('settings.managed-malformed', { path: source.path });
      return { values: {}, notices: [notice('managed-malformed', source.path)] };
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

/** Each entry for itself: one bad value costs nothing but itself. */
function checkContent(content: Content, log: Log): Managed {
  const values: Collected = {};
  const notices: SettingsNotice[] = [];

  function say(kind: SettingsNotice['kind'], key: string, reason?: string): void {
    log.warn(`settings.${kind}`, { key, ...(reason === undefined ? {} : { reason }) });
    notices.push(notice(kind, key));
  }

  function take<Key extends SettingKey>(
    key: Key,
    name: string,
    checked: Checked<SettingValues[Key]>,
  ): void {
    if ('value' in checked) values[key] = checked.value;
    else if (checked.problem === 'later-version') say('managed-later-value', name);
    else say('managed-invalid-value', name, checked.problem);
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
    else say('managed-unknown-key', name);
  }
  return { values, notices };
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

function notice(kind: SettingsNotice['kind'], subject: string): SettingsNotice {
  return { kind, subject: subject.slice(0, 1000) };
}
