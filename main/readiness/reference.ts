import { randomInt } from 'node:crypto';

/** Without what is read out or written down wrongly: 0 and O, 1, I and L, 5 and S, 8 and B. */
const letters = '234679ACDEFGHJKMNPQRTUVWXYZ';

/** What a person reads out to staff, and staff find in the history and in the log: `FD-7K2QX`. */
export function newReference(): string {
  const drawn = Array.from({ length: 5 }, () => letters[randomInt(letters.length)]);
  return `FD-${drawn.join('')}`;
}
