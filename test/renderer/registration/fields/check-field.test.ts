import { describe, expect, it } from 'vitest';
import { checkField } from '../../../../renderer/registration/fields/check-field';
import { looksLikeEmail } from '../../../../renderer/registration/fields/email';
import { field } from '../views';

describe('a field before it is sent', () => {
  it.each([
    ['', {}, 'missing'],
    ['   ', {}, 'missing'],
    ['', { control: 'select' }, 'notChosen'],
    ['', { isRequired: false }, undefined],
    ['a', { minLength: 2 }, 'tooShort'],
    ['abc', { maxLength: 2 }, 'tooLong'],
    ['nobody', { control: 'email' }, 'email'],
    ['12345', { control: 'code', minLength: 6 }, 'codeShort'],
    ['1234567', { control: 'code', maxLength: 6 }, 'codeLong'],
    ['12a456', { control: 'code', format: 'numeric' }, 'codeDigits'],
    ['123 456', { control: 'code', minLength: 6, maxLength: 6, format: 'numeric' }, undefined],
    ['https://org.example/x?otp=123456', { control: 'code', maxLength: 6 }, undefined],
    ['Your code is 123456', { control: 'code', maxLength: 6, format: 'numeric' }, undefined],
    ['AB12CD34EF', { control: 'code', minLength: 10, format: 'alphanumeric' }, undefined],
  ] as const)('“%s” with %o: %s', (value, given, problem) => {
    expect(checkField(field('x', given), value)?.key).toBe(problem);
  });

  it.each([
    ['userProfile.email', '\u200bada@example.com\u200e', undefined],
    ['userProfile.email', '\ufeff\u00a0', 'missing'],
    ['userProfile.email', 'ada@\u200b', 'email'],
    ['userProfile.email', '\u200b\u200b\u200b\u200b\u200b\u200bada@example.com', undefined],
    ['identifier', '\u00ad', 'missing'],
  ] as const)('is measured without what nobody sees: %s %j', (name, value, problem) => {
    const control = name === 'identifier' ? 'text' : 'email';
    expect(checkField(field(name, { control, maxLength: 15 }), value)?.key).toBe(problem);
  });

  it.each([
    ['12345', 'codeLengthDigits'],
    ['123456.', undefined],
    ['١٢٣٤٥٦', undefined],
    ['認証コードは123456です。', undefined],
    ['\u200b123456\u200f', undefined],
    ['1234567', 'codeLengthDigits'],
    ['hello there everybody', 'codeNone'],
    ['abc', 'codeDigits'],
    ['123456 654321', 'codeSeveral'],
    ['org.example/email/verify/1?token=1', undefined],
    ['<https://org.example/email/verify/1?token=1>', undefined],
    ['\u200b', 'missing'],
  ])('says of “%s” before it is sent: %s', (value, problem) => {
    const six = { control: 'code', format: 'numeric', minLength: 6, maxLength: 6 } as const;
    expect(checkField(field('x', six), value)?.key).toBe(problem);
  });

  it('says how long a code of letters and digits is, and what it is made of', () => {
    const ten = { control: 'code', format: 'alphanumeric', minLength: 10, maxLength: 10 } as const;
    expect(checkField(field('x', ten), 'AB12')).toMatchObject({
      key: 'codeLengthSigns',
      params: { count: 10 },
    });
    expect(checkField(field('x', ten), 'ÄB12CD34EF')?.key).toBe('codeSigns');
  });

  it('has nothing against a box that is not ticked', () => {
    expect(checkField(field('x', { control: 'checkbox' }), false)).toBeNull();
  });
});

describe('an e-mail address', () => {
  it.each([
    'mira@example.com',
    'm+x@sub.example.co',
    '用户@例子.公司',
    '\u200bada@\u00adx.com',
    "o'brien@example.ie",
  ])('can be %s', (text) => expect(looksLikeEmail(text)).toBe(true));
  it.each([
    'mira',
    'mira@',
    '@example.com',
    'mira@example',
    'a b@example.com',
    'a@b@c.com',
    'a@.com',
  ])('cannot be %s', (text) => expect(looksLikeEmail(text)).toBe(false));
});
