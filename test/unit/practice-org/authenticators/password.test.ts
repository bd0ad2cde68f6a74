import { describe, expect, it } from 'vitest';
import { checkPassword } from '../../../../main/practice-org/authenticators/password-rules';
import { parsePolicy } from '../../../../main/practice-org/policy/read';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';

const profile = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada.lovelace@example.com' };

function check(password: string, rules: NonNullable<PolicyInput['passwordComplexity']> = {}) {
  const reading = parsePolicy({ passwordComplexity: rules });
  if (!reading.ok) throw new Error(reading.problems.join());
  return checkPassword(password, profile, reading.policy.passwordComplexity).map(
    ({ i18n }) => i18n?.key,
  );
}

const unmet = ['password.passwordRequirementsNotMet'];

describe('password rules', () => {
  it.each([
    ['Sunny-Day-42', {}, []],
    ['', {}, ['model.validation.field.blank']],
    ['Short-1', {}, unmet],
    ['no-capitals-1', {}, unmet],
    ['NO-SMALL-1', {}, unmet],
    ['No-Numbers', {}, unmet],
    ['NoSymbol42', { minSymbol: 1 }, unmet],
    ['One-Symbol42', { minSymbol: 1 }, []],
    ['One-Symbol', { minSymbol: 1, minNumber: 0 }, []],
    ['Äpfel-ünd-42', {}, []],
    ['My-lovelace-42', {}, unmet],
    ['My-LOVELACE-42', {}, unmet],
    ['My-lovelace-42', { excludeUsername: false }, []],
    ['My-Ada-is-42', { excludeAttributes: ['firstName'] }, unmet],
    ['My-Ada-is-42', {}, []],
    ['lower-and-42', { useADComplexityRequirements: true }, []],
    ['lowercase42', { useADComplexityRequirements: true }, unmet],
    ['Aaaa-Bbbb-42', { maxConsecutiveRepeatingCharacters: 3 }, []],
    ['Aaaaa-Bbbb-42', { maxConsecutiveRepeatingCharacters: 3 }, unmet],
    ['Password123', {}, ['password.common']],
    ['Password123', { excludeCommon: false }, []],
    [`Aa1${'x'.repeat(69)}`, {}, []],
    [`Aa1${'x'.repeat(70)}`, {}, unmet],
  ] as const)('%s under %o', (password, rules, expected) => {
    expect(
      check(password, {
        ...rules,
        excludeAttributes: [...('excludeAttributes' in rules ? rules.excludeAttributes : [])],
      }),
    ).toEqual(expected);
  });

  it('lists the rules in the message, as Okta does', () => {
    const reading = parsePolicy({ passwordComplexity: { minSymbol: 1 } });
    if (!reading.ok) throw new Error();
    const [message] = checkPassword('x', profile, reading.policy.passwordComplexity);
    expect(message?.message).toBe(
      'Password requirements were not met. Password requirements: at least 8 characters, a lowercase letter, an uppercase letter, a number, a symbol, no parts of your username. Your password cannot be any of your last 4 passwords.',
    );
  });
});
