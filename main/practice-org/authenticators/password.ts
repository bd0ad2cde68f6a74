import type { Profile } from '../model/accounts';
import { group, type Field } from '../model/form';
import type { Message } from '../model/messages';
import type { Org } from '../model/org';
import { answerForm } from './answer-form';
import type { Authenticator, Enrollment, EnrollmentContext } from '../model/authenticator';
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
      const problems = refusePassword(String(credentials['passcode'] ?? ''), account.profile, org);
      return problems.length === 0
        ? { kind: 'enrolled', methods: ['password'] }
        : refuseFields({ 'credentials.passcode': problems });
    },
  };
}

/** What is wrong with a password, for its rules or because this org is set up to find fault. */
export function refusePassword(
  typed: string,
  profile: Profile,
  { policy, setup }: Org,
): readonly Message[] {
  const problems = checkPassword(typed, profile, policy.passwordComplexity);
  const { password: defect } = setup.defects;
  return problems.length === 0 && defect ? [defect] : problems;
}
