import { useI18n } from 'vue-i18n';
import type { MessageView } from '../../../preload/contract/registration/message';
import { useMessageParts } from './use-message-parts';

/** A message as one paragraph, for a field: what happened, what the org says, what to do. */
export function useMessageText(): (message: MessageView, fieldName?: string) => string {
  const { t } = useI18n();
  const partsOf = useMessageParts();
  return (message, fieldName) => {
    const { what, said, next } = partsOf(message, fieldName);
    return [said, next]
      .filter((sentence) => sentence !== null)
      .reduce((first, second) => t('messages.words.sentences', { first, second }), what);
  };
}
