import type { MessageView } from '../../../preload/contract/registration/message';
import { deviceMessage, isAboutDevice } from './device-messages';

export interface DeviceOption {
  /** “Option 1:”, where the org numbers them. */
  readonly heading: MessageView | null;
  readonly steps: readonly MessageView[];
}

/** What is shown in a box of its own: one message, or all that a device lacks. */
export type MessageBlock =
  | {
      readonly kind: 'message';
      readonly level: MessageView['level'];
      readonly message: MessageView;
    }
  | {
      readonly kind: 'device';
      readonly level: MessageView['level'];
      readonly title: MessageView | null;
      readonly explanations: readonly MessageView[];
      readonly options: readonly DeviceOption[];
      readonly help: readonly MessageView[];
    };

/**
 * Okta sends what a device lacks as a flat run of messages: a title, a sentence, and for every
 * option its number followed by its steps. The list takes the place of its first message.
 */
export function messageBlocks(messages: readonly MessageView[]): MessageBlock[] {
  const ofDevice = messages.filter(isAboutDevice);
  return messages.flatMap((message): MessageBlock[] => {
    if (message === ofDevice[0]) return [deviceBlock(ofDevice)];
    if (ofDevice.includes(message) || isSilent(message)) return [];
    return [{ kind: 'message', level: message.level, message }];
  });
}

/** A note that says nothing tells nothing; an error without words is still an error. */
function isSilent({ level, key, text, links }: MessageView): boolean {
  return level !== 'error' && key === null && text.trim() === '' && links.length === 0;
}

function deviceBlock(messages: readonly MessageView[]): MessageBlock {
  const partOf = (message: MessageView) => deviceMessage(message)?.part ?? 'step';
  const title = messages.find((message) => isTitle(message)) ?? null;
  const options: { heading: MessageView | null; steps: MessageView[] }[] = [];
  for (const message of messages) {
    if (partOf(message) === 'option') options.push({ heading: message, steps: [] });
    if (partOf(message) !== 'step' || message === title) continue;
    if (options.length === 0) options.push({ heading: null, steps: [] });
    options.at(-1)?.steps.push(message);
  }
  return {
    kind: 'device',
    level: title?.level ?? 'error',
    title,
    explanations: messages.filter((message) => partOf(message) === 'explanation'),
    options,
    help: messages.filter((message) => partOf(message) === 'help'),
  };
}

/** Also a deadline in a form that the app cannot read. */
function isTitle(message: MessageView): boolean {
  return deviceMessage(message)?.part === 'title' || /\.title(\.|$)/.test(message.key ?? '');
}
