import * as v from 'valibot';
import { OrgKind } from '../../../preload/contract/app';
import { PolicyPreset } from '../../../preload/contract/settings';
import { check, personKeys, type SettingKey, type SettingValues } from '../table';

/** What a person set, checked; what is not set is not there. */
export type PersonValues = { readonly [Key in SettingKey]?: SettingValues[Key] };

/** What one person's settings hold: their values, and where they chose to sign people up. */
export interface Stored {
  readonly values: PersonValues;
  readonly org: OrgKind | null;
  readonly practicePolicy: PolicyPreset;
}

export interface StoredReading {
  readonly stored: Stored;
  /** Names of entries that were not what they should be and count as not set. */
  readonly dropped: readonly string[];
}

/** Reads each entry on its own, so that one bad value costs nothing but itself. */
export function readStored(content: Readonly<Record<string, unknown>>): StoredReading {
  const values: { -readonly [Key in SettingKey]?: SettingValues[Key] } = {};
  const dropped: string[] = [];
  function take<Key extends SettingKey>(key: Key): void {
    if (!Object.hasOwn(content, key)) return;
    const checked = check(key, content[key]);
    if ('value' in checked) values[key] = checked.value;
    else dropped.push(key);
  }
  for (const key of personKeys) take(key);
  const org = parse(content, 'org', OrgKind, dropped) ?? null;
  const practicePolicy = parse(content, 'practicePolicy', PolicyPreset, dropped) ?? 'default';
  return { stored: { values, org, practicePolicy }, dropped };
}

/**
 * The content to write: this version's entries anew, and entries of other versions as they were,
 * so that going back to a newer version finds them again.
 */
export function writeStored(
  previous: Readonly<Record<string, unknown>>,
  stored: Stored,
): Record<string, unknown> {
  const own = new Set<string>([...personKeys, 'org', 'practicePolicy']);
  const foreign = Object.entries(previous).filter(([name]) => !own.has(name));
  return {
    ...Object.fromEntries(foreign),
    ...stored.values,
    ...(stored.org === null ? {} : { org: stored.org }),
    practicePolicy: stored.practicePolicy,
  };
}

function parse<Schema extends v.GenericSchema>(
  content: Readonly<Record<string, unknown>>,
  name: string,
  schema: Schema,
  dropped: string[],
): v.InferOutput<Schema> | undefined {
  if (!Object.hasOwn(content, name)) return undefined;
  const parsed = v.safeParse(schema, content[name]);
  if (parsed.success) return parsed.output;
  dropped.push(name);
  return undefined;
}
