import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { record } from '../http/exchange';

/** Find the number whose SHA-256 behind the salt is the challenge (altcha.org, version 1). */
export interface AltchaChallenge {
  readonly algorithm: 'SHA-256';
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
  readonly signature: string;
}

interface Altcha {
  challenge(): AltchaChallenge;
  /** Whether a posted solution is right, in time, and the first for its challenge. */
  redeem(token: string): boolean;
}

/** A few hundredths of a second of a computer's work. */
const maxnumber = 50_000;

export function createAltcha(now: () => number, lifetimeMilliseconds: number): Altcha {
  const key = randomBytes(32);
  const used = new Map<string, number>();
  const sign = (challenge: string) => createHmac('sha256', key).update(challenge).digest('hex');
  return {
    challenge() {
      const expires = Math.ceil((now() + lifetimeMilliseconds) / 1000);
      const salt = `${randomBytes(12).toString('hex')}?expires=${expires}&`;
      const challenge = hash(salt, randomInt(maxnumber + 1));
      return { algorithm: 'SHA-256', challenge, maxnumber, salt, signature: sign(challenge) };
    },
    redeem(token) {
      const { algorithm, challenge, number, salt, signature } = parse(token);
      const isComplete =
        algorithm === 'SHA-256' &&
        typeof challenge === 'string' &&
        typeof salt === 'string' &&
        typeof signature === 'string' &&
        Number.isInteger(number);
      if (!isComplete || !isSame(signature, sign(challenge))) return false;
      const expiresAt = Number(new URLSearchParams(salt.split('?')[1]).get('expires')) * 1000;
      for (const [old, expiry] of used) if (expiry <= now()) used.delete(old);
      if (used.has(challenge) || expiresAt <= now()) return false;
      used.set(challenge, expiresAt);
      return hash(salt, Number(number)) === challenge;
    },
  };
}

function hash(salt: string, number: number): string {
  return createHash('sha256').update(`${salt}${number}`).digest('hex');
}

function parse(token: string): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(Buffer.from(token, 'base64').toString('utf8')));
  } catch {
    return {};
  }
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
