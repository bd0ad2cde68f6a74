import { randomUUID } from 'node:crypto';
import type { OutboxMessage } from '../../../preload/contract/practice';

export type Letter = Pick<OutboxMessage, 'to' | 'channel' | 'text'> &
  Partial<Pick<OutboxMessage, 'subject' | 'code' | 'link'>>;

export interface Outbox {
  send(letter: Letter): void;
  /** Newest first. */
  list(): readonly OutboxMessage[];
  clear(): void;
}

const kept = 200;

/** Everything the org sent, instead of sending it. `changed` hears of each change. */
export function createOutbox(
  now: () => number,
  changed: (messages: readonly OutboxMessage[]) => void,
): Outbox {
  let messages: readonly OutboxMessage[] = [];
  const replace = (next: readonly OutboxMessage[]) => {
    messages = next.slice(0, kept);
    changed(messages);
  };
  return {
    send: (letter) =>
      replace([
        { id: randomUUID(), subject: null, code: null, link: null, ...letter, sentAt: now() },
        ...messages,
      ]),
    list: () => messages,
    clear: () => replace([]),
  };
}
