import type { ListOption } from '../../components/search-options';
import { countryCodes, countryNamer } from './country-codes';

/** Names that the platform keeps from before a place changed its own, and those of today (IANA). */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** The name that a zone has today. */
export function currentZone(zone: string): string {
  return Object.hasOwn(renamed, zone) ? (renamed[zone] ?? zone) : zone;
}

/** The zone of this computer; Coordinated Universal Time has several names in the platform. */
export function zoneOfComputer(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return /^(Etc\/)?(UTC|GMT|UCT|Zulu|Universal|Greenwich)$/.test(timeZone)
    ? 'UTC'
    : currentZone(timeZone);
}

/** Codes of the countries that a zone is used in, by the zone's name of today. */
export type ZoneCountries = ReadonlyMap<string, readonly string[]>;

/**
 * Finds out which countries use which zones. The platform takes a while for all of them, so it is
 * asked for a few at a time, and the page stays awake.
 */
export async function findZoneCountries(): Promise<ZoneCountries> {
  const found = new Map<string, string[]>();
  for (const [index, code] of countryCodes.entries()) {
    if (index % 16 === 0) await new Promise((resolve) => setTimeout(resolve));
    for (const zone of zonesOf(code)) {
      const name = currentZone(zone);
      found.set(name, [...(found.get(name) ?? []), code]);
    }
  }
  return found;
}

/** ECMAScript had the zones of a locale as a property before it made them a method. */
function zonesOf(country: string): readonly string[] {
  const locale: object = new Intl.Locale(`und-${country}`);
  const asked: unknown =
    'getTimeZones' in locale && typeof locale.getTimeZones === 'function'
      ? locale.getTimeZones()
      : 'timeZones' in locale && locale.timeZones;
  return Array.isArray(asked) ? asked.filter((zone) => typeof zone === 'string') : [];
}

export interface ZoneWords {
  readonly utc: string;
  readonly place: (country: string, city: string) => string;
}

/**
 * IANA time zones under their names of today, UTC first, the others by country and city. They are
 * found by their earlier names as well.
 */
export function timeZoneOptions(
  locale: string,
  countries: ZoneCountries,
  { utc, place }: ZoneWords,
): ListOption[] {
  const nameOf = countryNamer(locale);
  const englishNameOf = countryNamer('en');
  const { compare } = new Intl.Collator(locale);
  const earlier = new Map(Object.entries(renamed).map(([before, now]) => [now, before]));
  const zones = new Set(Intl.supportedValuesOf('timeZone').map(currentZone));
  zones.delete('UTC');
  const listed = [...zones].map((zone) => {
    const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
    const codes = countries.get(zone) ?? [];
    const [main] = codes;
    const before = earlier.get(zone);
    return {
      value: zone,
      label: main === undefined ? city : place(nameOf(main), city),
      detail: zone,
      keywords: [...codes.flatMap((code) => [nameOf(code), englishNameOf(code)]), city].concat(
        before ?? [],
      ),
    };
  });
  listed.sort((one, other) => compare(one.label, other.label));
  return [{ value: 'UTC', label: utc, detail: 'UTC', keywords: ['GMT', 'Etc/UTC'] }, ...listed];
}
