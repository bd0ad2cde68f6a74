import { secret } from '../ids';
import type { Policy } from '../policy/schema';
import { createAltcha, type AltchaChallenge } from './altcha';

/** How long a token is good for, as at hCaptcha and reCAPTCHA. */
export const captchaLifetimeMilliseconds = 120_000;

/** What keeps programs out, or stands in for it. */
export interface Captcha {
  readonly siteKey: string;
  /** A proof of work to be done (ALTCHA). */
  challenge(): AltchaChallenge;
  /** What a person earned who said to be one; null for another site's key. */
  issueToken(siteKey: unknown): string | null;
  /** Whether this is a solution of this kind of captcha. Each is worth one attempt. */
  redeem(kind: Policy['captcha'], token: unknown): boolean;
}

export function createCaptcha(now: () => number): Captcha {
  const siteKey = secret();
  const altcha = createAltcha(now, captchaLifetimeMilliseconds);
  const issued = new Map<string, number>();
  return {
    siteKey,
    challenge: altcha.challenge,
    issueToken(given) {
      if (given !== siteKey) return null;
      for (const [token, expiresAt] of issued) if (expiresAt <= now()) issued.delete(token);
      const token = secret();
      issued.set(token, now() + captchaLifetimeMilliseconds);
      return token;
    },
    redeem(kind, token) {
      if (kind === 'off') return true;
      if (typeof token !== 'string') return false;
      if (kind === 'altcha') return altcha.redeem(token);
      const expiresAt = issued.get(token) ?? 0;
      issued.delete(token);
      return expiresAt > now();
    },
  };
}
