import * as v from 'valibot';
import { nothing, text, Timestamp } from './common';
import { call } from './define';

export const OutboxMessage = v.strictObject({
  id: text(100),
  to: text(500),
  channel: v.picklist(['email', 'sms', 'voice']),
  subject: v.nullable(text(500)),
  text: text(4000),
  code: v.nullable(text(100)),
  link: v.nullable(text(2000)),
  sentAt: Timestamp,
});
export type OutboxMessage = v.InferOutput<typeof OutboxMessage>;

export const Outbox = v.pipe(v.array(OutboxMessage), v.maxLength(200));

/** These exist only while the practice org is in use. */
export const practiceCalls = {
  /** The mail, text messages and calls the practice org sent, newest first. */
  outbox: call({ request: nothing, response: Outbox }),
  /** Opens the link of a practice mail in the system's browser. */
  openLink: call({
    request: v.strictObject({ message: text(100) }),
    response: nothing,
    errors: ['no-such-message', 'not-opened'],
  }),
} as const;

export const practiceEvents = {
  'practice.outboxChanged': Outbox,
} as const;
