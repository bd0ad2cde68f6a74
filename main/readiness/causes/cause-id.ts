import {
  type Misconfiguration,
  misconfigurationTable,
} from '../../../preload/contract/misconfigurations';

/** What keeps a check from its answer although the org may be sound. */
export const otherCauses = [
  'offline',
  'name-not-found',
  'connection-refused',
  'no-answer-in-time',
  'proxy-refuses',
  'certificate-not-trusted',
  'client-certificate-wanted',
  'blocked-on-computer',
  'not-an-okta-org',
  'server-error',
  'unusual-answer',
  'admin-address',
  'address-invalid',
  'client-id-invalid',
  'issuer-invalid',
  'redirect-uri-invalid',
  'scopes-invalid',
  'token-refused',
  'token-lacks-permission',
  'authenticators-not-offered',
  'assigned-by-group-rule',
  'form-not-shown',
] as const;

export type CauseId = Misconfiguration | (typeof otherCauses)[number];

export function isMisconfiguration(cause: CauseId): cause is Misconfiguration {
  return Object.hasOwn(misconfigurationTable, cause);
}
