import type { PasswordRules } from '../../../preload/contract/registration/step';
import { asNumber, asRecord, dig, type JsonRecord, resolveRelatesTo } from '../idx/json';
import { type Input, type IdxResponse } from '../idx/remediation';

/**
 * The org's password policy for the form, or null where it tells none. On a profile page the
 * passcode relates to it; on a password step it is the current authenticator's.
 */
export function passwordRulesOf(
  response: IdxResponse,
  passcode: Input | undefined,
): PasswordRules | null {
  if (passcode === undefined) return null;
  const carriers = [
    resolveRelatesTo(response.body, passcode.raw['relatesTo']),
    asRecord(dig(response.body, 'recoveryAuthenticator', 'value')),
    asRecord(dig(response.body, 'enrollmentAuthenticator', 'value')),
    asRecord(dig(response.body, 'currentAuthenticator', 'value')),
  ];
  const settings = carriers.map((carrier) => asRecord(carrier?.['settings'])).find(Boolean);
  return settings ? toRules(settings) : null;
}

function toRules(settings: JsonRecord): PasswordRules {
  const complexity = asRecord(settings['complexity']) ?? {};
  const age = asRecord(settings['age']) ?? {};
  const count = (value: unknown) => Math.max(0, asNumber(value) ?? 0);
  const excluded = Array.isArray(complexity['excludeAttributes'])
    ? (complexity['excludeAttributes'] as unknown[])
    : [];
  const maxConsecutive = asNumber(complexity['maxConsecutiveRepeatingCharacters']);
  return {
    minLength: count(complexity['minLength']),
    minLowerCase: count(complexity['minLowerCase']),
    minUpperCase: count(complexity['minUpperCase']),
    minNumber: count(complexity['minNumber']),
    minSymbol: count(complexity['minSymbol']),
    excludesUsername: complexity['excludeUsername'] === true || excluded.includes('username'),
    excludesFirstName: complexity['excludeFirstName'] === true || excluded.includes('firstName'),
    excludesLastName: complexity['excludeLastName'] === true || excluded.includes('lastName'),
    usesActiveDirectoryRules: complexity['useADComplexityRequirements'] === true,
    maxConsecutive: maxConsecutive !== undefined && maxConsecutive > 0 ? maxConsecutive : null,
    historyCount: count(age['historyCount']),
    minAgeMinutes: count(age['minAgeMinutes']),
  };
}
