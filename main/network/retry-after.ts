/** Longer waits are told as a whole: nobody waits out a number of months. */
export const longestWait = 30 * 86_400;

/** Larger numbers are times since the epoch: as seconds to wait they would be 31 years. */
const firstTime = 1e9;
/** Larger ones are in milliseconds: as seconds they would be the year 5138. */
const firstMilliseconds = 1e11;

/**
 * Seconds to wait before the next request, at least 1 and at most {@link longestWait}: from
 * `Retry-After` (seconds or a date, RFC 9110 section 10.2.3), else from Okta's `X-Rate-Limit-Reset`
 * (UTC seconds since the epoch) where the limit is used up. Some servers on the way give times in
 * milliseconds, or where seconds belong. Null where the answer names no wait.
 *
 * @param serverNow milliseconds since the epoch, by the server's clock
 */
export function retryAfterOf(
  headers: Readonly<Record<string, string | undefined>>,
  serverNow: number,
): number | null {
  const after = secondsIn(headers['retry-after'], serverNow);
  if (after !== null) return after;
  const isUsedUp = Number(headers['x-rate-limit-remaining'] ?? 0) <= 0;
  return isUsedUp ? secondsIn(headers['x-rate-limit-reset'], serverNow) : null;
}

function secondsIn(header: string | undefined, serverNow: number): number | null {
  const given = header?.trim() ?? '';
  if (/^\d{1,20}(?:\.\d+)?$/.test(given)) {
    const number = Number(given);
    if (number < firstTime) return bounded(number);
    return bounded((number < firstMilliseconds ? number : number / 1000) - serverNow / 1000);
  }
  // A bare or signed number would pass for a year.
  const date = /[a-z]/i.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isFinite(date) ? bounded((date - serverNow) / 1000) : null;
}

function bounded(seconds: number): number {
  return Math.min(Math.max(1, Math.ceil(seconds)), longestWait);
}
