import { useI18n } from 'vue-i18n';
import type { OptionView } from '../../../preload/contract/registration/field';
import { useMethodTexts } from '../methods';

/**
 * The words for one of several answers: which phone it is where somebody has two, and the app's own
 * for a yes or a no to which the org gave none.
 */
export function useOptionText(): (
  option: Pick<OptionView, 'id' | 'label' | 'authenticator'>,
) => string {
  const { t } = useI18n();
  const { nameOf } = useMethodTexts();
  return ({ id, label, authenticator }) => {
    const profile = authenticator?.profile ?? null;
    if (authenticator && profile !== null) {
      const method = nameOf(authenticator.key, label);
      // A number keeps its order among words that run the other way.
      return t('registration.fields.whichOne', {
        method,
        profile: `\u2068${profile}\u2069`,
      });
    }
    return label === id && (id === 'true' || id === 'false')
      ? t(`registration.fields.${id === 'true' ? 'yes' : 'no'}`)
      : label;
  };
}
