import {
  type SettingKey,
  settingKeys,
  type SettingProblem,
  type SettingsDraft,
  type SettingView,
} from '../../preload/contract/settings';
import { resolveIssuer, rules } from './rules';
import type { SettingDefaults } from './values';

/** A setting as it is in force, besides how it is shown. */
export interface SettingInForce extends SettingView {
  /** As the rules keep it: an issuer may be a path that the view shows in full. */
  readonly kept: string;
}

export interface Review {
  /** What the draft would change: a new value, or null for back to the default. */
  readonly changes: ReadonlyMap<SettingKey, string | null>;
  readonly problems: readonly SettingProblem[];
}

/**
 * Checks what was typed against what is in force. A form sends every field back: one that still
 * says what is in force changes nothing, be it a default, stored or managed.
 */
export function reviewDraft(
  draft: SettingsDraft,
  inForce: (key: SettingKey) => SettingInForce,
  defaults: SettingDefaults,
): Review {
  const changes = new Map<SettingKey, string | null>();
  const problems: SettingProblem[] = [];
  for (const key of settingKeys) {
    const typed = draft[key]?.trim();
    const current = inForce(key);
    if (typed === undefined || typed === current.value) continue;
    const checked = typed === '' ? { value: defaults[key] } : rules[key](typed);
    if ('value' in checked && [current.kept, current.value].includes(checked.value)) continue;
    if (current.source === 'managed') problems.push({ key, problem: 'managed' });
    else if ('problem' in checked) problems.push({ key, problem: checked.problem });
    else changes.set(key, checked.value === defaults[key] ? null : checked.value);
  }
  return { changes: withOrgIssuer(changes, inForce), problems };
}

/** An issuer that spells out the org itself is the default, and follows the org URL as one. */
function withOrgIssuer(
  changes: ReadonlyMap<SettingKey, string | null>,
  inForce: (key: SettingKey) => SettingInForce,
): ReadonlyMap<SettingKey, string | null> {
  const issuer = changes.get('issuer');
  const orgUrl = changes.get('orgUrl') ?? inForce('orgUrl').kept;
  const isOrg = typeof issuer === 'string' && resolveIssuer(issuer, orgUrl) === orgUrl;
  return isOrg ? new Map([...changes, ['issuer', null]]) : changes;
}
