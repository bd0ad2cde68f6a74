import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestWait, retryAfterOf } from '../../../main/network/retry-after';

const now = Date.UTC(2026, 10, 28, 12, 0, 0);
const seconds = now / 1000;

describe('how long to wait', () => {
  it.each([
    ['30', 30],
    ['86400', 86_400],
    ['0', 1],
    [' 5 ', 5],
    ['1.5', 2],
    ['Sat, 28 Nov 2026 12:01:00 GMT', 60],
    ['Sat, 28 Nov 2026 11:00:00 GMT', 1],
    ['Fri, 28 Nov 2036 12:00:00 GMT', longestWait],
    ['99999999', longestWait],
    [String(seconds + 90), 90],
    [String(now + 90_000), 90],
    ['-5', null],
    ['0x10', null],
    ['soon', null],
    ['', null],
  ])('by Retry-After %j: %j', (given, wait) => {
    expect(retryAfterOf({ 'retry-after': given }, now)).toBe(wait);
  });

  it.each([
    [String(seconds + 42), 42],
    [String(now + 42_000), 42],
    [String(seconds - 42), 1],
    ['42', 42],
    ['Infinity', null],
  ])('by X-Rate-Limit-Reset %s: %j', (reset, wait) => {
    const headers = { 'x-rate-limit-reset': reset };
    expect(retryAfterOf({ ...headers, 'x-rate-limit-remaining': '0' }, now)).toBe(wait);
    expect(retryAfterOf({ ...headers, 'x-rate-limit-remaining': '7' }, now)).toBeNull();
  });

  it('whatever a server sends, the wait is bounded', () => {
    const header = fc.oneof(
      fc.string(),
      fc.bigInt({ min: 0n }).map(String),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(header, header, (after, reset) => {
        const wait = retryAfterOf({ 'retry-after': after, 'x-rate-limit-reset': reset }, now);
        if (wait === null) return;
        expect(Number.isInteger(wait)).toBe(true);
        expect(wait).toBeGreaterThanOrEqual(1);
        expect(wait).toBeLessThanOrEqual(longestWait);
      }),
    );
  });
});
