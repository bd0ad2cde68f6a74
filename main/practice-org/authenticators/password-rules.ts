import { messages, type Message } from '../model/messages';
import type { Profile } from '../model/accounts';
import type { PasswordComplexity } from '../policy/schema';
import { commonPasswords } from './common-passwords';

/** `currentAuthenticator.value.settings` of a password. */
export function passwordSettings(rules: PasswordComplexity) {
  const { historyCount, minAgeMinutes, ...rest } = rules;
  const complexity = Object.entries(rest).filter(([name]) => name !== 'excludeCommon');
  return { complexity: Object.fromEntries(complexity), age: { minAgeMinutes, historyCount } };
}

const classes = {
  lower: /\p{Ll}/gu,
  upper: /\p{Lu}/gu,
  number: /\p{Nd}/gu,
  symbol: /[^\p{L}\p{Nd}\s]/gu,
};

/** What is wrong with a password, as messages for its field; empty when it may be used. */
export function checkPassword(
  password: string,
  profile: Profile,
  rules: PasswordComplexity,
): readonly Message[] {
  if (password === '') return [messages.required];
  const isMet = allRules(rules).every(({ holds }) => holds(password, profile));
  if (!isMet) return [messages.passwordRequirements(describeRules(rules))];
  const isCommon = rules.excludeCommon && commonPasswords.has(password.toLowerCase());
  return isCommon ? [messages.commonPassword] : [];
}

interface Rule {
  readonly text: string;
  readonly holds: (password: string, profile: Profile) => boolean;
}

function allRules(rules: PasswordComplexity): readonly Rule[] {
  const has = (pattern: RegExp) => (password: string) => password.match(pattern) !== null;
  const wanted = (count: number, pattern: RegExp, text: string): Rule[] =>
    count > 0 ? [{ text, holds: has(pattern) }] : [];
  const counted = rules.useADComplexityRequirements
    ? [threeOfFourClasses]
    : [
        ...wanted(rules.minLowerCase, classes.lower, 'a lowercase letter'),
        ...wanted(rules.minUpperCase, classes.upper, 'an uppercase letter'),
        ...wanted(rules.minNumber, classes.number, 'a number'),
        ...wanted(rules.minSymbol, classes.symbol, 'a symbol'),
      ];
  const repeats = rules.maxConsecutiveRepeatingCharacters;
  return [
    {
      text: `at least ${rules.minLength} characters`,
      holds: (password) => [...password].length >= rules.minLength,
    },
    // Okta stores no more than 72 bytes.
    { text: '', holds: (password) => Buffer.byteLength(password) <= 72 },
    ...counted,
    ...(rules.excludeUsername ? [noPartsOfUsername] : []),
    ...rules.excludeAttributes.map(withoutAttribute),
    ...(repeats === undefined ? [] : [noLongRun(repeats)]),
  ];
}

const threeOfFourClasses: Rule = {
  text: 'at least 3 of the following: lowercase letter, uppercase letter, number, symbol',
  holds: (password) =>
    Object.values(classes).filter((pattern) => password.match(pattern) !== null).length >= 3,
};

/** Parts of the login between these characters count from four characters on. */
const noPartsOfUsername: Rule = {
  text: 'no parts of your username',
  holds: (password, profile) =>
    String(profile['email'] ?? '')
      .toLowerCase()
      .split(/[,.\-_#@]/)
      .filter((part) => part.length >= 4)
      .every((part) => !password.toLowerCase().includes(part)),
};

function withoutAttribute(name: 'firstName' | 'lastName'): Rule {
  return {
    text:
      name === 'firstName' ? 'does not include your first name' : 'does not include your last name',
    holds: (password, profile) => {
      const value = String(profile[name] ?? '').toLowerCase();
      return value === '' || !password.toLowerCase().includes(value);
    },
  };
}

function noLongRun(most: number): Rule {
  return {
    text: `maximum ${most} consecutive repeating characters`,
    holds: (password) => !new RegExp(`(.)\\1{${most}}`, 'su').test(password),
  };
}

function describeRules(rules: PasswordComplexity): string {
  const list = allRules(rules)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(', ');
  const history =
    rules.historyCount > 0
      ? ` Your password cannot be any of your last ${rules.historyCount} passwords.`
      : '';
  return `Password requirements: ${list}.${history}`;
}
