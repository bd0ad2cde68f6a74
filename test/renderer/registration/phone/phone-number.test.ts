import { describe, expect, it } from 'vitest';
import {
  likelyCountry,
  phoneCountries,
  searchCountries,
} from '../../../../renderer/registration/phone/countries';
import { splitExtension, withExtension } from '../../../../renderer/registration/phone/extension';
import {
  nationalText,
  readPhoneNumber,
} from '../../../../renderer/registration/phone/phone-number';

describe('a typed phone number', () => {
  it('is formatted as its country writes it', () => {
    expect(readPhoneNumber('5551234567', 'US').text).toBe('(555) 123-4567');
  });

  it.each([
    ['030 123456', 'DE', '+4930123456'],
    ['5551234567', 'US', '+15551234567'],
    ['٠٥٠١٢٣٤٥٦٧', 'SA', '+966501234567'],
  ] as const)('%s in %s becomes %s', (typed, country, e164) => {
    expect(readPhoneNumber(typed, country)).toMatchObject({ e164, isPossible: true, country });
  });

  it.each([
    ['+4930123456', 'DE'],
    ['0044 20 7946 0000', 'GB'],
    ['+1 555 123 4567', 'US'],
    ['+7 495 123-45-67', 'RU'],
  ] as const)('%s chooses its country', (typed, country) => {
    expect(readPhoneNumber(typed, 'FR').country).toBe(country);
  });

  it('stays with a country that shares the calling code', () => {
    expect(readPhoneNumber('+1 555 123 4567', 'CA').country).toBe('CA');
  });

  it.each(['', '12', '123456789012345678'])('“%s” is no complete number', (typed) => {
    expect(readPhoneNumber(typed, 'US').isPossible).toBe(false);
  });

  it('is shown in its national form once it is complete', () => {
    expect(nationalText('+4930123456')).toBe('030 123456');
    expect(nationalText('+49')).toBe('+49');
  });

  it.each([
    ['+12025550143x22', '22'],
    ['+1 202-555-0143 ext. 22', '22'],
    ['(202) 555-0143, extension 22', '22'],
    ['2025550143;ext=22', '22'],
    ['202 555 0143 #22', '22'],
    ['+12025550143x', ''],
    ['+12025550143 exten', ''],
    ['+12025550143', null],
  ])('%s has the extension %s, which is no part of the number', (typed, extension) => {
    expect(readPhoneNumber(typed, 'US')).toMatchObject({ extension, e164: '+12025550143' });
    expect(splitExtension(typed).number).not.toMatch(/[a-z#]|22/);
  });

  it('keeps a half typed extension as it is typed', () => {
    expect(readPhoneNumber('+12025550143 ex', 'US').text).toBe('+12025550143 ex');
  });

  it('carries an extension as Okta takes it', () => {
    expect(withExtension('+15551234567', ' 1-23 ')).toBe('+15551234567x123');
    expect(withExtension('+15551234567', '')).toBe('+15551234567');
  });
});

describe('the country search', () => {
  const names = (typed: string, locale = 'en') =>
    searchCountries(phoneCountries(locale), typed).map(({ code }) => code);

  it.each([
    ['german', 'en', 'DE'],
    ['deu', 'de', 'DE'],
    ['cote', 'fr', 'CI'],
    ['Japan', 'ja', 'JP'],
    ['ألمانيا', 'ar', 'DE'],
    ['ch', 'en', 'CH'],
    ['+49', 'en', 'DE'],
    ['0049', 'en', 'DE'],
    ['44', 'en', 'GB'],
  ])('finds %s (%s) as %s', (typed, locale, code) => {
    expect(names(typed, locale).slice(0, 4)).toContain(code);
  });

  it('finds nothing for what is no country', () => {
    expect(names('qqqq')).toEqual([]);
  });

  it('guesses the country from the languages people set', () => {
    expect(likelyCountry(['en', 'de-AT'])).toBe('AT');
    expect(likelyCountry(['ja'])).toBe('JP');
    expect(likelyCountry([])).toBe('US');
  });
});
