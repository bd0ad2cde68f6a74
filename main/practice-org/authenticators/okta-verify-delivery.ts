import { messages } from '../model/messages';
import type { Enrollment, EnrollmentContext, EnrollmentResult } from '../model/authenticator';
import { parsePhoneNumber } from './phone-number';
import { refuse, refuseFields, typed } from './refusals';
import { noteSent, wasSentRecently } from './send-interval';

/** The link to Okta Verify, on its way by mail or text message. */
export interface Delivery {
  /** Null until the person said where. */
  sentTo(): string | null;
  readonly send: NonNullable<Enrollment['send']>;
  readonly resend: NonNullable<Enrollment['resend']>;
}

export function createDelivery(
  context: EnrollmentContext,
  channel: 'email' | 'sms',
  link: string,
): Delivery {
  let sentTo: string | null = null;
  const deliver = (to: string): EnrollmentResult => {
    const address = `okta_verify:${to}`;
    if (wasSentRecently(context, address)) return refuse(tooSoon[channel], 429);
    context.org.outbox.send({ channel, to, link, ...letters[channel](link) });
    noteSent(context, address);
    sentTo = to;
    return { kind: 'pending' };
  };
  return {
    sentTo: () => sentTo,
    send(body) {
      const destination = read[channel](body);
      return typeof destination === 'string' ? deliver(destination) : destination;
    },
    resend: () => (sentTo === null ? refuse(messages.badRequest) : deliver(sentTo)),
  };
}

const tooSoon = { email: messages.tooManyRequests, sms: messages.sentRecently.sms };

const letters = {
  email: (link: string) => ({
    subject: 'Set up Okta Verify',
    text: `Open this link on the phone that has Okta Verify: ${link}`,
  }),
  sms: (link: string) => ({ text: `Set up Okta Verify on this phone: ${link}` }),
};

type Read = (body: Readonly<Record<string, unknown>>) => string | EnrollmentResult;

const read: Readonly<Record<'email' | 'sms', Read>> = {
  email(body) {
    const email = typed(body, 'email');
    if (email === '') return refuseFields({ email: [messages.required] });
    const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
    return isAddress ? email : refuseFields({ email: [messages.invalidLoginEmail('Email')] });
  },
  sms(body) {
    if (typed(body, 'phoneNumber') === '')
      return refuseFields({ phoneNumber: [messages.required] });
    const number = parsePhoneNumber(body['phoneNumber']);
    return number && number.extension === null ? number.number : refuse(messages.invalidPhone);
  },
};
