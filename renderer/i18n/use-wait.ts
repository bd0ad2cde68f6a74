import { useI18n } from 'vue-i18n';
import { remaining } from '../use-clock';

const hour = 3_600_000;
const day = 24 * hour;
/** As long as main tells a wait at most, short of a day for clocks that differ. */
const tooLong = 29 * day;

/** How long there is to wait: a running clock, words for what nobody watches, or not for long. */
export type Wait =
  | { readonly kind: 'clock'; readonly time: string }
  | { readonly kind: 'words'; readonly when: string }
  | { readonly kind: 'later' };

/**
 * The wait until a moment (milliseconds since the epoch) in the shown language: `4:59` below an
 * hour, “in 3 hours” below a day, “in 2 days” above. Null where it is over.
 */
export function useWait(): (until: number | null, now: number) => Wait | null {
  const { locale } = useI18n();
  return (until, now) => {
    if (until === null || until <= now) return null;
    const left = until - now;
    if (left > tooLong) return { kind: 'later' };
    if (left < hour) return { kind: 'clock', time: remaining(until, now) };
    const words = new Intl.RelativeTimeFormat(locale.value);
    const hours = Math.ceil(left / hour);
    const when =
      hours < 24 ? words.format(hours, 'hour') : words.format(Math.round(left / day), 'day');
    return { kind: 'words', when };
  };
}
