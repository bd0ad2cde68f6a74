import type { CountryCode } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import {
  nationalText,
  readPhoneNumber,
} from '../../../../renderer/registration/phone/phone-number';

type Case = readonly [country: CountryCode, typed: string, e164: string, actual: CountryCode];

describe('a number of another country, as it is dialled in the country chosen', () => {
  it.each<Case>([
    ['AU', '0011 64 21 123 456', '+6421123456', 'NZ'],
    ['AU', '0011 65 8123 4567', '+6581234567', 'SG'],
    ['AU', '0011 44 (0)20 7946 0958', '+442079460958', 'GB'],
    ['HK', '001 64 21 123 456', '+6421123456', 'NZ'],
    ['HK', '001 65 6789 0123', '+6567890123', 'SG'],
    ['TH', '001 65 8123 4567', '+6581234567', 'SG'],
    ['TH', '009 44 20 7946 0958', '+442079460958', 'GB'],
    ['SG', '001 61 412 345 678', '+61412345678', 'AU'],
    ['JP', '010 49 176 12345678', '+4917612345678', 'DE'],
    ['KR', '00700 1 415 555 2671', '+14155552671', 'US'],
    ['RU', '8~10 49 176 12345678', '+4917612345678', 'DE'],
    ['BR', '0014 49 176 12345678', '+4917612345678', 'DE'],
    ['ID', '008 65 8123 4567', '+6581234567', 'SG'],
    ['US', '011 49 176 12345678', '+4917612345678', 'DE'],
    ['NG', '009 44 20 7946 0958', '+442079460958', 'GB'],
  ])('from %s: %s', (country, typed, e164, actual) => {
    expect(readPhoneNumber(typed, country)).toMatchObject({ e164, country: actual, problem: null });
  });

  it.each<Case>([
    ['US', '0049 176 12345678', '+4917612345678', 'DE'],
    ['HK', '00 1 415 555 2671', '+14155552671', 'US'],
    ['AU', '0014155552671', '+14155552671', 'US'],
    ['BR', '00 44 20 7946 0958', '+442079460958', 'GB'],
    ['TH', '0066 81 234 5678', '+66812345678', 'TH'],
  ])(
    'with 00 for the plus sign, where that is no prefix of the country: %s %s',
    (country, typed, e164, actual) => {
      expect(readPhoneNumber(typed, country)).toMatchObject({
        e164,
        country: actual,
        problem: null,
      });
    },
  );

  it('names the other number that the same digits can mean', () => {
    // Thailand has carriers behind 00; most of the world has none.
    expect(readPhoneNumber('0049 176 12345678', 'TH')).toMatchObject({
      e164: '+917612345678',
      other: { e164: '+4917612345678', country: 'DE' },
    });
    expect(readPhoneNumber('001 65 6789 0123', 'HK').other?.e164).toBe('+16567890123');
    expect(readPhoneNumber('0049 176 12345678', 'FR').other).toBeNull();
  });
});

describe('a number as people write it', () => {
  it.each<Case>([
    ['GB', '+44 (0)20 7946 0958', '+442079460958', 'GB'],
    ['GB', '+44 (0) 07911 223456', '+447911223456', 'GB'],
    ['US', '0044 (0)20 7946 0958', '+442079460958', 'GB'],
    ['DE', '+49 (0) 176 12345678', '+4917612345678', 'DE'],
    ['DE', '+0049 176 12345678', '+4917612345678', 'DE'],
    ['DE', '00+49 176 12345678', '+4917612345678', 'DE'],
    ['DE', '(+49) 176/123 456-78', '+4917612345678', 'DE'],
    ['DE', '49 176 12345678', '+4917612345678', 'DE'],
    ['DE', '+0176 12345678', '+4917612345678', 'DE'],
    ['DE', 'Tel.: 0176 12345678 (mobil)', '+4917612345678', 'DE'],
    ['DE', 'tel:+49-176-12345678', '+4917612345678', 'DE'],
    ['IT', '+39 (0)6 1234 5678', '+390612345678', 'IT'],
    ['MX', '+52 1 55 1234 5678', '+525512345678', 'MX'],
    ['MX', '044 55 1234 5678', '+525512345678', 'MX'],
    ['MX', '01 55 1234 5678', '+525512345678', 'MX'],
    ['US', '011 52 1 55 1234 5678', '+525512345678', 'MX'],
    ['AR', '011 15 2345 6789', '+5491123456789', 'AR'],
    ['AR', '+54 11 15 2345 6789', '+5491123456789', 'AR'],
    ['RU', '8 (912) 345-67-89', '+79123456789', 'RU'],
    ['RU', '+8 912 345 67 89', '+79123456789', 'RU'],
    ['BR', '(0xx11) 91234-5678', '+5511912345678', 'BR'],
    ['BR', '0 21 11 91234-5678', '+5511912345678', 'BR'],
    ['HU', '06 1 234 5678', '+3612345678', 'HU'],
    ['KR', '+82 010-1234-5678', '+821012345678', 'KR'],
    ['JP', '０９０－１２３４－５６７８', '+819012345678', 'JP'],
    ['IN', '९८७६५ ४३२१०', '+919876543210', 'IN'],
    ['SA', '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', '+966501234567', 'SA'],
    ['IR', '۰۹۱۲ ۳۴۵ ۶۷۸۹', '+989123456789', 'IR'],
    ['US', '\u202d+44\u00a020\u20117946\u200b0958\u202c', '+442079460958', 'GB'],
  ])('in %s: %s', (country, typed, e164, actual) => {
    expect(readPhoneNumber(typed, country)).toMatchObject({ e164, country: actual, problem: null });
  });

  it.each<readonly [CountryCode, string, string]>([
    ['US', '415 555 267', 'phoneShort'],
    ['US', '415 555 26711', 'phoneLong'],
    ['DE', '+49 30', 'phoneShort'],
    ['GB', '020 7946 0958 123', 'phoneLong'],
    ['JP', '1', 'phoneShort'],
    ['US', '447911123456', 'phoneLong'],
    ['DE', '0176 1234567 or 030 123456', 'phoneDigits'],
    ['US', '415-CALL-ME-1', 'phoneDigits'],
  ])('of %s is told to be wrong: %s, %s', (country, typed, problem) => {
    expect(readPhoneNumber(typed, country)).toMatchObject({ problem, isPossible: false });
  });

  it('is told to be unusual where nobody has one like it', () => {
    expect(readPhoneNumber('555 123 4567', 'US')).toMatchObject({ problem: null, isUsual: false });
    expect(readPhoneNumber('415 555 2671', 'US').isUsual).toBe(true);
  });

  it.each(['+525512345678', '+5491123456789', '+819012345678', '+390612345678', '+79123456789'])(
    'is the same number in its national form: %s',
    (e164) => {
      const { country } = readPhoneNumber(e164, 'US');
      expect(readPhoneNumber(nationalText(e164), country).e164).toBe(e164);
    },
  );
});
