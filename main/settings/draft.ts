import type { SettingProblem, SettingsDraft, SettingView } from '../../preload/contract/settings';
import { resolveIssuer } from './rules/addresses';
import type { PersonValues } from './stored/stored-values';
import {
  checkTyped,
  personKeys,
  type SettingKey,
  type SettingValues,
  table,
  toText,
} from './table';

/** A setting as it is in force, besides how it is shown. */
export interface SettingInForce extends SettingView {
  /** As the rules keep it: an issuer may be a path that the view shows in full. */
  readonly kept: string;
}

/** New values, and null for back to the default. */
export type Changes = { -readonly [Key in SettingKey]?: SettingValues[Key] | null };

export interface Review {
  readonly changes: Readonly<Changes>;
  readonly problems: readonly SettingProblem[];
}

/**
 * Checks what was typed against what is in force. A form sends every field back: one that still
 * says what is in force changes nothing, be it a default, stored or managed.
 */
export function reviewDraft(
  draft: SettingsDraft,
  inForce: (key: SettingKey) => SettingInForce,
): Review {
  const changes: Changes = {};
  const problems: SettingProblem[] = [];

  function review<Key extends SettingKey>(key: Key, typed: string): void {
    const current = inForce(key);
    if (typed === current.value) return;
    const row = table[key];
    const checked = typed === '' ? { value: row.default } : checkTyped(key, typed);
    const kept = 'value' in checked ? toText(key, checked.value) : null;
    if (kept !== null && [current.kept, current.value].includes(kept)) return;
    if (current.source === 'managed') problems.push({ key, problem: 'managed' });
    else if ('problem' in checked) problems.push({ key, problem: checked.problem });
    else changes[key] = kept === toText(key, row.default) ? null : checked.value;
  }

  for (const [name, typed] of Object.entries(draft)) {
    if (typed === undefined) continue;
    const key = personKeys.find((known) => known === name);
    // What no person may set is an administrator's, whether this version knows it or not.
    if (key === undefined) problems.push({ key: name, problem: 'managed' });
    else review(key, typed.trim());
  }
  return { changes: withOrgIssuer(changes, inForce), problems };
}

/** An issuer that spells out the org itself is the default, and follows the org URL as one. */
function withOrgIssuer(
  changes: Changes,
  inForce: (key: SettingKey) => SettingInForce,
): Readonly<Changes> {
  const { issuer } = changes;
  const orgUrl = changes.orgUrl ?? inForce('orgUrl').kept;
  const isOrg = typeof issuer === 'string' && resolveIssuer(issuer, orgUrl) === orgUrl;
  return isOrg ? { ...changes, issuer: null } : changes;
}

/** What a person set, with the changes. */
export function applyChanges(values: PersonValues, changes: Readonly<Changes>): PersonValues {
  const applied: Changes = { ...values, ...changes };
  const next: { -readonly [Key in SettingKey]?: SettingValues[Key] } = {};
  function take<Key extends SettingKey>(key: Key): void {
    const value = applied[key];
    if (value !== undefined && value !== null) next[key] = value;
  }
  for (const key of personKeys) take(key);
  return next;
}
