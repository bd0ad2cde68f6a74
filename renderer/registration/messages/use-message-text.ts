import { useI18n } from 'vue-i18n';
import type { MessageView } from '../../../preload/schemas/registration';
import { knownMessage } from './known-messages';

/** A message in the app's words, or in the server's, marked as such. */
export function useMessageText(): (message: MessageView, fieldName?: string) => string {
  const { t } = useI18n();
  return (message, fieldName) => {
    const own = knownMessage(message, fieldName);
    if (own !== null) return t(`registration.messages.${own}`, [...message.params]);
    if (message.text.trim() === '') return t('registration.messages.wordless');
    return t('registration.messages.serverWords', { text: isolated(message.text) });
  };
}

/** Keeps text of unknown direction from turning the sentence around it (Unicode FSI and PDI). */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
