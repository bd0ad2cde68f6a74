import {
  AsYouType,
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { plainDigits } from '../../../preload/typed/plain-text';
import { splitExtension } from './extension';
import { plainNumber } from './plain-number';
import { type NumberProblem, readingsOf } from './readings';

export interface TypedNumber {
  /** The number as people of the country write it, as far as it is typed. */
  readonly text: string;
  /** Where the number is, which may be another country than the one chosen. */
  readonly country: CountryCode;
  /** An extension typed behind the number: its digits, or null without one. */
  readonly extension: string | null;
  /** E.164 (`+` and digits), or null where there is no number in it yet. */
  readonly e164: string | null;
  /** It has a length that numbers of the country have. */
  readonly isPossible: boolean;
  /** Text key of what is wrong with it, under `registration.problems`; null where it can be sent. */
  readonly problem: NumberProblem | 'phoneDigits' | null;
  /** Numbers like it are given out in its country. */
  readonly isUsual: boolean;
  /** Another number that the same digits can mean. */
  readonly other: { readonly e164: string; readonly country: CountryCode } | null;
}

/** The countries that share a calling code and whose number plan the others belong to. */
const mainCountries: Readonly<Record<string, CountryCode>> = {
  '1': 'US',
  '7': 'RU',
  '39': 'IT',
  '44': 'GB',
  '47': 'NO',
  '61': 'AU',
  '212': 'MA',
  '262': 'RE',
  '290': 'SH',
  '358': 'FI',
  '590': 'GP',
  '599': 'CW',
};

/**
 * Reads what is typed or pasted into a phone field with a country chosen. A number of another
 * country keeps that country, however it is dialled from here.
 */
export function readPhoneNumber(typed: string, country: CountryCode): TypedNumber {
  const { number: text, extension } = splitExtension(plainDigits(typed));
  const plain = plainNumber(text);
  const sign = plain.hasPlus ? '+' : '';
  const typing = new AsYouType(country);
  const formatted = typing.input(`${sign}${plain.digits}`);
  const [reading, ...others] = readingsOf(plain, country);
  const number = reading?.number;
  const other = others.find(
    (one) => reading?.isUsual && one.isUsual && one.number?.number !== number?.number,
  )?.number;
  const lengthProblem = reading ? reading.problem : 'phone';
  const problem = plain.hasLetters ? 'phoneDigits' : lengthProblem;
  const isAsTyped = extension !== null || plain.hasLetters || plain.digits === '';
  return {
    text: isAsTyped ? typed.trimStart() : formatted,
    country: countryTyped(plain.hasPlus, number ?? begun(typing), country),
    extension,
    e164: number?.number ?? null,
    isPossible: problem === null,
    problem,
    isUsual: reading?.isUsual ?? false,
    other: other ? { e164: other.number, country: countryOf(other, country) } : null,
  };
}

/** A complete number as its own country writes it; others stay as they are. */
export function nationalText(typed: string): string {
  const number = parsePhoneNumberFromString(typed);
  if (!number?.isPossible()) return typed;
  const national = number.formatNational();
  const again = parsePhoneNumberFromString(national, countryOf(number, 'US'));
  return again?.number === number.number ? national : number.formatInternational();
}

interface Placed {
  readonly country?: CountryCode | undefined;
  readonly countryCallingCode: string;
}

/** A country's code tells where a number is before all of it is there. */
function begun(typing: AsYouType): Placed | null {
  const code = typing.getCallingCode();
  return code === undefined ? null : { country: typing.getCountry(), countryCallingCode: code };
}

/** Without a country's code the number is taken for one of the country chosen. */
function countryTyped(hasPlus: boolean, number: Placed | null, chosen: CountryCode): CountryCode {
  if (number === null) return chosen;
  const isChosen = number.countryCallingCode === getCountryCallingCode(chosen);
  return isChosen && !hasPlus ? chosen : countryOf(number, chosen);
}

function countryOf({ country, countryCallingCode }: Placed, current: CountryCode): CountryCode {
  if (country) return country;
  if (getCountryCallingCode(current) === countryCallingCode) return current;
  const main = mainCountries[countryCallingCode];
  return (
    main ??
    getCountries().find((one) => getCountryCallingCode(one) === countryCallingCode) ??
    current
  );
}
