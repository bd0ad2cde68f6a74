import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { namedOption, searchOptions } from '../../../../renderer/components/search-options';
import { countryOptions } from '../../../../renderer/registration/fields/country-codes';
import {
  languageOptions,
  listedTag,
  localeOptions,
} from '../../../../renderer/registration/fields/languages';
import {
  findZoneCountries,
  timeZoneOptions,
  type ZoneCountries,
} from '../../../../renderer/registration/fields/time-zones';
import { field, profile } from '../views';
import { openScreen } from '../wizard';

vi.setConfig({ testTimeout: 20_000 });

const words = {
  utc: 'Coordinated Universal Time',
  place: (country: string, city: string) => `${country}: ${city}`,
};
const zones = (locale = 'en', countries: ZoneCountries = new Map()) =>
  timeZoneOptions(locale, countries, words);

describe('the time zones', () => {
  const values = zones().map(({ value }) => value);

  it.each([
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Europe/Kyiv',
    'Asia/Ho_Chi_Minh',
    'Asia/Yangon',
    'America/Nuuk',
    'America/Argentina/Buenos_Aires',
    'Pacific/Pohnpei',
    'UTC',
  ])('have %s by its name of today, once', (zone) => {
    expect(values.filter((value) => value === zone)).toHaveLength(1);
  });

  it.each(['Asia/Calcutta', 'Europe/Kiev', 'Asia/Saigon', 'Asia/Rangoon', 'Asia/Katmandu'])(
    'do not have %s, but are found by it',
    (old) => {
      expect(values).not.toContain(old);
      expect(searchOptions(zones(), old)).toHaveLength(1);
    },
  );

  it.each([
    ['kolkata', 'Asia/Kolkata'],
    ['ho chi', 'Asia/Ho_Chi_Minh'],
    ['gmt', 'UTC'],
    ['utc', 'UTC'],
    ['new york', 'America/New_York'],
  ])('are found by %s', (typed, zone) => {
    expect(searchOptions(zones(), typed)[0]?.value).toBe(zone);
  });

  it('are named by their country in the language of the person, and found by it', async () => {
    const german = zones('de', await findZoneCountries());
    expect(german.find(({ value }) => value === 'Asia/Kolkata')?.label).toBe('Indien: Kolkata');
    for (const typed of ['indien', 'India']) {
      expect(searchOptions(german, typed).map(({ value }) => value)).toContain('Asia/Kolkata');
    }
  });

  it('are all known to the platform', () => {
    for (const timeZone of values)
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  });
});

describe('the languages', () => {
  it('are tags of RFC 5646, and pairs as Okta joins them', () => {
    const tags = languageOptions('en').map(({ value }) => value);
    expect(tags).toEqual(expect.arrayContaining(['en', 'en-GB', 'de-CH', 'pt-BR', 'zh-TW', 'ar']));
    expect(Intl.getCanonicalLocales(tags)).toEqual(tags);
    const locales = localeOptions('en').map(({ value }) => value);
    expect(locales).toEqual(expect.arrayContaining(['en_GB', 'de_CH', 'nb_NO', 'zh_TW']));
    expect(locales.every((value) => /^[a-z]{2}_[A-Z]{2}$/.test(value))).toBe(true);
    expect(new Set(tags).size).toBe(tags.length);
    expect(new Set(locales).size).toBe(locales.length);
  });

  it.each([
    ['en', 'British', 'en-GB', 'English (United Kingdom)'],
    ['en', 'Deutsch', 'de', 'German'],
    ['de', 'englisch königreich', 'en-GB', 'Englisch (Vereinigtes Königreich)'],
    ['ja', 'フランス語', 'fr', 'フランス語'],
    ['ar', 'الألمانية', 'de', 'الألمانية'],
  ])('are in the language of the person (%s), and found by “%s”', (locale, typed, value, label) => {
    expect(searchOptions(languageOptions(locale), typed)[0]).toMatchObject({ value, label });
  });

  it('know what a computer is set to, or the language alone', () => {
    expect(listedTag(['en-GB'], localeOptions('en'))).toBe('en_GB');
    expect(listedTag(['de-US', 'fr-FR'], languageOptions('en'))).toBe('de');
    expect(listedTag(['tlh'], languageOptions('en'))).toBeNull();
  });
});

describe('the countries', () => {
  it.each([
    ['United Kingdom', 'GB'],
    ['GB', 'GB'],
    ['Niger', 'NE'],
    ['vereinigtes', undefined],
  ])('are named by %s', (typed, value) => {
    expect(namedOption(countryOptions('en'), typed)?.value).toBe(value);
  });
});

describe('an attribute with a list of the app’s own', () => {
  const lists = [
    field('userProfile.preferredLanguage', { control: 'language' }),
    field('userProfile.locale', { control: 'locale' }),
    field('userProfile.countryCode', { control: 'country' }),
    field('userProfile.timezone', { control: 'timezone' }),
  ];

  beforeEach(() => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB']));
  afterEach(() => vi.restoreAllMocks());

  it('is sent in the form that Okta wants, whatever words it was found by', async () => {
    const desk = await openScreen({ ...profile, fields: lists });
    await desk.input('userProfile.preferredLanguage').setValue('British English');
    await desk.input('userProfile.locale').setValue('english united kingdom');
    await desk.input('userProfile.countryCode').setValue('United Kingdom');
    await desk.input('userProfile.timezone').setValue('Asia/Calcutta');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      'userProfile.preferredLanguage': 'en-GB',
      'userProfile.locale': 'en_GB',
      'userProfile.countryCode': 'GB',
      'userProfile.timezone': 'Asia/Kolkata',
    });
  });

  it('is not sent in words that the list has not', async () => {
    const desk = await openScreen({ ...profile, fields: lists.slice(2, 3) });
    await desk.input('userProfile.countryCode').setValue('Atlantis');
    await desk.send();
    expect(desk.sent).toHaveLength(0);
    expect(desk.page.text()).toContain('Choose one from the list.');
  });

  it('suggests what the computer is set to, and takes it only when told to', async () => {
    const desk = await openScreen({ ...profile, fields: lists.slice(0, 1) });
    expect(desk.page.text()).toContain('This computer is set to: English (United Kingdom)');
    await desk.send();
    expect(desk.sent).toHaveLength(0);
    await desk.button('Use this').trigger('click');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'userProfile.preferredLanguage': 'en-GB' });
  });

  it('can be emptied again where it is optional', async () => {
    const one = { ...lists[2], name: 'userProfile.countryCode', value: 'DE', isRequired: false };
    const desk = await openScreen({
      ...profile,
      fields: [field(one.name, { ...one, control: 'country' })],
    });
    await desk.input(one.name).setValue('');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'userProfile.countryCode': '' });
  });
});
