import * as v from 'valibot';
import { OrgKind } from '../../../preload/contract/app';
import { PolicyPreset, type SettingKey, settingKeys } from '../../../preload/contract/settings';
import { rules } from '../rules';
import type { SettingValues } from '../values';

/** What one person's settings hold: their values, and where they chose to sign people up. */
export interface Stored {
  readonly values: SettingValues;
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
  const values: Partial<Record<SettingKey, string>> = {};
  const dropped: string[] = [];
  for (const key of settingKeys) {
    const value = parse(content, key, settingSchema(key), dropped);
    if (value !== undefined) values[key] = value;
  }
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
  const own = new Set<string>([...settingKeys, 'org', 'practicePolicy']);
  const foreign = Object.entries(previous).filter(([name]) => !own.has(name));
  return {
    ...Object.fromEntries(foreign),
    ...stored.values,
    ...(stored.org === null ? {} : { org: stored.org }),
    practicePolicy: stored.practicePolicy,
  };
}

function settingSchema(key: SettingKey) {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const checked = rules[key](dataset.value);
      if ('value' in checked) return checked.value;
      addIssue({ message: checked.problem });
      return NEVER;
    }),
  );
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
