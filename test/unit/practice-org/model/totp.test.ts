import { describe, expect, it } from 'vitest';
import { createAuthenticatorApp } from '../../../../main/practice-org/model/authenticator-app';
import { toBase32 } from '../../../../main/practice-org/authenticators/base32';
import { isCurrentTotp, totpAt } from '../../../../main/practice-org/model/totp';

/** RFC 6238, appendix B; its codes have eight digits, of which apps show the last six. */
const key = Buffer.from('12345678901234567890');
const vectors = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const;

describe('a code by time', () => {
  it.each(vectors)('at %d seconds is %s', (seconds, code) => {
    expect(totpAt(key, seconds * 1000)).toBe(code);
  });

  it('may be the one before or after the current one, and no other', () => {
    const time = 1_000_000_000_000;
    const near = [-60, -30, 0, 30, 60].map((seconds) =>
      isCurrentTotp(key, totpAt(key, time + seconds * 1000), time),
    );
    expect(near).toEqual([false, true, true, true, false]);
    expect(isCurrentTotp(key, '', time)).toBe(false);
  });
});

it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foobar', 'MZXW6YTBOI'],
])('writes %o in base32 as RFC 4648 does, without padding', (text, expected) => {
  expect(toBase32(Buffer.from(text))).toBe(expected);
});

it('shows each person the code of the key scanned last, and how long it holds', () => {
  let now = 59_000;
  const app = createAuthenticatorApp(() => now);
  app.scan('ada@example.com', Buffer.from('another key'));
  app.scan('ada@example.com', key);
  expect(app.entries()).toEqual([{ login: 'ada@example.com', code: '287082', secondsLeft: 1 }]);
  now = 60_000;
  expect(app.entries()[0]).toMatchObject({ secondsLeft: 30 });
  expect(app.entries()[0]?.code).not.toBe('287082');
});
