import { randomBytes, randomInt } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** Without the characters that people mistake for one another. */
const readable = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const digits = '0123456789';

function draw(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** An id of Okta's shape: a prefix for its kind, 20 characters in all, `g` and a cell number last. */
export function oktaId(prefix: string): string {
  return `${prefix}${draw(letters, 17 - prefix.length)}0g4`;
}

/** 256 random bits as base64url: handles, codes and tokens that nobody can guess. */
export function secret(): string {
  return randomBytes(32).toString('base64url');
}

export function oneTimeCode(length: number, format: 'numeric' | 'alphanumeric'): string {
  return draw(format === 'numeric' ? digits : readable, length);
}
