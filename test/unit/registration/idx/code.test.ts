import { describe, expect, it } from 'vitest';
import { codeShape } from '../../../../preload/typed/code-shape';
import { extractCode } from '../../../../main/registration/idx/code';

const numeric = codeShape({ format: 'numeric', minLength: null, maxLength: null });
const sixDigits = codeShape({ format: 'numeric', minLength: 6, maxLength: 6 });
const mine = { state: 'mine', orgUrl: 'https://org.example' };
const alphanumeric = codeShape({ format: 'alphanumeric', minLength: 10, maxLength: 10 });

describe('extractCode', () => {
  it.each([
    ['as it is', '123456', '123456'],
    ['with a space in the middle', '123 456', '123456'],
    ['with a dash', '123-456', '123456'],
    ['with spaces around it', '  123456\n', '123456'],
    ['in full-width digits', '１２３４５６', '123456'],
    ['out of a message', 'Your verification code is 123456. It expires in 5 minutes.', '123456'],
    ['out of a message that names the year', 'Hello 7 people, code: 904 211', '904211'],
    ['out of a link', 'https://org.example/email/verify/0oa1?otp=424242&state=mine', '424242'],
    ['out of a link in a message', 'Click http://localhost:1/cb?state=mine&otp=42 now', '42'],
    ['out of the app scheme', 'app.frontdesk.desktop:/callback?otp=77&state=mine', '77'],
    [
      'beside the link of its mail',
      'http://localhost:34567/email/verify/0oa1?token=a123456b\nOr enter 424242.',
      '424242',
    ],
    [
      'after a date and a time',
      'Sent 22 Nov 2026 17:20 to ada1815@example.com, it is 424242',
      '424242',
    ],
    ['of another length, after a colon', 'In 2026 the code is: 4242', '4242'],
  ])('takes a code %s', (_, typed, code) => {
    expect(extractCode(typed, numeric, mine)).toEqual({ kind: 'code', code });
  });

  it('takes an alphanumeric code of the length the org names', () => {
    const message = 'Your verification code is aB3dE5fG7h, thank you for waiting patiently';
    expect(extractCode(message, alphanumeric, mine)).toEqual({
      kind: 'code',
      code: 'aB3dE5fG7h',
    });
    expect(extractCode(' aB3dE5fG7h ', alphanumeric, mine)).toMatchObject({
      code: 'aB3dE5fG7h',
    });
  });

  it.each(['hello there everybody', 'ada1815@example.com', 'call me at 17:20 please', ''])(
    'sends no words as a code: %j',
    (typed) => {
      expect(extractCode(typed, numeric, mine)).toMatchObject({ kind: 'no-code' });
    },
  );

  it.each(['abc', '12345', '12a456'])('sends nothing that is no code: %j', (typed) => {
    expect(extractCode(typed, sixDigits, mine).kind).toBe('no-code');
  });

  it("takes the link of the org's mail as a link, and no other site's", () => {
    const href = 'https://org.example/email/verify/0oa1?token=123456';
    expect(extractCode(href, numeric, mine)).toEqual({ kind: 'email-link', href });
    const elsewhere = 'https://evil.example/email/verify/0oa1?token=123456';
    expect(extractCode(elsewhere, numeric, mine)).toEqual({ kind: 'other-org-link' });
  });

  it("refuses another sign-up's link", () => {
    const link = 'https://org.example/cb?otp=1&state=theirs';
    expect(extractCode(link, numeric, mine)).toEqual({ kind: 'foreign-link' });
  });
});
