import { badRequest } from '../model/visit';
import { messages } from '../model/messages';
import type {
  Authenticator,
  Chosen,
  Enrollment,
  EnrollmentContext,
  EnrollmentResult,
  EnrollmentView,
  PhoneOutcome,
} from '../model/authenticator';
import { enrollmentMessages } from './enrollment-messages';
import { deviceBootstrap, sameDevice } from './okta-verify-devices';
import { channelForm, destinationForm, pickerChannels, pollForm } from './okta-verify-forms';
import { createDelivery, type Delivery } from './okta-verify-delivery';
import { qrImage } from './qr-image';
import { refuse } from './refusals';

/** The app on a phone, or on this device: what it did comes from outside, and polls ask for it. */
export const oktaVerify: Authenticator = {
  key: 'okta_verify',
  type: 'app',
  displayName: 'Okta Verify',
  allowedFor: 'any',
  methods: () => ['signed_nonce', 'push', 'totp'],
  optionFields: pickerChannels,
  begin(context, chosen) {
    const channel = chosenChannel(context, chosen);
    if (channel) return { enrollment: enroll(context, channel) };
    const { step } = context.transaction;
    const open = step.at === 'enrollment' ? step.enrollment : null;
    return { enrollment: open?.authenticator === oktaVerify ? open : null, refusal: badRequest };
  },
};

type Channel = EnrollmentContext['org']['policy']['oktaVerifyChannels'][number];

function chosenChannel({ org }: EnrollmentContext, { channel }: Chosen): Channel | undefined {
  const channels = org.policy.oktaVerifyChannels;
  return channel === undefined ? channels[0] : channels.find((known) => known === channel);
}

function enroll(context: EnrollmentContext, channel: Channel): Enrollment {
  const { org, transaction } = context;
  let isAdded = false;
  let complaint: keyof typeof complaints | null = null;

  const report = (outcome: PhoneOutcome) => {
    if (outcome === 'approved') isAdded = true;
    else complaint = outcome;
  };
  const link = org.emailLinks.add(context.origin, transaction.request.clientId, () => {
    const { step } = transaction;
    if (!isAdded && (step.at !== 'enrollment' || step.enrollment !== enrollment)) {
      return { kind: 'stale' };
    }
    report('approved');
    return { kind: 'return-to-original-tab' };
  });
  const delivery =
    channel === 'email' || channel === 'sms' ? createDelivery(context, channel, link) : null;

  const enrollment: Enrollment = {
    authenticator: oktaVerify,
    view: () => view(context, channel, delivery, link),
    answer: () => refuse(messages.badRequest),
    ...(delivery && { send: delivery.send, resend: delivery.resend }),
    poll() {
      const found = complaint;
      complaint = null;
      return found ? refuse(complaints[found]) : pending;
    },
    isFinishedElsewhere: () => isAdded,
    report,
  };
  return enrollment;
}

const pending: EnrollmentResult = { kind: 'pending' };

const complaints = {
  biometrics: enrollmentMessages.biometricsNeeded,
  version: enrollmentMessages.updateNeeded,
  incompatible: enrollmentMessages.deviceIncompatible,
};

function view(
  { org }: EnrollmentContext,
  channel: Channel,
  delivery: Delivery | null,
  link: string,
): EnrollmentView {
  const alongside = [channelForm(org)];
  const selected = { selectedChannel: channel };
  if (channel === 'email' || channel === 'sms') {
    const sentTo = delivery?.sentTo() ?? null;
    if (sentTo === null) {
      return { form: destinationForm(channel), alongside, contextualData: selected };
    }
    const isMail = channel === 'email';
    return {
      form: pollForm(org),
      alongside,
      contextualData: { ...selected, [isMail ? 'email' : 'phoneNumber']: sentTo },
      canResend: true,
      resendFields: [
        {
          name: isMail ? 'email' : 'phone',
          required: true,
          value: sentTo,
          visible: false,
          mutable: false,
        },
      ],
    };
  }
  const shown = {
    qrcode: () => ({ qrcode: qrImage(link) }),
    samedevice: () => ({ samedevice: sameDevice(org, link) }),
    devicebootstrap: () => ({ devicebootstrap: deviceBootstrap }),
  };
  return {
    form: pollForm(org),
    alongside,
    contextualData: { ...shown[channel](), ...selected },
  };
}
