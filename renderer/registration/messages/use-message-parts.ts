import { useI18n } from 'vue-i18n';
import type { MessageView } from '../../../preload/contract/registration/message';
import { useTime } from '../../i18n/use-time';
import type { Explanation } from './catalogue/explanation';
import type { DeviceMessage } from './device-messages';
import { type ExplainedMessage, knownMessage } from './known-messages';
import { messageCatalogue } from './message-catalogue';

/** A message in words, in the order in which they are read. */
export interface MessageParts {
  /** What happened. */
  readonly what: string;
  /** What the org says of it, marked as its words. */
  readonly said: string | null;
  /** What to do. */
  readonly next: string | null;
  readonly fixer: Explanation['fixer'];
  readonly again: Explanation['again'];
  readonly place: string | null;
}

/** A message in the app's words, or in the org's, marked as such. Always text, never markup. */
export function useMessageParts(): (message: MessageView, fieldName?: string) => MessageParts {
  const { t } = useI18n();
  const { dateAndTime } = useTime();

  function ofDevice({ text, params }: DeviceMessage): MessageParts {
    const { date, ...others } = params;
    const shown = date === undefined ? others : { date: dateAndTime(Date.parse(date)) };
    return plain(t(`messages.device.${text}`, shown));
  }

  function explained(message: MessageView, { id, params, attribute }: ExplainedMessage) {
    const { fixer, again, place, isQuoted } = messageCatalogue[id];
    const count = Number(params.count ?? 0);
    const app = params.app === undefined ? t('messages.words.app') : isolated(params.app);
    const host = isolated(params.host ?? '');
    const what = t(`messages.${id}.what`, { app, count, host }, count);
    return {
      what:
        attribute === null
          ? what
          : t('registration.problems.onField', { field: isolated(attribute), problem: what }),
      said: isQuoted && hasWords(message) ? quoted(message.text) : null,
      next: t(`messages.${id}.next`),
      fixer,
      again,
      place: place ?? null,
    };
  }

  function quoted(text: string): string {
    return t('messages.words.serverWords', { text: isolated(text) });
  }

  function unknown(message: MessageView): MessageParts {
    if (hasWords(message)) return plain(quoted(message.text));
    const reference =
      message.key && t('registration.failures.reference', { reference: message.key });
    return { ...plain(t('messages.words.wordless')), next: reference };
  }

  return (message, fieldName) => {
    const known = knownMessage(message, fieldName);
    if (known === null) return unknown(message);
    return 'id' in known ? explained(message, known) : ofDevice(known);
  };
}

function plain(what: string): MessageParts {
  return { what, said: null, next: null, fixer: 'person', again: 'now', place: null };
}

function hasWords({ text }: MessageView): boolean {
  return text.trim() !== '';
}

/** Keeps text of unknown direction from turning the sentence around it (Unicode FSI and PDI). */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
