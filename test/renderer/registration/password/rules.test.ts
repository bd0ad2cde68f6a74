import { describe, expect, it } from 'vitest';
import type { PasswordRules } from '../../../../preload/contract/registration/step';
import { checkPassword, minimumAge } from '../../../../renderer/registration/password/rules';

const none: PasswordRules = {
  minLength: 0,
  minLowerCase: 0,
  minUpperCase: 0,
  minNumber: 0,
  minSymbol: 0,
  excludesUsername: false,
  excludesFirstName: false,
  excludesLastName: false,
  usesActiveDirectoryRules: false,
  maxConsecutive: null,
  historyCount: 0,
  minAgeMinutes: 0,
};
const mira = { login: 'mira.okafor@example.com', firstName: 'Mira', lastName: 'Ok' };

function open(password: string, rules: Partial<PasswordRules>): string[] {
  return checkPassword(password, { ...none, ...rules }, mira)
    .filter(({ isMet }) => !isMet)
    .map(({ rule }) => rule);
}

describe('the rules of a password', () => {
  it.each<[string, Partial<PasswordRules>, boolean]>([
    ['1234567', { minLength: 8 }, false],
    ['12345678', { minLength: 8 }, true],
    ['😀😀😀😀', { minLength: 8 }, true],
    ['ABC', { minLowerCase: 1 }, false],
    ['ABß', { minLowerCase: 1 }, true],
    ['aB', { minUpperCase: 2 }, false],
    ['aBÇ', { minUpperCase: 2 }, true],
    ['a1b2', { minNumber: 3 }, false],
    ['a1b2c3', { minNumber: 3 }, true],
    ['a b', { minSymbol: 1 }, false],
    ['a~b`', { minSymbol: 2 }, true],
    ['xokaforx', { excludesUsername: true }, false],
    ['xOKAFORx', { excludesUsername: true }, false],
    ['com-xyz', { excludesUsername: true }, true],
    ['my-mira-1', { excludesFirstName: true }, false],
    ['something', { excludesFirstName: true }, true],
    ['look', { excludesLastName: true }, false],
    ['aaab', { maxConsecutive: 2 }, false],
    ['aabb', { maxConsecutive: 2 }, true],
    ['abcDEF', { usesActiveDirectoryRules: true }, false],
    ['abcDEF1', { usesActiveDirectoryRules: true }, true],
    ['abc1!', { usesActiveDirectoryRules: true }, true],
  ])('%s against %o: met is %s', (password, rules, isMet) => {
    expect(open(password, rules)).toHaveLength(isMet ? 0 : 1);
  });

  it("replaces the single classes and the limit of repeats by Active Directory's rule", () => {
    const rules = { usesActiveDirectoryRules: true, minUpperCase: 3, maxConsecutive: 1 };
    expect(checkPassword('', { ...none, ...rules }, mira).map(({ rule }) => rule)).toEqual([
      'threeClasses',
    ]);
  });

  it('does not tick off anything for an empty password', () => {
    const all = {
      minLength: 1,
      excludesUsername: true,
      excludesFirstName: true,
      maxConsecutive: 3,
    };
    expect(open('', all)).toHaveLength(4);
  });

  it('lists no rule that the org does not have', () => {
    expect(checkPassword('x', none, mira)).toEqual([]);
  });

  it.each([
    [10, 'minutes', 10],
    [120, 'hours', 2],
    [1440, 'days', 1],
    [90, 'minutes', 90],
  ])('tells %i minutes in the largest unit that fits', (minutes, unit, count) => {
    expect(minimumAge(minutes)).toEqual({ unit, count });
  });
});
