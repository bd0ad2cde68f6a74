import { group, type Form } from '../model/form';
import { messages } from '../model/messages';
import { secret } from '../ids';
import { answerForm } from './answer-form';
import type { Authenticator, Enrollment, EnrollmentContext } from '../model/authenticator';
import { blankFields, refuse, refuseFields, typed } from './refusals';

/** A card or badge that a phone pairs, and then a PIN for it. */
export const nfcPin: Authenticator = {
  key: 'nfc_pin',
  type: 'proximity',
  displayName: 'NFC',
  allowedFor: 'sso',
  methods: () => ['nfc'],
  optionFields: () => [{ name: 'methodType', required: false, value: 'nfc', mutable: false }],
  begin: (context) => ({ enrollment: enroll(context) }),
};

const pinLength = 4;

function enroll(context: EnrollmentContext): Enrollment {
  const { org, transaction } = context;
  let isPaired = false;
  /** Okta's leads to Okta Verify; this one pairs at once, on any computer. */
  const setupNfcUrl = org.emailLinks.add(context.origin, transaction.request.clientId, () => {
    isPaired = true;
    return { kind: 'return-to-original-tab' };
  });
  const challenge = { type: 'object', value: { challengeRequest: secret() } };
  const poll: Form = {
    name: 'enroll-poll',
    path: '/idp/idx/authenticators/poll',
    refresh: org.policy.pollSeconds * 1000,
  };
  return {
    authenticator: nfcPin,
    view: () =>
      isPaired
        ? { form: pinForm, settings: { minLength: pinLength, maxLength: pinLength } }
        : { form: poll, contextualData: { setupNfcUrl, challenge }, canCancelPolling: true },
    answer(credentials) {
      if (!isPaired) return refuse(messages.badRequest);
      const blank = blankFields(credentials, ['passcode']);
      if (blank) return blank;
      const isPin = /^\d+$/.test(typed(credentials, 'passcode'));
      return isPin && typed(credentials, 'passcode').length === pinLength
        ? { kind: 'enrolled', methods: ['nfc'] }
        : refuseFields({ 'credentials.passcode': [messages.invalidPasscode] });
    },
    report(outcome) {
      if (outcome === 'approved') isPaired = true;
    },
  };
}

const pinForm = answerForm(
  group('credentials', [{ name: 'passcode', label: 'NFC', secret: true }]),
);
