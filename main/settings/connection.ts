import {
  ConnectionKey,
  type SettingProblem,
  type SettingsDraft,
} from '../../preload/contract/settings';
import type { Connection } from '../network/connection';
import { resolveIssuer } from './rules/addresses';
import { checkTyped, table } from './table';

/** The connection that these values make; null while the org URL or the client ID is missing. */
export function connectionOf(valueOf: (key: ConnectionKey) => string): Connection | null {
  const orgUrl = valueOf('orgUrl');
  const clientId = valueOf('clientId');
  if (orgUrl === '' || clientId === '') return null;
  return {
    orgUrl,
    clientId,
    issuer: resolveIssuer(valueOf('issuer'), orgUrl),
    redirectUri: valueOf('redirectUri'),
    scopes: valueOf('scopes').split(' '),
  };
}

export function missingForConnection(valueOf: (key: ConnectionKey) => string): SettingProblem[] {
  return (['orgUrl', 'clientId'] as const)
    .filter((key) => valueOf(key) === '')
    .map((key) => ({ key, problem: 'empty' }));
}

/** The connection that typed values make by themselves, beside whatever is stored or managed. */
export function parseConnection(
  draft: SettingsDraft,
): Connection | { readonly problems: readonly SettingProblem[] } {
  const values: Partial<Record<ConnectionKey, string>> = {};
  const problems: SettingProblem[] = [];
  for (const key of ConnectionKey.options) {
    const typed = draft[key]?.trim() ?? '';
    if (typed === '') continue;
    const checked = checkTyped(key, typed);
    if ('value' in checked) values[key] = checked.value;
    else problems.push({ key, problem: checked.problem });
  }
  if (problems.length > 0) return { problems };
  const valueOf = (key: ConnectionKey) => values[key] ?? table[key].default;
  return connectionOf(valueOf) ?? { problems: missingForConnection(valueOf) };
}
