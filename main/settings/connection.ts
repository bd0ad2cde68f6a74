import type { SettingKey, SettingProblem } from '../../preload/contract/settings';
import type { Connection } from '../network/connection';
import { resolveIssuer } from './rules';

/** The connection that these values make; null while the org URL or the client ID is missing. */
export function connectionOf(valueOf: (key: SettingKey) => string): Connection | null {
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

export function missingForConnection(valueOf: (key: SettingKey) => string): SettingProblem[] {
  return (['orgUrl', 'clientId'] as const)
    .filter((key) => valueOf(key) === '')
    .map((key) => ({ key, problem: 'empty' }));
}
