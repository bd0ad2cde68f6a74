import type { tokenChecks } from '../../../preload/contract/readiness';
import type { Outcome } from '../outcome';
import type { Visit } from '../public/visit';
import { createManagementApi } from './api';
import { checkAppAssignment } from './app-assignment';
import { checkAppSettings } from './app-settings';
import { checkAuthorizationServer } from './authorization-server';
import { checkCaptcha } from './captcha';
import { checkDomains } from './domains';
import { checkInitiateLogin } from './initiate-login';
import { checkInlineHook } from './inline-hook';
import { checkOptionalAuthenticators } from './optional-authenticators';
import { checkPasswordRules } from './password-rules';
import { checkRateLimits } from './rate-limits';
import { checkSignInPolicy } from './sign-in-policy';
import { checkSignUpPolicy } from './sign-up-policy';
import { createSubject, type Subject } from './subject';
import { checkSystemLog } from './system-log';

export type TokenCheck = (typeof tokenChecks)[number];
export type ManagementChecks = Readonly<Record<TokenCheck, () => Promise<Outcome>>>;

const table: Readonly<Record<TokenCheck, (subject: Subject) => Promise<Outcome>>> = {
  'sign-up-policy': checkSignUpPolicy,
  'app-assignment': checkAppAssignment,
  'optional-authenticators': checkOptionalAuthenticators,
  'app-settings': checkAppSettings,
  'authorization-server': checkAuthorizationServer,
  captcha: checkCaptcha,
  'password-rules': checkPasswordRules,
  domains: checkDomains,
  'sign-in-policy': checkSignInPolicy,
  'initiate-login': checkInitiateLogin,
  'inline-hook': checkInlineHook,
  'rate-limits': checkRateLimits,
  'system-log': checkSystemLog,
};

/** The checks that read the org's settings with a read-only token. */
export function manageAt({ connection, sending }: Visit, token: string): ManagementChecks {
  const api = createManagementApi(sending, connection.orgUrl, token);
  const subject = createSubject(api, connection);
  return Object.fromEntries(
    Object.entries(table).map(([check, run]) => [check, () => run(subject)]),
  ) as ManagementChecks;
}
