import {
  settingKeys,
  type SettingProblem,
  type SettingsDraft,
} from '../../preload/contract/settings';
import type { Connection } from '../network/connection';
import { connectionOf, missingForConnection } from './connection';
import { rules } from './rules';
import { defaultRedirectUri, settingDefaults } from './values';

/** The connection that typed values make by themselves, beside whatever is stored or managed. */
export function parseConnection(
  draft: SettingsDraft,
): Connection | { readonly problems: readonly SettingProblem[] } {
  const defaults = settingDefaults(defaultRedirectUri);
  const values = { ...defaults };
  const problems: SettingProblem[] = [];
  for (const key of settingKeys) {
    const typed = draft[key]?.trim() ?? '';
    if (typed === '') continue;
    const checked = rules[key](typed);
    if ('value' in checked) values[key] = checked.value;
    else problems.push({ key, problem: checked.problem });
  }
  if (problems.length > 0) return { problems };
  const valueOf = (key: keyof typeof values) => values[key];
  return connectionOf(valueOf) ?? { problems: missingForConnection(valueOf) };
}
