import { computed, type ComputedRef, onMounted, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { FieldView } from '../../../preload/contract/registration/field';
import type { ListOption } from '../../components/search-options';
import { countryOptions } from './country-codes';
import { languageOptions, listedTag, localeOptions } from './languages';
import {
  currentZone,
  findZoneCountries,
  timeZoneOptions,
  type ZoneCountries,
  zoneOfComputer,
} from './time-zones';

export interface OwnList {
  readonly options: ComputedRef<readonly ListOption[]>;
  /** What this computer is set to, where it is listed; the person decides whether it is theirs. */
  readonly ofComputer: ComputedRef<ListOption | undefined>;
}

/** A list that the app has of its own, for an attribute to which the org gives none. */
export function useOwnList(field: () => FieldView): OwnList {
  const { t, locale } = useI18n();
  const zoneCountries = shallowRef<ZoneCountries>(new Map());
  const listed = computed(() => {
    switch (field().control) {
      case 'timezone':
        return timeZoneOptions(locale.value, zoneCountries.value, {
          utc: t('registration.fields.utc'),
          place: (country, city) => t('registration.fields.place', { country, city }),
        });
      case 'language':
        return languageOptions(locale.value);
      case 'locale':
        return localeOptions(locale.value);
      default:
        return countryOptions(locale.value);
    }
  });
  onMounted(async () => {
    if (field().control === 'timezone') zoneCountries.value = await findZoneCountries();
  });

  const options = computed(() => withSuggestion(listed.value, field().value));
  const ofComputer = computed(() => {
    const value = computersChoice(field().control, options.value);
    return options.value.find((option) => option.value === value);
  });
  return { options, ofComputer };
}

function computersChoice(
  control: FieldView['control'],
  options: readonly ListOption[],
): string | null {
  if (control === 'timezone') return zoneOfComputer();
  const tags = navigator.languages;
  if (control !== 'country') return listedTag(tags, options);
  return tags.map((tag) => new Intl.Locale(tag).region).find(Boolean) ?? null;
}

/** What the org suggests is in the list under the org's own name for it. */
function withSuggestion(
  listed: readonly ListOption[],
  suggested: FieldView['value'],
): readonly ListOption[] {
  if (typeof suggested !== 'string' || suggested === '') return listed;
  if (listed.some(({ value }) => value === suggested)) return listed;
  const today = currentZone(suggested);
  if (listed.some(({ value }) => value === today)) {
    return listed.map((one) => (one.value === today ? { ...one, value: suggested } : one));
  }
  return [{ value: suggested, label: suggested }, ...listed];
}
