/** Node's timers reach no further than 24.8 days. */
const longestTimer = 86_400_000;

export interface ExpiryPorts {
  readonly now: () => number;
  /** Runs something later; the returned function prevents that. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
}

/** Hears of a token's end, however far away it is, and also where the clock was set meanwhile. */
export interface Expiry {
  /** Instead of the token before. */
  watch(expiresAt: number, onExpired: () => void): void;
  forget(): void;
}

export function createExpiry({ now, schedule }: ExpiryPorts): Expiry {
  let cancel = () => {};

  function watch(expiresAt: number, onExpired: () => void): void {
    cancel();
    const rest = Math.max(expiresAt - now(), 0);
    cancel = schedule(Math.min(rest, longestTimer), () => {
      if (now() < expiresAt) watch(expiresAt, onExpired);
      else onExpired();
    });
  }

  return { watch, forget: () => cancel() };
}
