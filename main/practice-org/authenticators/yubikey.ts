import { group } from '../model/form';
import { answerForm } from './answer-form';
import type { Authenticator, Enrollment, EnrollmentContext } from '../model/authenticator';
import { blankFields, createAttempts, typed } from './refusals';

/** A YubiKey types its code itself. */
export const yubikey: Authenticator = {
  key: 'yubikey_token',
  type: 'security_key',
  displayName: 'YubiKey Authenticator',
  allowedFor: 'sso',
  methods: () => ['otp'],
  optionFields: () => [{ name: 'methodType', required: false, value: 'otp', mutable: false }],
  begin: (context) => ({ enrollment: enroll(context) }),
};

/** Yubico's alphabet, whose keys lie alike on most keyboards: 12 for the key, 32 for its code. */
const code = /^[cbdefghijklnrtuv]{44}$/;

function enroll({ org }: EnrollmentContext): Enrollment {
  const attempts = createAttempts(org);
  return {
    authenticator: yubikey,
    view: () => ({
      form: answerForm(
        group('credentials', [
          {
            name: 'passcode',
            label: 'Insert then tap your YubiKey',
            required: true,
            secret: true,
          },
        ]),
      ),
    }),
    answer(credentials) {
      const blank = blankFields(credentials, ['passcode']);
      if (blank) return blank;
      // With Caps Lock on it types capitals.
      return code.test(typed(credentials, 'passcode').toLowerCase())
        ? { kind: 'enrolled', methods: ['otp'] }
        : attempts.refuse();
    },
  };
}
