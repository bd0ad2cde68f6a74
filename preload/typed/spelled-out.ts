import type { CodeShape } from './code-shape';
import { isNamedRightBefore } from './surroundings';

type Length = Pick<CodeShape, 'min' | 'max'>;

/** Between groups of as many digits: what makes a date, a time or an amount of them is no sign. */
const signs: Readonly<Record<number, string>> = {
  1: '[-.,·•_/|~+:]',
  2: '[-·•_|~]',
  3: '[-·•_/|~,]',
  4: '[-·•_/|~,]',
};
const between = (sign: string) => String.raw` ?(?:${sign}|--|[)\]] ?-? ?[([]?) ?| `;

const digitGroups = Object.entries(signs).map(
  ([size, sign]) =>
    new RegExp(
      String.raw`(?<!\d[ .,-]?)\d{${size}}(?:(?:${between(sign)})\d{${size}})+(?![ .-]?\d)`,
      'g',
    ),
);

/**
 * `1 2 3 - 4 5 6` without its signs: digits in groups that are alike, by more than one sign or with
 * room around it. Signs that mean more than a group count only where the number is called a code.
 */
export function withDigitsJoined(text: string, length: Length): string {
  return digitGroups.reduce(
    (rest, groups) =>
      rest.replaceAll(groups, (found, start: number) => {
        const code = found.replaceAll(/\D/g, '');
        const isSimple = /^\d+(?:(?: \d+)+|(?:-\d+)+|(?:\.\d+)+)$/.test(found);
        if (isSimple || !fits(code, length)) return found;
        const isClear =
          /^[\d -]+$/.test(found) || isNamedRightBefore(rest, start) || isAlone(rest, found, start);
        return isClear ? code : found;
      }),
    text,
  );
}

const capitals = /(?<![A-Za-z\d])[A-Z\d](?:(?: ?- ?| )[A-Z\d])+(?![A-Za-z\d])/g;
const halves = /(?<![a-z\d])(?<!- )[a-z\d]{2,}(?: - [a-z\d]{2,})+(?![a-z\d])(?! -)/gi;

/** The same of letters and digits, which words are made of, too: something has to speak for a code. */
export function withSignsJoined(text: string, length: Length): string {
  return [capitals, halves].reduce(
    (rest, groups) =>
      rest.replaceAll(groups, (found, start: number) => {
        const parts = found.split(/[ -]+/);
        const code = parts.join('');
        const areAlike = parts.every((part) => part.length === parts[0]?.length);
        if (!areAlike || !fits(code, length)) return found;
        const isNamed = isNamedRightBefore(rest, start) && /^[A-Z\d]+$/.test(code);
        return isNamed || (/\d/.test(code) && /[a-z]/i.test(code)) ? code : found;
      }),
    text,
  );
}

function isAlone(text: string, found: string, start: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start) + text.slice(start + found.length));
}

function fits(code: string, { min, max }: Length): boolean {
  return code.length >= min && code.length <= max;
}
