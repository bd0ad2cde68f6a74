/** Why a keychain gives no answer: it waits for its owner, or there is none to ask. */
export type Refusal = 'locked' | 'unavailable';

export type Answer<Value> =
  { readonly kind: 'done'; readonly value: Value } | { readonly kind: Refusal };

/** The system's keychain, entry by entry, under this app's service name. Nothing here rejects. */
export interface Keychain {
  /** Null where there is no such entry, or where a locked keychain keeps quiet about it. */
  get(account: string): Promise<Answer<string | null>>;
  /** `text` is not empty and at most {@link maxEntryBytes} long. */
  set(account: string, text: string): Promise<Answer<null>>;
  /** False where nothing was deleted, for either reason of `get`. */
  delete(account: string): Promise<Answer<boolean>>;
  /** Tells the two reasons apart: done where "no such entry" means just that. */
  confirmOpen(): Promise<Answer<null>>;
}

/** CRED_MAX_CREDENTIAL_BLOB_SIZE of the Windows Credential Manager: 5 * 512 bytes. */
export const maxEntryBytes = 2560;
