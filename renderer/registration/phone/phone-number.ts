import {
  AsYouType,
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { splitExtension } from './extension';

export interface TypedNumber {
  /** The number as people of the country write it, as far as it is typed. */
  readonly text: string;
  readonly country: CountryCode;
  /** An extension typed behind the number: its digits, or null without one. */
  readonly extension: string | null;
  /** E.164 (`+` and digits), or null where there is no number in it yet. */
  readonly e164: string | null;
  /** It has a length that numbers of the country have. */
  readonly isPossible: boolean;
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

/** Reads what is typed or pasted into a phone field; a `+` or `00` number chooses its country. */
export function readPhoneNumber(typed: string, country: CountryCode): TypedNumber {
  const { number: digits, extension } = splitExtension(typed);
  const text = digits
    .normalize('NFKC')
    .trim()
    .replace(/^00(?=[1-9])/, '+');
  const typing = new AsYouType(country);
  const formatted = typing.input(text);
  const number = typing.getNumber();
  const actual = text.startsWith('+') ? countryOf(typing, country) : country;
  return {
    text: extension === null ? (text === '' ? '' : formatted) : typed,
    country: actual,
    extension,
    e164: number?.number ?? null,
    isPossible: number?.isPossible() ?? false,
  };
}

/** A complete international number in the form of its own country; others stay as they are. */
export function nationalText(typed: string): string {
  const number = parsePhoneNumberFromString(typed);
  return number?.isPossible() ? number.formatNational() : typed;
}

function countryOf(typing: AsYouType, current: CountryCode): CountryCode {
  const certain = typing.getCountry();
  if (certain) return certain;
  const callingCode = typing.getCallingCode();
  if (callingCode === undefined || getCountryCallingCode(current) === callingCode) return current;
  const main = mainCountries[callingCode];
  return (
    main ?? getCountries().find((one) => getCountryCallingCode(one) === callingCode) ?? current
  );
}
