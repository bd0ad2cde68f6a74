import type { Field } from '../model/form';
import { messages } from '../model/messages';
import type { EmailLinkOutcome } from '../model/email-links';
import type { Authenticator, Enrollment, EnrollmentContext } from '../model/authenticator';
import { dataForm } from './data-form';
import { createPasscode, passcodeForm } from './passcode';
import { refuse } from './refusals';
import { noteSent, wasSentRecently } from './send-interval';

export const email: Authenticator = {
  key: 'okta_email',
  type: 'email',
  displayName: 'Email',
  allowedFor: 'any',
  methods: () => ['email'],
  optionFields: () => [{ name: 'methodType', required: false, value: 'email', mutable: false }],
  begin(context) {
    const { step } = context.transaction;
    const open = step.at === 'enrollment' ? step.enrollment : null;
    const isOpen = open?.authenticator === email;
    // Back from the list of methods within the interval: the code already sent stays good.
    const isSent = isOpen && open.resend !== undefined;
    if (isSent && wasSentRecently(context, addressOf(context))) return { enrollment: open };
    const asksFirst = context.org.policy.emailDataFirst && !isOpen;
    return { enrollment: asksFirst ? askToSend(context) : enroll(context) };
  },
};

/** A choice of one, as Okta sends it: the widget's third generation draws nothing that is fixed, and so sends nothing. */
const methodType: Field = {
  name: 'methodType',
  type: 'string',
  required: false,
  options: [{ label: 'Email', value: 'email' }],
};

/** `authenticator-enrollment-data`: nothing is sent before the person wants it. */
function askToSend({ org }: EnrollmentContext): Enrollment {
  return {
    authenticator: email,
    view: () => ({
      form: dataForm(org, 'okta_email', email.displayName, [methodType]),
    }),
    answer: () => refuse(messages.badRequest),
  };
}

function addressOf({ account }: EnrollmentContext): string {
  return String(account.profile['email']);
}

function enroll(context: EnrollmentContext): Enrollment {
  const { org } = context;
  const address = addressOf(context);
  const passcode = createPasscode(org);
  let isOpened = false;

  const openLink = (code: string): EmailLinkOutcome => {
    const { magicLinkPage, emailCallbackUri } = org.policy;
    if (code !== passcode.current) return { kind: 'stale' };
    if (passcode.isExpired()) return { kind: 'expired' };
    if (emailCallbackUri !== undefined) {
      return { kind: 'redirect', uri: callback(emailCallbackUri, context, code) };
    }
    if (magicLinkPage === 'shows-code') return { kind: 'code', code };
    isOpened = true;
    return { kind: 'return-to-original-tab' };
  };

  const send = () => {
    const code = passcode.renew();
    const link = org.policy.magicLink
      ? org.emailLinks.add(context.origin, context.transaction.request.clientId, () =>
          openLink(code),
        )
      : null;
    org.outbox.send({
      to: address,
      channel: 'email',
      subject: 'Confirm your email address',
      text: letter(code, link),
      code,
      link,
    });
    noteSent(context, address);
  };
  send();

  return {
    authenticator: email,
    view: () => ({
      form: passcodeForm(org),
      contextualData: { useEmailMagicLink: org.policy.magicLink },
      canResend: true,
      canPoll: true,
    }),
    answer: (credentials) => passcode.answer(credentials['passcode'], ['email']),
    resend() {
      if (wasSentRecently(context, address)) {
        return refuse(messages.tooManyRequests, 429);
      }
      send();
      return { kind: 'pending' };
    },
    isFinishedElsewhere: () => isOpened,
  };
}

function letter(code: string, link: string | null): string {
  const withLink = link === null ? [] : [`Open this link to confirm your address: ${link}`];
  const withCode = link === null ? `Enter this code: ${code}` : `Or enter this code: ${code}`;
  return ['Someone signed up with this address.', ...withLink, withCode].join('\n\n');
}

/** Okta adds the transaction's state and the code to the app's "Email verification experience". */
function callback(uri: string, { transaction }: EnrollmentContext, otp: string): string {
  const url = new URL(uri);
  url.searchParams.set('state', transaction.request.state ?? '');
  url.searchParams.set('otp', otp);
  return url.href;
}
