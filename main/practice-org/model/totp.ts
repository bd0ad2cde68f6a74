import { createHmac, timingSafeEqual } from 'node:crypto';

/** What every authenticator app assumes where a key does not say otherwise. */
export const stepSeconds = 30;
const digits = 6;

/** RFC 6238 with SHA-1: the code that an app shows at a time, in milliseconds since 1970. */
export function totpAt(key: Buffer, time: number): string {
  return hotp(key, counterAt(time));
}

/** Whether a code is the current one, or a neighbour of it: clocks differ (RFC 6238, 5.2). */
export function isCurrentTotp(key: Buffer, code: string, time: number): boolean {
  const counter = counterAt(time);
  return [counter - 1, counter, counter + 1]
    .map((near) => isSame(code, hotp(key, near)))
    .includes(true);
}

function counterAt(time: number): number {
  return Math.floor(time / 1000 / stepSeconds);
}

/** RFC 4226, 5.3. */
function hotp(key: Buffer, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac('sha1', key).update(message).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

function isSame(typed: string, code: string): boolean {
  const left = Buffer.from(typed);
  const right = Buffer.from(code);
  return left.length === right.length && timingSafeEqual(left, right);
}
