import type { Form } from '../model/form';
import { messages } from '../model/messages';
import type { Org } from '../model/org';
import type { AuthenticatorKey } from '../policy/schema';
import { answerForm } from './answer-form';
import type { Authenticator, Enrollment, EnrollmentContext } from '../model/authenticator';
import { enrollmentMessages } from './enrollment-messages';
import { blankFields, createAttempts, refuse, typed } from './refusals';

/** Tokens that an organization's own server checks. */
export const rsaToken = token('rsa_token', 'RSA SecurID');
export const onPrem = token('onprem_mfa', 'On-Prem MFA');

/** A PIN and what the token shows, or one of them. */
const passcode = /^[A-Za-z0-9]{6,16}$/;

function token(key: AuthenticatorKey, displayName: string): Authenticator {
  const authenticator: Authenticator = {
    key,
    type: 'security_key',
    displayName,
    allowedFor: 'sso',
    methods: () => ['otp'],
    optionFields: () => [
      { name: 'methodType', required: false, value: 'otp', mutable: false, visible: false },
    ],
    begin: (context) => ({ enrollment: enroll(context) }),
  };

  function enroll({ org, account }: EnrollmentContext): Enrollment {
    const attempts = createAttempts(org);
    const form = tokenForm(org, key, account.login);
    let hasNewPin = false;
    return {
      authenticator,
      view: () => ({ form }),
      answer(credentials) {
        const { id, methodType } = credentials;
        const isEchoed = id === org.authenticatorIds[key] && methodType === 'otp';
        if (!isEchoed) return refuse(messages.badRequest);
        const blank = blankFields(credentials, ['clientData', 'passcode']);
        if (blank) return blank;
        const given = typed(credentials, 'passcode');
        if (!passcode.test(given)) return attempts.refuse();
        if (given.startsWith('9') && !hasNewPin) {
          hasNewPin = true;
          return refuse(enrollmentMessages.tokenMustChange);
        }
        return { kind: 'enrolled', methods: ['otp'] };
      },
    };
  }
  return authenticator;
}

function tokenForm({ authenticatorIds }: Org, key: AuthenticatorKey, login: string): Form {
  return answerForm({
    name: 'credentials',
    form: {
      value: [
        { name: 'id', required: true, value: authenticatorIds[key], mutable: false },
        { name: 'methodType', required: true, value: 'otp', mutable: false },
        { name: 'clientData', label: 'User Name', value: login, required: true },
        { name: 'passcode', label: 'Passcode', required: true },
      ],
    },
  });
}
