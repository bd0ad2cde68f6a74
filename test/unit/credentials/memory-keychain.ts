import { type Keychain, maxEntryBytes, type Refusal } from '../../../main/credentials/keychain';

/** A keychain as strict as the strictest: Windows' size limit, libsecret's silence when locked. */
export class MemoryKeychain implements Keychain {
  readonly entries = new Map<string, string>();
  refusal: Refusal | null = null;
  /** How many more entries can be set before the keychain is locked. */
  setsUntilLocked = Infinity;
  confirmations = 0;

  async get(account: string) {
    await Promise.resolve();
    if (this.refusal === 'unavailable') return { kind: this.refusal };
    const value = this.refusal ? null : (this.entries.get(account) ?? null);
    return { kind: 'done' as const, value };
  }

  async set(account: string, text: string) {
    await Promise.resolve();
    if (text === '') throw new Error('Password is required.');
    if (Buffer.byteLength(text) > maxEntryBytes) throw new Error('The stub received bad data.');
    if (this.setsUntilLocked === 0) this.refusal = 'locked';
    if (this.refusal) return { kind: this.refusal };
    this.setsUntilLocked -= 1;
    this.entries.set(account, text);
    return { kind: 'done' as const, value: null };
  }

  async delete(account: string) {
    await Promise.resolve();
    if (this.refusal === 'unavailable') return { kind: this.refusal };
    return { kind: 'done' as const, value: !this.refusal && this.entries.delete(account) };
  }

  async confirmOpen() {
    await Promise.resolve();
    this.confirmations += 1;
    return this.refusal ? { kind: this.refusal } : { kind: 'done' as const, value: null };
  }
}
