import { messages } from '../idx/messages';
import type { EmailLinkOutcome } from '../pages/email-links';
import type { Authenticator, Enrollment, EnrollmentContext } from './authenticator';
import { createPasscode, passcodeForm } from './passcode';
import { noteSent, wasSentRecently } from './send-interval';

export const email: Authenticator = {
  key: 'okta_email',
  type: 'email',
  displayName: 'Email',
  allowedFor: 'any',
  methods: () => ['email'],
  optionFields: () => [{ name: 'methodType', required: false, value: 'email', mutable: false }],
  begin(context) {
    // Back from the list of methods within the interval: the code already sent stays good.
    const { step } = context.transaction;
    const open = step.at === 'enrollment' ? step.enrollment : null;
    if (open?.authenticator === email && wasSentRecently(context, addressOf(context))) {
      return { enrollment: open };
    }
    return { enrollment: enroll(context) };
  },
};

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
        return {
          kind: 'refused',
          refusal: { status: 429, messages: [messages.tooManyRequests] },
        };
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
