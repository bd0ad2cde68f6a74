import { useI18n } from 'vue-i18n';
import type { FieldView } from '../../../preload/contract/registration/field';
import { useMessageText } from '../messages/use-message-text';

/** What Okta says of a second address; with any other wording an administrator has spoken. */
const secondEmailDefault = /^use a second email to recover your account/i;

/** What there is to know before a field is filled in: the org's description, and its notes. */
export function useFieldHint(): (field: FieldView) => string | undefined {
  const { t } = useI18n();
  const messageText = useMessageText();

  function descriptionOf({ name, description }: FieldView): string | null {
    const isOwn =
      name === 'userProfile.secondEmail' &&
      (description === null || secondEmailDefault.test(description));
    return isOwn ? t('gates.profile.secondEmail') : description;
  }

  return (field) => {
    const notes = field.messages.filter(({ level }) => level === 'info');
    const all = [descriptionOf(field), ...notes.map((note) => messageText(note, field.name))];
    return all.filter((text) => text !== null && text !== '').join(' ') || undefined;
  };
}
