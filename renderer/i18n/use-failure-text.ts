import { useI18n } from 'vue-i18n';
import type { Failure } from '../../preload/contract/define';

/** A failed call in the person's words, with what to read out to support where there is more to say. */
export function useFailureText() {
  const { t, te } = useI18n();
  return (failure: Failure<string>): string => {
    const key = `app.failure.${failure.code}`;
    const words = t(te(key, 'en') ? key : 'app.failure.unknown');
    if (failure.reference === null) return words;
    return `${words} ${t('app.reference', { reference: failure.reference })}`;
  };
}
