import type { AuthenticatorKey, PolicyInput } from '../../../../main/practice-org/policy/schema';
import { fieldMessages, openSignUp, startTestOrg, type Json, type SignUp } from '../practice';

/** A sign-up in an org that requires this method alone. */
export async function startWith(key: AuthenticatorKey, policy: PolicyInput = {}) {
  const org = await startTestOrg({
    ...policy,
    authenticators: {
      okta_password: 'off',
      okta_email: 'off',
      phone_number: 'off',
      [key]: 'required',
      ...policy.authenticators,
    },
  });
  const signUp = await openSignUp(org);
  await signUp.profile();
  return { org, signUp };
}

export const current = (signUp: SignUp): Json =>
  signUp.last().json['currentAuthenticator']?.['value'] ?? {};

export const contextual = (signUp: SignUp): Json => current(signUp)['contextualData'] ?? {};

export const problems = (signUp: SignUp): readonly string[] =>
  fieldMessages(signUp.form('enroll-authenticator'));

export const isFinished = (signUp: SignUp): boolean =>
  'successWithInteractionCode' in signUp.last().json;

/** Sends what the method's form asks for. */
export const answer = (signUp: SignUp, credentials: object) =>
  signUp.post('enroll-authenticator', { credentials });
