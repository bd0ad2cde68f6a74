import { messages, type Message } from '../model/messages';
import type { Field } from '../model/form';
import type { Policy } from '../policy/schema';
import type { Authenticator, Chosen, Enrollment, EnrollmentContext } from '../model/authenticator';
import { dataForm } from './data-form';
import { createPasscode, passcodeForm } from './passcode';
import { parsePhoneNumber, type PhoneNumber } from './phone-number';
import { refuse } from './refusals';
import { noteSent, wasSentRecently } from './send-interval';

type Method = Policy['phoneMethods'][number];
const sendEvents = {
  sms: 'system.sms.send_phone_verification_message',
  voice: 'system.voice.send_phone_verification_call',
} as const;
const methodLabels = { sms: 'SMS', voice: 'Voice call' } as const;

export const phone: Authenticator = {
  key: 'phone_number',
  type: 'phone',
  displayName: 'Phone',
  allowedFor: 'any',
  methods: ({ phoneMethods }) => phoneMethods,
  optionFields: (policy) => numberFields(policy, false),
  begin(context, chosen) {
    if (chosen['phoneNumber'] === undefined) return { enrollment: askForNumber(context) };
    const method = chosenMethod(context, chosen);
    const number = parsePhoneNumber(chosen['phoneNumber']);
    if (!method) return askAgain(context, 400, messages.badRequest);
    if (!number || (method === 'sms' && number.extension !== null)) {
      return askAgain(context, 400, messages.invalidPhone);
    }
    const { phone: defect } = context.org.setup.defects;
    if (defect) {
      context.org.systemLog.note(sendEvents[method], 'DENY');
      return askAgain(context, defect.status, defect.message(method));
    }
    if (wasSentRecently(context, addressOf(method, number))) {
      return askAgain(context, 429, messages.sentRecently[method]);
    }
    return { enrollment: askForCode(context, method, number) };
  },
};

function numberFields({ phoneMethods }: Policy, required: boolean): readonly Field[] {
  return [
    {
      name: 'methodType',
      type: 'string',
      required,
      options: phoneMethods.map((value) => ({ label: methodLabels[value], value })),
    },
    { name: 'phoneNumber', label: 'Phone number', type: 'string', required },
  ];
}

function chosenMethod({ org }: EnrollmentContext, { methodType }: Chosen): Method | undefined {
  const methods = org.policy.phoneMethods;
  return methodType === undefined ? methods[0] : methods.find((method) => method === methodType);
}

function addressOf(method: Method, { number }: PhoneNumber): string {
  return `${method}:${number}`;
}

function askAgain(context: EnrollmentContext, status: number, message: Message) {
  return { enrollment: askForNumber(context), refusal: { status, messages: [message] } };
}

/** `authenticator-enrollment-data`: which number, and how to reach it. */
function askForNumber({ org }: EnrollmentContext): Enrollment {
  return {
    authenticator: phone,
    view: () => ({
      form: dataForm(org, 'phone_number', phone.displayName, numberFields(org.policy, true)),
    }),
    answer: () => refuse(messages.badRequest),
  };
}

function askForCode(context: EnrollmentContext, method: Method, number: PhoneNumber): Enrollment {
  const { org } = context;
  const passcode = createPasscode(org);
  const address = addressOf(method, number);
  const send = () => {
    const code = passcode.renew();
    org.outbox.send({
      to: number.extension === null ? number.number : `${number.number}x${number.extension}`,
      channel: method,
      text:
        method === 'sms'
          ? `Your verification code is ${code}.`
          : `Hello. Your verification code is ${[...code].join(' ')}. Again, your code is ${[...code].join(' ')}. Goodbye.`,
      code,
    });
    noteSent(context, address);
  };
  send();
  return {
    authenticator: phone,
    view: () => ({ form: passcodeForm(org), methods: [method], canResend: true }),
    answer: (credentials) => passcode.answer(credentials['passcode'], [method]),
    resend() {
      if (wasSentRecently(context, address)) {
        return refuse(messages.sentRecently[method], 429);
      }
      send();
      return { kind: 'pending' };
    },
  };
}
