import type { ListOption } from '../../components/search-options';

/**
 * Languages and the countries in which they are written, as Unicode's CLDR has them; the platform
 * knows their names, but does not list them.
 */
const spoken =
  'af NA ZA, ak GH, am ET, ar AE BH DJ DZ EG EH ER IL IQ JO KM KW LB LY MA MR OM PS QA SA SD SO ' +
  'SS SY TD TN YE, as IN, az AZ, ba RU, be BY, bg BG, bm ML, bn BD IN, bo CN IN, br FR, bs BA, ' +
  'ca AD ES FR IT, ce RU, ckb IQ IR, cs CZ, cv RU, cy GB, da DK GL, de AT BE CH DE IT LI LU, dz ' +
  'BT, ee GH TG, el CY GR, en AE AG AI AS AT AU BB BE BI BM BS BW BZ CA CC CH CK CM CX CY CZ DE ' +
  'DK DM EE ER ES FI FJ FK FM FR GB GD GE GG GH GI GM GS GU GY HK HU ID IE IL IM IN IO IT JE JM ' +
  'JP KE KI KN KY LC LR LS LT LV MG MH MO MP MS MT MU MV MW MY NA NF NG NL NO NR NU NZ PG PH PK ' +
  'PL PN PR PT PW RO RW SB SC SD SE SG SH SI SK SL SS SX SZ TC TK TO TT TV TZ UA UG UM US VC VG ' +
  'VI VU WS ZA ZM ZW, es AR BO BR BZ CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PH PR PY SV US ' +
  'UY VE, et EE, eu ES, fa AF IR, ff BF CM GH GM GN GW LR MR NE NG SL SN, fi FI, fil PH, fo DK ' +
  'FO, fr BE BF BI BJ BL CA CD CF CG CH CI CM DJ DZ FR GA GF GN GP GQ HT KM LU MA MC MF MG ML ' +
  'MQ MR MU NC NE PF PM RE RW SC SN SY TD TG TN VU WF YT, fy NL, ga GB IE, gd GB, gl ES, gu IN, ' +
  'gv IM, ha GH NE NG, haw US, he IL, hi IN, hr BA HR, hu HU, hy AM, id ID, ig NG, ii CN, is ' +
  'IS, it CH IT SM VA, ja JP, jv ID, ka GE, ki KE, kk CN KZ, kl GL, km KH, kn IN, ko CN KP KR, ' +
  'kok IN, ks IN, ku IQ SY TR, kw GB, ky KG, lb LU, lg UG, ln AO CD CF CG, lo LA, lt LT, lu CD, ' +
  'lv LV, mg MG, mi NZ, mk MK, ml IN, mn MN, mr IN, ms BN ID MY SG, mt MT, my MM, nb NO SJ, nd ' +
  'ZW, ne IN NP, nl AW BE BQ CW NL SR SX, nn NO, oc ES FR, om ET KE, or IN, os GE RU, pa IN PK, ' +
  'pl PL, ps AF PK, pt AO BR CH CV GQ GW LU MO MZ PT ST TL, qu BO EC PE, rm CH, rn BI, ro MD ' +
  'RO, ru BY KG KZ MD RU UA, rw RW, sa IN, sc IT, sd IN PK, se FI NO SE, sg CF, si LK, sk SK, ' +
  'sl SI, sn ZW, so DJ ET KE SO, sq AL MK XK, sr BA ME RS XK, st LS ZA, su ID, sv AX FI SE, sw ' +
  'CD KE TZ UG, ta IN LK MY SG, te IN, tg TJ, th TH, ti ER ET, tk TM, tn BW ZA, to TO, tr CY ' +
  'TR, tt RU, ug CN, uk UA, ur IN PK, uz AF UZ, vi VN, wo SN, xh ZA, yi UA, yo BJ NG, yue CN HK ' +
  'MO, zh CN HK MO MY SG TW, zu ZA';

interface Spoken {
  readonly language: string;
  readonly countries: readonly string[];
}

const languages: readonly Spoken[] = spoken.split(', ').map((row) => {
  const [language = '', ...countries] = row.split(' ');
  return { language, countries };
});

/**
 * Values of Okta's `preferredLanguage`: language tags (RFC 5646), of a language alone and of a
 * language as a country writes it.
 */
export function languageOptions(locale: string): ListOption[] {
  const tags = languages.flatMap(({ language, countries }) => [
    language,
    ...countries.map((country) => `${language}-${country}`),
  ]);
  return named(tags, locale, (tag) => tag);
}

/**
 * Values of Okta's `locale`: the language's code of two letters (ISO 639-1), an underscore and the
 * country's code (ISO 3166-1), as in `en_US`.
 */
export function localeOptions(locale: string): ListOption[] {
  const tags = languages
    .filter(({ language }) => language.length === 2)
    .flatMap(({ language, countries }) => countries.map((country) => `${language}-${country}`));
  return named(tags, locale, (tag) => tag.replace('-', '_'));
}

/** By the names that they have in the app's language; also found in English and their own. */
function named(
  tags: readonly string[],
  locale: string,
  valueOf: (tag: string) => string,
): ListOption[] {
  const { compare } = new Intl.Collator(locale);
  const names = namer(locale, 'standard');
  const english = namer('en', 'standard');
  const colloquial = namer('en', 'dialect');
  const own = new Map(languages.map(({ language }) => [language, ownName(language)]));
  return tags
    .map((tag) => ({
      value: valueOf(tag),
      label: names(tag),
      detail: valueOf(tag),
      keywords: [english(tag), colloquial(tag), own.get(tag.split('-')[0] ?? '') ?? ''],
    }))
    .sort((one, other) => compare(one.label, other.label));
}

function namer(locale: string, languageDisplay: 'standard' | 'dialect'): (tag: string) => string {
  const names = new Intl.DisplayNames([locale], { type: 'language', languageDisplay });
  return (tag) => names.of(tag) ?? tag;
}

function ownName(language: string): string {
  return namer(language, 'standard')(language);
}

/** The tag, or the language alone, that is listed for what a computer is set to. */
export function listedTag(tags: readonly string[], options: readonly ListOption[]): string | null {
  const values = new Set(options.map(({ value }) => value));
  for (const tag of tags) {
    const { language, region } = new Intl.Locale(tag);
    const wanted = [`${language}-${region}`, `${language}_${region}`, language];
    const found = wanted.find((value) => values.has(value));
    if (found !== undefined) return found;
  }
  return null;
}
