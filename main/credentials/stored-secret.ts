import { accountsOf, decodeSecret, encodeSecret, isLastEntry } from './entries';
import type { Answer, Keychain, Refusal } from './keychain';
import type { SecretName } from './secret-name';

export type ReadOutcome =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'absent' }
  | { readonly kind: Refusal }
  | { readonly kind: 'corrupt' };

/** Reads a secret from all its entries; half of one is corrupt, never a shorter one. */
export async function readSecret(keychain: Keychain, name: SecretName): Promise<ReadOutcome> {
  const texts: string[] = [];
  for (const account of accountsOf(name)) {
    const answer = await keychain.get(account);
    if (answer.kind !== 'done') return answer;
    if (answer.value === null) break;
    texts.push(answer.value);
    if (isLastEntry(answer.value)) break;
  }
  const value = texts.length > 0 ? decodeSecret(texts) : null;
  if (value !== null) return { kind: 'found', value };

  const last = texts.at(-1);
  if (last === undefined || !isLastEntry(last)) {
    const open = await keychain.confirmOpen();
    if (open.kind !== 'done') return open;
  }
  return { kind: last === undefined ? 'absent' : 'corrupt' };
}

/**
 * Writes the last entry first and the named one at the end: interrupted, the old secret is still
 * whole or what is there fails its checksum. `too-long` leaves everything as it was.
 */
export async function writeSecret(
  keychain: Keychain,
  name: SecretName,
  value: string,
): Promise<'stored' | 'too-long' | Refusal> {
  const texts = encodeSecret(value);
  if (!texts) return 'too-long';
  const accounts = accountsOf(name);
  const entries = texts.map((text, index) => [accounts[index] ?? name, text] as const);
  for (const [account, text] of entries.reverse()) {
    const answer = await keychain.set(account, text);
    if (answer.kind !== 'done') return answer.kind;
  }
  await deleteAll(keychain, accounts.slice(texts.length));
  return 'stored';
}

/** Deletes the named entry first: what an interruption leaves behind is no secret any more. */
export async function removeSecret(
  keychain: Keychain,
  name: SecretName,
): Promise<'removed' | Refusal> {
  const deleted = await deleteAll(keychain, accountsOf(name));
  if (deleted.kind !== 'done') return deleted.kind;
  if (deleted.value) return 'removed';
  const open = await keychain.confirmOpen();
  return open.kind === 'done' ? 'removed' : open.kind;
}

/** Goes through all of them, since an interrupted deletion leaves gaps. True where one was there. */
async function deleteAll(
  keychain: Keychain,
  accounts: readonly string[],
): Promise<Answer<boolean>> {
  let hasDeleted = false;
  for (const account of accounts) {
    const answer = await keychain.delete(account);
    if (answer.kind !== 'done') return answer;
    hasDeleted ||= answer.value;
  }
  return { kind: 'done', value: hasDeleted };
}
