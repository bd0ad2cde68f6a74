import { group, type Field } from '../idx/form';
import { answerForm } from './answer-form';
import type { Authenticator, Enrollment, EnrollmentContext } from './authenticator';
import { checkPassword, passwordSettings } from './password-rules';
import { refuseFields } from './refusals';

export const password: Authenticator = {
  key: 'okta_password',
  type: 'password',
  displayName: 'Password',
  allowedFor: 'sso',
  methods: () => ['password'],
  optionFields: () => [{ name: 'methodType', required: false, value: 'password', mutable: false }],
  begin: (context) => ({ enrollment: enroll(context) }),
};

export const passcodeField: Field = { name: 'passcode', label: 'Enter password', secret: true };

function enroll({ org, account }: EnrollmentContext): Enrollment {
  const rules = org.policy.passwordComplexity;
  return {
    authenticator: password,
    view: () => ({
      form: answerForm(group('credentials', [passcodeField])),
      settings: passwordSettings(rules),
    }),
    answer(credentials) {
      const problems = checkPassword(String(credentials['passcode'] ?? ''), account.profile, rules);
      return problems.length === 0
        ? { kind: 'enrolled', methods: ['password'] }
        : refuseFields({ 'credentials.passcode': problems });
    },
  };
}
