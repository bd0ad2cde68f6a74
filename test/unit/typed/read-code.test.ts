import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeShape } from '../../../preload/typed/code-shape';
import { readCode } from '../../../preload/typed/read-code';

const digits = codeShape({ format: 'numeric', minLength: 6, maxLength: 6 });
const mixed = codeShape({ format: 'alphanumeric', minLength: 10, maxLength: 10 });
const any = codeShape({ format: null, minLength: null, maxLength: null });

describe('six digits are read', () => {
  it.each([
    '123456',
    '123 456',
    '123-456',
    '123.456',
    '123\u2013456',
    '123\u2212456',
    '123 \u2014 456',
    '1 2 3 4 5 6',
    '12 34 56',
    '12-34-56',
    '(123) 456',
    '(123456)',
    '[123456]',
    '<123456>',
    '*123456*',
    '#123456',
    '123456.',
    '123456。',
    '123456،',
    '"123456"',
    '„123456“',
    '«\u00a0123456\u00a0»',
    '「123456」',
    '123456\n123456',
  ])('alone: %j', (typed) => {
    expect(readCode(typed, digits)).toEqual({ kind: 'code', code: '123456' });
  });

  it.each([
    ['full width', '１２３４５６'],
    ['Arabic', '١٢٣٤٥٦'],
    ['Persian', '۱۲۳۴۵۶'],
    ['Devanagari', '१२३४५६'],
    ['Bengali', '১২৩৪৫৬'],
    ['Thai', '๑๒๓๔๕๖'],
    ['Khmer', '១២៣៤៥៦'],
    ['Tibetan', '༡༢༣༤༥༦'],
    ['Adlam', '𞥑𞥒𞥓𞥔𞥕𞥖'],
    ['mathematical bold', '𝟏𝟐𝟑𝟒𝟓𝟔'],
    ['mathematical double-struck', '𝟙𝟚𝟛𝟜𝟝𝟞'],
    ['on keys', '1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣'],
    ['of two scripts', '١٢٣456'],
  ])('in %s digits', (_, typed) => {
    expect(readCode(typed, digits)).toEqual({ kind: 'code', code: '123456' });
  });

  it.each([
    'G-123456',
    'G-123456 is your Google verification code.',
    'code:123456',
    'Code123456',
    '123456is your code',
    '認証コード：123456',
    '認証コードは123456です。',
    '【Acme】验证码123456，5分钟内有效，请勿泄露。',
    '您的代码为：123 456',
    '인증번호는123456입니다',
    '[Web발신] 인증번호 [123456]를 입력해주세요',
    'รหัสของคุณคือ123456ใช้ได้ใน5นาที',
    'كود ١٢٣٤٥٦',
    'رمز التحقق الخاص بك هو: ١٢٣ ٤٥٦ . صالح لمدة ٥ دقائق',
    'کد شما۱۲۳۴۵۶است',
    'आपका कोड है: १२३४५६',
    'Ваш код: 123456',
    'Код подтверждения123456',
    'Ihr Bestätigungscode lautet 123456.',
    'Votre code\u00a0: 123 456',
    'Your verification code is 123456.It expires in 5 minutes.',
    'Sent 22 Nov 2026 17:20 to ada1815@example.com, it is 123456',
    'Call +1 555 654321 or use code 123456',
    'Questions? Call +1 (800) 555-0199. 123456 is your sign-in code.',
    'Call 030 654321. Your code: 123456',
    'You pay 654321 EUR; your code is 123456',
    'Total $6,543.21. Code 123456.',
    '123456 is your code. Ref: 654321',
    'Order 654321: your code is 123456, valid until 28.11.2026 10:15',
    'Customer number 654321. Code: 123456',
    '2026-11-28 10:15:30 code 123456 expires in 15 min',
    '123456 5分',
    'Sent from my iPhone 15 123456',
    'Step 2 123456',
    'Your code is 123 - 456, thank you',
    'Su código: 123456. Tel. 654321',
    'Code no. 123456',
    '10:42 123456',
    '@example.com #123456',
  ])('out of %j', (typed) => {
    expect(readCode(typed, digits)).toEqual({ kind: 'code', code: '123456' });
  });

  it('whatever nobody sees stands among them', () => {
    const unseen = fc.constantFrom(
      ...['\u200b', '\u200c', '\u200d', '\ufeff', '\u200e', '\u200f', '\u202a', '\u202c', '\u202e'],
      ...['\u2060', '\u2066', '\u2068', '\u2069', '\u00ad', '\u061c', '\u180e', '\ufe0f', '\u034f'],
    );
    const code = fc.stringMatching(/^\d{6}$/);
    fc.assert(
      fc.property(code, fc.array(unseen, { minLength: 7, maxLength: 7 }), (six, signs) => {
        const typed = signs.map((sign, index) => `${sign}${six.charAt(index)}`).join('');
        expect(readCode(typed, digits)).toEqual({ kind: 'code', code: six });
      }),
    );
  });

  it('whatever script, grouping, quotation, and word they come in', () => {
    const zero = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x17e0, 0xff10, 0x1e950);
    const joiner = fc.constantFrom('', ' ', '-', '\u2013', '\u2212', '\u00a0', '\u3000', ' - ');
    const pair = fc.constantFrom(
      ...[
        '',
        '""',
        '“”',
        '„“',
        '«»',
        '‹›',
        '「」',
        '『』',
        '【】',
        '《》',
        '()',
        '（）',
        '[]',
        '<>',
        '**',
      ],
    );
    const before = fc.constantFrom(
      ...[
        '',
        'Code: ',
        'code:',
        'Code ',
        'G-',
        'OTP ',
        '認証コード：',
        '验证码',
        'كود ',
        'รหัส',
        'Код ',
      ],
    );
    const behind = fc.constantFrom(...['', '.', '。', '।', '۔', '!', ' ', '\n', ',', '\u200b.']);
    const code = fc.stringMatching(/^\d{6}$/);
    fc.assert(
      fc.property(
        fc.tuple(code, zero, joiner, pair, before, behind),
        ([six, first, sign, quotes, word, end]) => {
          const written = [...six].map((one) => String.fromCodePoint(first + Number(one)));
          const halves = [written.slice(0, 3).join(''), written.slice(3).join('')].join(sign);
          const [open = '', close = ''] = quotes;
          const typed = `${word}${open}${halves}${close}${end}`;
          expect(readCode(typed, digits)).toEqual({ kind: 'code', code: six });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('in the digits of every script of Unicode', () => {
    const zeros = Array.from({ length: 0x11_0000 }, (_, code) => code).filter(
      (code) =>
        (code < 0xd800 || code > 0xdfff) &&
        /^\p{Nd}$/u.test(String.fromCodePoint(code)) &&
        Number(String.fromCodePoint(code).normalize('NFKC')) === 0,
    );
    expect(zeros.length).toBeGreaterThan(0);
    for (const zero of [...zeros, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x17e0, 0x1e950]) {
      const typed = [4, 0, 9, 1, 7, 3].map((one) => String.fromCodePoint(zero + one)).join('');
      expect(readCode(typed, digits)).toEqual({ kind: 'code', code: '409173' });
    }
  });

  it('out of a message in any of these sentences, with any number that is no code', () => {
    const around = fc.constantFrom(
      ['Your code is ', '.'],
      ['Code: ', ''],
      ['', ' is your sign-in code.'],
      ['Ihr Code lautet „', '“.'],
      ['認証コードは', 'です。'],
      ['验证码：', '，请勿泄露。'],
      ['رمزك هو ', '.'],
      ['รหัสคือ', 'ครับ'],
    );
    const beside = fc.constantFrom(
      'It expires in 10 minutes.',
      'Questions? Call +1 (800) 555-0199.',
      'Sent at 09:41.',
      '© 2026 Acme',
      '有効期限は10分です。',
      '$1,250.00',
      'Ref. 990011',
      'ada2026@example.com',
      '28/11/2026',
    );
    const code = fc.stringMatching(/^\d{6}$/);
    fc.assert(
      fc.property(around, beside, code, fc.boolean(), ([before, after], more, six, isFirst) => {
        const message = `${before}${six}${after}`;
        const typed = isFirst ? `${message} ${more}` : `${more} ${message}`;
        expect(readCode(typed, digits)).toEqual({ kind: 'code', code: six });
      }),
    );
  });
});

describe('digits in groups that are alike', () => {
  it.each([
    '1 2 3 - 4 5 6',
    '1-2-3 4-5-6',
    '123 -- 456',
    'Your code: 1 2 3 - 4 5 6',
    'Your code: 1-2-3 - 4-5-6.',
    'Your code is 1, 2, 3, 4, 5, 6',
    'Ihr Code lautet 1. 2. 3. 4. 5. 6. Er gilt 5 Minuten.',
    'Code: 12 - 34 - 56',
    'Your code: 12 34 - 56',
    'Your code: 1 2 3 / 4 5 6',
    'Your code: 123/456',
    'Your code: 123,456',
    'Your code: (123)-(456)',
    'Your code: [1][2][3][4][5][6]',
    '1 2 3 \u2013 4 5 6 est votre code',
    '認証コード：１ ２ ３ － ４ ５ ６',
    'رمزك هو ١ ٢ ٣ - ٤ ٥ ٦',
  ])('are put together: %j', (typed) => {
    expect(readCode(typed, digits)).toEqual({ kind: 'code', code: '123456' });
  });

  it.each([
    'Call 1 2 3 - 4 5 6',
    'Options 1, 2, 3, 4, 5, 6',
    'From 12/34/56',
    'Your code: 1 2 3 - 4 5 6 7',
    'Your code: 1 2 3 - 4 5',
    'Your code: 12 3 - 4 56',
  ])('are no code in %j', (typed) => {
    expect(readCode(typed, digits)).toMatchObject({ kind: 'problem' });
  });

  it('are put together where the code may hold letters, or any sign', () => {
    const ten = 'Your code: 1 2 3 4 5 - 6 7 8 9 0';
    expect(readCode(ten, mixed)).toEqual({ kind: 'code', code: '1234567890' });
    for (const typed of ['1 2 3 - 4 5 6', 'Your code: 1 2 3 \u2013 4 5 6', 'Code: 1 2 3 | 4 5 6']) {
      expect(readCode(typed, any)).toEqual({ kind: 'code', code: '123456' });
    }
  });
});

describe('letters and digits in groups that are alike', () => {
  it.each([
    'Your code: AB12C - D34EF',
    'Your code: A B 1 2 C - D 3 4 E F',
    'Ihr Code: ab12c - d34ef',
    'AB12C - D34EF is your code',
  ])('are put together: %j', (typed) => {
    const code = { kind: 'code', code: expect.stringMatching(/^AB12CD34EF$/i) };
    expect(readCode(typed, mixed)).toEqual(code);
  });

  it.each(['We hope - dearly, that you come', 'See these - ABOVE, please', 'Dear HANNA - BERTA'])(
    'are words in %j',
    (typed) => {
      expect(readCode(typed, mixed)).toMatchObject({ kind: 'problem' });
    },
  );
});

describe('what is no code is told', () => {
  it.each([
    ['12345', 'short'],
    ['1234567', 'long'],
    ['+49 30 123456', 'long'],
    ['abc', 'digits'],
    ['12a456', 'digits'],
    ['12345O', 'digits'],
    ['hello there everybody', 'none'],
    ['call me at 17:20 please', 'none'],
    ['0oa123456abc', 'digits'],
    ['see /tickets/123456 please', 'none'],
    ['Call 555 123456', 'none'],
    ['Call 123 456 7890', 'none'],
    ['Your order 123456 has shipped', 'none'],
    ['It costs $123456', 'none'],
    ['Tel. 123456', 'none'],
    ['Tel 49 123456', 'none'],
    ['123456abc789', 'digits'],
    ['0x123456', 'digits'],
    ['28.11.26', 'digits'],
    ['1234.56', 'digits'],
    ['123456 654321', 'several'],
    ['first code 123456. Second code 654321', 'several'],
  ])('%j: %s', (typed, problem) => {
    expect(readCode(typed, digits)).toEqual({ kind: 'problem', problem });
  });

  it.each(['', '  ', '\u200b\ufeff'])('nothing at all: %j', (typed) => {
    expect(readCode(typed, digits)).toEqual({ kind: 'empty' });
  });

  it('whatever is typed, only a code of the form is ever sent, and reading it ends soon', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('1', '12', '123456', ' ', '-', '.', ',', 'a', '码', '@', ':', '€'), {
          maxLength: 200,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        for (const shape of [digits, mixed]) {
          const reading = readCode(text, shape);
          const form = shape === digits ? /^\d{6}$/ : /^[A-Za-z\d]{10}$/;
          if (reading.kind === 'code') expect(reading.code).toMatch(form);
        }
      }),
      { numRuns: 500 },
    );
    for (const part of ['1 ', '1-', 'a-', '1.', 'a1', '12:3', '(1', '€1', '1年', 'A1 ']) {
      const began = performance.now();
      readCode(part.repeat(4000 / part.length), digits);
      readCode(part.repeat(4000 / part.length), mixed);
      expect(performance.now() - began).toBeLessThan(2000);
    }
  });
});

describe('a code of letters and digits', () => {
  it.each([
    'aB3dE5fG7h',
    ' aB3dE5fG7h. ',
    '“aB3dE5fG7h”',
    'aB3dE-5fG7h',
    'aB3dE 5fG7h',
    'aB3\u200bdE5fG7h',
    'Code-aB3dE5fG7h',
    'Your verification code is aB3dE5fG7h, thank you for waiting patiently',
    '認証コードはaB3dE5fG7hです。',
  ])('is read: %j', (typed) => {
    expect(readCode(typed, mixed)).toEqual({ kind: 'code', code: 'aB3dE5fG7h' });
  });

  it.each([
    ['ABCD-EFGH', 8, 'ABCDEFGH'],
    ['abcd efgh', 8, 'abcdefgh'],
    ['Code: ABCD-EFGH', 8, 'ABCDEFGH'],
    ['Your code is ABCD-EFGH.', 8, 'ABCDEFGH'],
    ['your code ABCD EFGH now', 8, 'ABCDEFGH'],
    ['abc def', 6, 'abcdef'],
    ['ABCD \u2013 EFGH', 8, 'ABCDEFGH'],
    ['G-ABCDEFGH', 8, 'ABCDEFGH'],
    ['code-abcdefgh', 8, 'abcdefgh'],
    ['codeABCD-EFGH', 8, 'ABCDEFGH'],
    ['CodeABCDEFGH', 8, 'ABCDEFGH'],
    ['ABCDEFGH is your code', 8, 'ABCDEFGH'],
    ['Hello Ada. ABCD EFGH is your code.', 8, 'ABCDEFGH'],
    ['Su código es ABCDEFGH', 8, 'ABCDEFGH'],
    ['ABCDEFGHです', 8, 'ABCDEFGH'],
    ['認証コードはabcdefghです。', 8, 'abcdefgh'],
    ['رمزك abcd-efgh', 8, 'abcdefgh'],
    ['Ihr Code: abcd efgh', 8, 'abcdefgh'],
    ['Your code is a1b2 c3d4.', 8, 'a1b2c3d4'],
    ['a1b2 c3d4 is your code', 8, 'a1b2c3d4'],
    ['１２ＡＢ３４', 6, '12AB34'],
    ['١٢AB٣٤', 6, '12AB34'],
  ])('in two groups, or of other scripts: %j', (typed, length, code) => {
    const shape = codeShape({ format: 'alphanumeric', minLength: length, maxLength: length });
    expect(readCode(typed, shape)).toEqual({ kind: 'code', code });
  });

  it.each([
    ['aB3dE5', 'short'],
    ['aB3dE5fG7hX', 'long'],
    ['АВ12345678', 'signs'],
    ['hello there everybody', 'none'],
    ['Your code is considered void', 'none'],
    ['CLEARANCES end soon. What is my code', 'none'],
    ['Question: where does this code go', 'none'],
  ])('is not %j: %s', (typed, problem) => {
    expect(readCode(typed, mixed)).toEqual({ kind: 'problem', problem });
  });
});

describe('what a token shows', () => {
  it.each([
    ['ab-1234', 'ab-1234'],
    ['p@ss12', 'p@ss12'],
    ['ab-12 34', 'ab-12 34'],
    [' 123 456 ', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['\u200e123456', '123456'],
    ['123456.', '123456'],
    ['認証コードは123456です。', '123456'],
    ['Your code is 123456, thank you', '123456'],
    ['code: 123456', '123456'],
    ['code:123456', '123456'],
    ['OTP 123456', '123456'],
    ['「123456」', '123456'],
    ['123456!', '123456'],
    ['Code: ab-1234', 'ab-1234'],
  ])('%j goes as %j', (typed, code) => {
    expect(readCode(typed, any)).toEqual({ kind: 'code', code });
  });
});

describe('where the org tells no length', () => {
  const untold = codeShape({ format: 'numeric', minLength: null, maxLength: null });
  it.each(['2026-11-28', '28.11.2026', '12.50', '17:20'])('%j is no code', (typed) => {
    expect(readCode(typed, untold)).toMatchObject({ kind: 'problem' });
  });
  it.each(['2026', '1234 5678', '12-34-56'])('%j is one', (typed) => {
    const code = typed.replaceAll(/\D/g, '');
    expect(readCode(typed, untold)).toEqual({ kind: 'code', code });
  });
});

describe('the lengths of a code', () => {
  it('are the org’s where they make sense', () => {
    expect(codeShape({ format: 'numeric', minLength: 8, maxLength: 8 })).toMatchObject({ min: 8 });
    expect(codeShape({ format: 'numeric', minLength: 9, maxLength: 1 })).toMatchObject({ min: 4 });
    expect(codeShape({ format: 'numeric', minLength: -1, maxLength: 1e9 })).toEqual(
      codeShape({ format: 'numeric', minLength: null, maxLength: null }),
    );
  });
});
