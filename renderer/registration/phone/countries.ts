import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import { countryNamer } from '../fields/country-codes';

export interface Country {
  readonly code: CountryCode;
  readonly name: string;
  readonly englishName: string;
  /** Digits after the plus sign. */
  readonly callingCode: string;
}

/** Every country one can be called in, by the language's alphabet. */
export function phoneCountries(locale: string): Country[] {
  const nameOf = countryNamer(locale);
  const englishNameOf = countryNamer('en');
  const { compare } = new Intl.Collator(locale);
  return getCountries()
    .map((code) => ({
      code,
      name: nameOf(code),
      englishName: englishNameOf(code),
      callingCode: getCountryCallingCode(code),
    }))
    .sort((one, other) => compare(one.name, other.name));
}

/**
 * Countries that a typed text can mean: a name (also the English one, accents aside), an ISO code
 * or a calling code with or without plus or zeros. Names that begin with it come first.
 */
export function searchCountries(countries: readonly Country[], typed: string): Country[] {
  const text = plain(typed);
  if (text === '') return [...countries];
  const digits = text.replace(/^(\+|00)/, '').replaceAll(/\D/g, '');
  const isNumber = digits !== '' && /^[+\d\s().-]+$/.test(text);
  const rank = ({ code, name, englishName, callingCode }: Country): number => {
    if (isNumber) {
      if (callingCode === digits) return 0;
      if (callingCode.startsWith(digits)) return 1;
      return digits.startsWith(callingCode) ? 2 : -1;
    }
    if (code.toLowerCase() === text) return 0;
    const names = [plain(name), plain(englishName)];
    if (names.some((one) => one.startsWith(text))) return 1;
    return names.some((one) => one.includes(text)) ? 2 : -1;
  };
  return countries
    .map((country) => ({ country, rank: rank(country) }))
    .filter((ranked) => ranked.rank >= 0)
    .sort((one, other) => one.rank - other.rank)
    .map(({ country }) => country);
}

/** The country people most likely are in, by the languages they set; the US where none says. */
export function likelyCountry(languages: readonly string[]): CountryCode {
  const known = new Set<string>(getCountries());
  const isKnown = (region: string | undefined): region is CountryCode =>
    region !== undefined && known.has(region);
  const regions = [
    ...languages.map((tag) => new Intl.Locale(tag).region),
    ...languages.map((tag) => new Intl.Locale(tag).maximize().region),
  ];
  return regions.find(isKnown) ?? 'US';
}

/** Case and accents aside, and the Arabic article, so that people find what they hear. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();
}
