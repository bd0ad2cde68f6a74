import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

/** Points in time (milliseconds since the epoch) in the words and digits of the shown language. */
export function useTime() {
  const { locale } = useI18n();
  const clock = computed(() => new Intl.DateTimeFormat(locale.value, { timeStyle: 'medium' }));
  const moment = computed(
    () => new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }),
  );
  return {
    timeOfDay: (at: number) => clock.value.format(at),
    dateAndTime: (at: number) => moment.value.format(at),
  };
}
