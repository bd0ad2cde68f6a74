import { plainDigits } from '../../../preload/typed/plain-text';

/** What is left of typed text: digits of one script, and whether they begin with a country's code. */
export interface PlainNumber {
  readonly digits: string;
  /** A plus sign stands before the first digit other than 0. */
  readonly hasPlus: boolean;
  /** Where a bracketed zero begins in `digits`, as in `+44 (0)20`; null without one. */
  readonly bracketedZero: number | null;
  /** Letters stand between the digits, so that what is meant is not known. */
  readonly hasLetters: boolean;
}

/** The carrier's place in numbers as Brazilians write them: `(0xx11)`. */
const carrierPlace = /^(\D*0)\s*x{1,2}(?=\W*\d)/i;

/** Reads a number out of what was typed or pasted; words before and behind it are no part of it. */
export function plainNumber(typed: string): PlainNumber {
  const text = plainDigits(typed).replace(carrierPlace, '$1');
  // Zeros before the sign say the same as the sign.
  const hasPlus = /^[\D0]*\+/.test(text);
  const start = hasPlus ? text.indexOf('+') + 1 : text.search(/\d/);
  const number = start < 0 ? '' : text.slice(start);
  const upToLast = number.slice(0, number.search(/\d\D*$/) + 1);
  const [beforeZero] = upToLast.split(/[([]\s*0\s*[)\]]/, 1);
  const hasBrackets = beforeZero !== undefined && beforeZero.length < upToLast.length;
  return {
    digits: upToLast.replaceAll(/\D/g, ''),
    hasPlus,
    bracketedZero: hasBrackets ? beforeZero.replaceAll(/\D/g, '').length : null,
    hasLetters: /\p{L}/u.test(upToLast),
  };
}
