import { messages } from '../model/messages';
import { answerForm } from './answer-form';
import type { Authenticator, Enrollment, EnrollmentContext } from '../model/authenticator';
import { createPasskeyRegistration, passkeyCredentials } from './passkey-registration';
import { refuse } from './refusals';

/** Passkeys and security keys. */
export const webauthn: Authenticator = {
  key: 'webauthn',
  type: 'security_key',
  displayName: 'Passkeys',
  allowedFor: 'sso',
  methods: () => ['webauthn'],
  optionFields: () => [{ name: 'methodType', required: false, value: 'webauthn', mutable: false }],
  begin: (context) => ({ enrollment: enroll(context) }),
};

function enroll({ account, origin }: EnrollmentContext): Enrollment {
  const { activationData, check } = createPasskeyRegistration(account, origin);
  return {
    authenticator: webauthn,
    view: () => ({
      form: answerForm(passkeyCredentials),
      contextualData: { activationData },
      settings: {},
    }),
    answer(credentials) {
      const credentialId = check(credentials);
      return credentialId === null
        ? refuse(messages.enrollmentFailed)
        : { kind: 'enrolled', methods: ['webauthn'], credentialId };
    },
  };
}
