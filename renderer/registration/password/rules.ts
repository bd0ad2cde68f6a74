import type { PasswordRules, PersonView } from '../../../preload/contract/registration/step';

export const ruleNames = [
  'length',
  'lowerCase',
  'upperCase',
  'number',
  'symbol',
  'threeClasses',
  'username',
  'firstName',
  'lastName',
  'consecutive',
] as const;
export type RuleName = (typeof ruleNames)[number];

export interface RuleState {
  readonly rule: RuleName;
  /** How many the org asks for (or allows, for `consecutive`); 1 where there is nothing to count. */
  readonly count: number;
  readonly isMet: boolean;
}

/** The set of Okta's own client; a space is none. */
const symbol = /[!-/:-@[-`{-~]/g;

/**
 * Every rule of the org's policy that can be checked here, in the order people read them, and
 * whether the password meets it. Letters of every script count, by Unicode's case; length counts
 * UTF-16 units, as Okta's own client does.
 */
export function checkPassword(
  password: string,
  rules: PasswordRules,
  person: PersonView,
): RuleState[] {
  const has = {
    lowerCase: count(password, /\p{Ll}/gu),
    upperCase: count(password, /\p{Lu}/gu),
    number: count(password, /[0-9]/g),
    symbol: count(password, symbol),
  };
  const states: RuleState[] = [];
  const atLeast = (rule: RuleName, wanted: number, found: number) => {
    if (wanted > 0) states.push({ rule, count: wanted, isMet: found >= wanted });
  };
  const excludes = (rule: RuleName, parts: readonly string[]) => {
    states.push({ rule, count: 1, isMet: password !== '' && !containsAny(password, parts) });
  };

  atLeast('length', rules.minLength, password.length);
  if (rules.usesActiveDirectoryRules) {
    const classes = Object.values(has).filter((found) => found > 0).length;
    states.push({ rule: 'threeClasses', count: 3, isMet: classes >= 3 });
  } else {
    atLeast('lowerCase', rules.minLowerCase, has.lowerCase);
    atLeast('upperCase', rules.minUpperCase, has.upperCase);
    atLeast('number', rules.minNumber, has.number);
    atLeast('symbol', rules.minSymbol, has.symbol);
  }
  if (rules.excludesUsername) excludes('username', loginParts(person.login));
  if (rules.excludesFirstName) excludes('firstName', nameParts(person.firstName));
  if (rules.excludesLastName) excludes('lastName', nameParts(person.lastName));
  // Under Active Directory's rules neither of Okta's clients has a limit of repeats.
  if (rules.maxConsecutive !== null && !rules.usesActiveDirectoryRules) {
    const isMet = password !== '' && longestRun(password) <= rules.maxConsecutive;
    states.push({ rule: 'consecutive', count: rules.maxConsecutive, isMet });
  }
  return states;
}

/** A waiting time in the largest unit that divides it, as Okta words it. */
export function minimumAge(minutes: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  if (minutes % 1440 === 0) return { unit: 'days', count: minutes / 1440 };
  if (minutes % 60 === 0) return { unit: 'hours', count: minutes / 60 };
  return { unit: 'minutes', count: minutes };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Okta splits the login at `, . - _ # @` and looks at parts of four characters or more. */
function loginParts(login: string | null): string[] {
  return (login ?? '').split(/[,.\-_#@]/).filter((part) => part.length >= 4);
}

function nameParts(name: string | null): string[] {
  const whole = (name ?? '').trim();
  return whole === '' ? [] : [whole];
}

function containsAny(password: string, parts: readonly string[]): boolean {
  const text = folded(password);
  return parts.some((part) => text.includes(folded(part)));
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  let previous = '';
  for (const character of text) {
    run = character === previous ? run + 1 : 1;
    previous = character;
    longest = Math.max(longest, run);
  }
  return longest;
}
