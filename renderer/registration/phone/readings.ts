import {
  type CountryCode,
  getCountryCallingCode,
  parsePhoneNumberFromString,
  type PhoneNumber,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import type { PlainNumber } from './plain-number';

export type NumberProblem = 'phone' | 'phoneShort' | 'phoneLong';

/** One way to understand what was typed. */
export interface Reading {
  readonly number: PhoneNumber | undefined;
  /** Why no number can be meant by it; null where one can. */
  readonly problem: NumberProblem | null;
  /** Numbers of this shape are given out (as of the library's numbering plans). */
  readonly isUsual: boolean;
}

/**
 * Every way to understand a number that is typed with a country chosen, the likeliest first: as
 * dialled there, with the country's own prefix for calls abroad (ITU: international prefix) or for
 * calls within it; with `00` for the plus sign, as most of the world writes it; with the country's
 * code but no sign before it; and as numbers were written before a country changed its plan.
 */
export function readingsOf(plain: PlainNumber, country: CountryCode): Reading[] {
  const texts = plain.hasPlus ? withPlus(plain, country) : asDialled(plain, country);
  return texts.map((text) => read(text, country)).sort((one, other) => rank(other) - rank(one));
}

function withPlus(plain: PlainNumber, country: CountryCode): string[] {
  const { digits } = plain;
  const abroad = digits.replace(/^00+/, '');
  // `+0…` and, in Russia and Kazakhstan, `+8…` are numbers of the country with a sign too many.
  const isNational =
    /^0[1-9]/.test(digits) || (getCountryCallingCode(country) === '7' && digits.startsWith('8'));
  return [`+${abroad}`, ...withoutZero(plain, '+'), ...(isNational ? [digits] : [])];
}

function asDialled(plain: PlainNumber, country: CountryCode): string[] {
  const { digits } = plain;
  const own = [digits, ...withoutZero(plain, '')];
  const usual = digits.startsWith('00') ? [`+${digits.slice(2)}`] : [];
  const unsigned = digits.startsWith(getCountryCallingCode(country)) ? [`+${digits}`] : [];
  // Where calls within the country begin with 0, digits without it begin with the country's code.
  return unsigned.length > 0 && needsZero(digits, country)
    ? [...unsigned, ...own]
    : [...own, ...usual, ...unsigned];
}

/** `+44 (0)20 …`: the zero is dialled within the country alone, except where it is part of it. */
function withoutZero({ digits, bracketedZero }: PlainNumber, sign: '+' | ''): string[] {
  if (bracketedZero === null) return [];
  return [`${sign}${digits.slice(0, bracketedZero)}${digits.slice(bracketedZero + 1)}`];
}

function needsZero(digits: string, country: CountryCode): boolean {
  const [bare, usual] = [digits, `0${digits}`].map(
    (text) => parsePhoneNumberFromString(text, country)?.number,
  );
  return bare !== undefined && bare === usual;
}

function read(text: string, country: CountryCode): Reading {
  const found = parsePhoneNumberFromString(text, country);
  const number = found && !found.isPossible() ? asWrittenToday(found) : found;
  const isUsual = number?.isValid() ?? false;
  if (number?.isPossible()) return { number, problem: null, isUsual };
  const length = validatePhoneNumberLength(number?.number ?? text, country);
  return { number, problem: problemOf(length), isUsual };
}

function problemOf(length: ReturnType<typeof validatePhoneNumberLength>): NumberProblem {
  if (length === 'TOO_SHORT') return 'phoneShort';
  return length === 'TOO_LONG' ? 'phoneLong' : 'phone';
}

/** Since 2019 Mexican mobiles have no 1 behind 52, and no 01, 044 or 045 before them. */
function asWrittenToday(number: PhoneNumber): PhoneNumber {
  const [, national] = /^\+52(?:01|04[45]|1)(\d{10})$/.exec(number.number) ?? [];
  if (national === undefined) return number;
  return parsePhoneNumberFromString(`+52${national}`) ?? number;
}

/** What is given out before what could be, and that before what cannot. */
function rank({ isUsual, problem }: Reading): number {
  if (isUsual) return 2;
  return problem === null ? 1 : 0;
}
