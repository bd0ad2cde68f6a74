import type { Log } from '../log';
import { type Credentials, credentialsIn } from './credentials';
import { endDespite } from './end-despite';
import { openKeytarKeychain } from './keytar-keychain';

export type { Credentials, WriteOutcome } from './credentials';
export { type SecretName, secretNames } from './secret-name';
export type { ReadOutcome } from './stored-secret';

export interface CredentialsOptions {
  readonly log: Log;
  readonly platform?: NodeJS.Platform;
  /** Under which name the entries appear in the system's keychain app. */
  readonly service?: string;
  /** Milliseconds for a keychain to answer, including a person who is asked to unlock it. */
  readonly limit?: number;
}

/** The user's keychain. Nothing native is loaded before the first read, write or removal. */
export function createCredentials(options: CredentialsOptions): Credentials {
  const keychain = openKeytarKeychain({
    service: options.service ?? 'Frontdesk',
    platform: options.platform ?? process.platform,
    load: async () => (await import('keytar')).default,
    limit: options.limit ?? 15_000,
    onCall: (call) => endDespite(call),
  });
  return credentialsIn(keychain, options.log);
}
