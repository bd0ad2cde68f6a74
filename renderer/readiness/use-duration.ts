import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

/** Milliseconds in the words and digits of the shown language: `340 ms`, `1.2 s`. */
export function useDuration() {
  const { locale } = useI18n();
  const inUnit = (unit: 'millisecond' | 'second') =>
    new Intl.NumberFormat(locale.value, { style: 'unit', unit, maximumFractionDigits: 1 });
  const short = computed(() => inUnit('millisecond'));
  const long = computed(() => inUnit('second'));
  return (milliseconds: number) =>
    milliseconds < 1000 ? short.value.format(milliseconds) : long.value.format(milliseconds / 1000);
}
