import { enrol, type Account } from '../../model/accounts';
import {
  createPasskeyRegistration,
  passkeyCredentials,
  type PasskeyRegistration,
} from '../../authenticators/passkey-registration';
import { record } from '../../http/exchange';
import { describeAuthenticator, describeCurrent, describeEnrollments } from '../describe';
import type { Form } from '../../model/form';
import { messages } from '../../model/messages';
import { skipForm } from '../picker-form';
import type { Visit } from '../../model/visit';
import { passed, type Gate, type GateResult } from '../../model/gate';

const path = '/idp/idx/credential/enroll';

const form: Form = {
  name: 'enroll-authenticator-promotion',
  path,
  relatesTo: ['$.currentAuthenticator'],
  fields: [passkeyCredentials],
};

/** "A passkey is easier": offered once, to those who have none. */
export const passkeyPromotion: Gate = {
  name: 'passkey-promotion',
  stands: 'after-methods',
  isWanted: ({ passkeyPromotion: isOn }, { enrollments }) =>
    isOn && !enrollments.some(({ key }) => key === 'webauthn'),
  draw({ org, transaction, origin }) {
    const { account, stateHandle } = transaction;
    if (!account) return {};
    const { activationData } = registrationOf(account, origin);
    const view = { form, contextualData: { activationData }, settings: {} };
    const passkeys = describeAuthenticator(org, 'webauthn');
    return {
      forms: [form, skipForm],
      rest: {
        currentAuthenticator: {
          type: 'object',
          value: describeCurrent(org, 'webauthn', view, { origin, stateHandle }),
        },
        authenticators: { type: 'array', value: [passkeys] },
        authenticatorEnrollments: { type: 'array', value: describeEnrollments(account) },
        enrollmentAuthenticator: { type: 'object', value: passkeys },
      },
    };
  },
  answers: { [path]: create, [skipForm.path]: () => passed },
};

function create({ transaction, origin, body }: Visit): GateResult {
  const { account } = transaction;
  const credentialId =
    account && registrationOf(account, origin).check(record(body['credentials']));
  if (!credentialId) {
    return { kind: 'refused', refusal: { status: 400, messages: [messages.enrollmentFailed] } };
  }
  enrol(account, 'webauthn', ['webauthn'], credentialId);
  return passed;
}

/** One challenge for as long as the page is open. */
const registrations = new WeakMap<Account, PasskeyRegistration>();

function registrationOf(account: Account, origin: string): PasskeyRegistration {
  const known = registrations.get(account);
  if (known) return known;
  const registration = createPasskeyRegistration(account, origin);
  registrations.set(account, registration);
  return registration;
}
