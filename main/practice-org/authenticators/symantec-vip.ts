import { group } from '../model/form';
import { answerForm } from './answer-form';
import type { Authenticator, Enrollment, EnrollmentContext } from '../model/authenticator';
import { blankFields, createAttempts, typed } from './refusals';

/** Symantec's app shows its own ID, and codes one after the other. */
export const symantecVip: Authenticator = {
  key: 'symantec_vip',
  type: 'app',
  displayName: 'Symantec VIP',
  allowedFor: 'sso',
  methods: () => ['otp'],
  optionFields: () => [],
  begin: (context) => ({ enrollment: enroll(context) }),
};

/** Such as VSMT12345678. */
const credentialIdShape = /^[A-Z]{4}\d{8}$/i;
const codeShape = /^\d{6}$/;

function enroll({ org }: EnrollmentContext): Enrollment {
  const attempts = createAttempts(org);
  return {
    authenticator: symantecVip,
    view: () => ({
      form: answerForm(
        group('credentials', [
          { name: 'credentialId', label: 'Enter credential ID', required: true, visible: true },
          { name: 'passcode', label: 'Security Code 1', required: true, visible: true },
          { name: 'nextPasscode', label: 'Security Code 2', required: true, visible: true },
        ]),
      ),
    }),
    answer(credentials) {
      const blank = blankFields(credentials, ['credentialId', 'passcode', 'nextPasscode']);
      if (blank) return blank;
      const passcode = typed(credentials, 'passcode');
      const next = typed(credentials, 'nextPasscode');
      if (!credentialIdShape.test(typed(credentials, 'credentialId'))) {
        return attempts.refuse('credentials.credentialId');
      }
      if (!codeShape.test(passcode)) return attempts.refuse();
      if (!codeShape.test(next) || next === passcode) {
        return attempts.refuse('credentials.nextPasscode');
      }
      return { kind: 'enrolled', methods: ['otp'] };
    },
  };
}
