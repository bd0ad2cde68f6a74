import { stepSeconds, totpAt } from './totp';

/** One account in the authenticator app of a practice phone. */
export interface AppEntry {
  readonly login: string;
  /** What the app shows now. */
  readonly code: string;
  /** Until it shows the next one. */
  readonly secondsLeft: number;
}

/** The app on the phone that everybody in a practice org has: each key is scanned at once. */
export interface AuthenticatorApp {
  /** A new key of the same person takes the place of the one before. */
  scan(login: string, key: Buffer): void;
  entries(): readonly AppEntry[];
}

export function createAuthenticatorApp(now: () => number): AuthenticatorApp {
  const keys = new Map<string, Buffer>();
  return {
    scan: (login, key) => keys.set(login, key),
    entries() {
      const time = now();
      const secondsLeft = stepSeconds - (Math.floor(time / 1000) % stepSeconds);
      return [...keys].map(([login, key]) => ({ login, code: totpAt(key, time), secondsLeft }));
    },
  };
}
