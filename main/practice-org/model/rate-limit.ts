const windowMilliseconds = 60_000;

export interface RateLimitReading {
  readonly isExceeded: boolean;
  /** Okta's three headers; the reset is in seconds since 1970, UTC. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface RateLimit {
  /** Counts one request of this endpoint group. */
  count(group: string, limit: number): RateLimitReading;
}

/** Okta counts requests of an endpoint group in a window of one minute. */
export function createRateLimit(now: () => number): RateLimit {
  const windows = new Map<string, { resetsAt: number; used: number }>();
  return {
    count(group, limit) {
      const open = windows.get(group);
      const window =
        open && open.resetsAt > now() ? open : { resetsAt: now() + windowMilliseconds, used: 0 };
      window.used += 1;
      windows.set(group, window);
      return {
        isExceeded: window.used > limit,
        headers: {
          'X-Rate-Limit-Limit': String(limit),
          'X-Rate-Limit-Remaining': String(Math.max(0, limit - window.used)),
          'X-Rate-Limit-Reset': String(Math.ceil(window.resetsAt / 1000)),
        },
      };
    },
  };
}
