import { useI18n } from 'vue-i18n';
import type { AuthenticatorView } from '../../../../preload/contract/registration/authenticator';
import { isInGrace } from './grace-period';

/** What else there is to know of a method before it is chosen: its use, its deadline, its limits. */
export function useMethodNotes() {
  const { t } = useI18n();

  function deadline({ gracePeriod }: AuthenticatorView, now: number): string {
    if (gracePeriod === null) return '';
    if (gracePeriod.kind === 'count') return t('methods.picker.skipsLeft', gracePeriod.remaining);
    const days = Math.floor((gracePeriod.expiry - now) / 86_400_000);
    return days < 1 ? t('methods.picker.dueToday') : t('methods.picker.dueDays', days);
  }

  return (authenticator: AuthenticatorView | null, now: number): string[] => {
    if (!authenticator) return [];
    const { usage, isEnrolled, unavailable, needs } = authenticator;
    const notes = [
      usage !== null && usage !== 'none' ? t(`methods.picker.usage.${usage}`) : '',
      isEnrolled ? t('methods.picker.enrolled') : '',
      isInGrace(authenticator, now) ? deadline(authenticator, now) : '',
      unavailable ? t(`methods.picker.unavailable.${unavailable}`) : '',
      needs && !unavailable ? t(`methods.picker.needs.${needs}`) : '',
    ];
    return notes.filter((note) => note !== '');
  };
}
