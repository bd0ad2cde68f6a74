import { describe, expect, it } from 'vitest';
import { cleanIdentifier } from '../../../preload/typed/identifier';

describe('an address', () => {
  it.each([
    'ada@example.com',
    ' \u200fada@example.com\u200f ',
    'ada\u00ad@example.com',
    'ada＠example.com',
    'ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ',
    'ada@example。com',
    'ada@example｡com',
    'ada@example.com.',
    'ada@example.com,',
    'ada@example.com;',
    'ada@example.com。',
    '"ada@example.com"',
    '“ada@example.com”',
    '„ada@example.com“',
    "'ada@example.com'.",
    '«ada@example.com»',
    '「ada@example.com」',
    '(ada@example.com)',
    '<ada@example.com>',
    'Ada Lovelace <ada@example.com>',
    '"Lovelace, Ada" <ada@example.com>;',
    'mailto:ada@example.com',
    'MAILTO:ada@example.com?subject=Hello',
    '<mailto:ada@example.com>',
  ])('is taken out of what stands around it: %s', (typed) => {
    expect(cleanIdentifier(typed)).toBe('ada@example.com');
  });

  it.each([
    "o'brien@example.com",
    '"john smith"@example.com',
    'ada+test@sub.example.co.uk',
    'ada@bücher.de',
    'ada@xn--bcher-kva.de',
    'アダ@例え.jp',
  ])('stays as its owner writes it: %s', (typed) => {
    expect(cleanIdentifier(typed)).toBe(typed);
  });

  it('has its domain composed, as a copy from macOS has it not', () => {
    expect(cleanIdentifier('ada@bu\u0308cher.de')).toBe('ada@b\u00fccher.de');
  });
});

describe('what is none stays, so that it can be told', () => {
  it.each([
    'ada.lovelace',
    '(ada)',
    'ada.',
    'ａｄａ',
    'CORP\\ada',
    'ada @example.com',
    'ada@@example.com',
    'ada@example.com bob@example.com',
    'ada@example.com, bob@example.com',
    'ada@localhost',
    'E-mail: ada@example.com',
    '',
    '"',
  ])('%s', (typed) => {
    expect(cleanIdentifier(typed)).toBe(typed);
  });
});
