import type { Org } from '../org';
import type { AuthenticatorKey } from '../policy/schema';
import type { Authenticator } from './authenticator';
import { email } from './email';
import { password } from './password';
import { phone } from './phone';

export const authenticators: Readonly<Record<AuthenticatorKey, Authenticator>> = {
  okta_password: password,
  okta_email: email,
  phone_number: phone,
};

export function findAuthenticator(org: Org, id: unknown): Authenticator | undefined {
  return Object.values(authenticators).find(({ key }) => org.authenticatorIds[key] === id);
}
