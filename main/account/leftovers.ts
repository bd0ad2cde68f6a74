import type { Revocations } from './revocations';
import { readSession, removeSession, type SecretStore, type TokenName } from './token-store';

/** What nobody is to find in the store any more. */
export interface Leftovers {
  /** The store's tokens wait to be revoked from here on, and are deleted. */
  dispose(): Promise<'removed' | 'locked' | 'unavailable'>;
  /** Revokes and deletes what an earlier run kept; again later where the keychain is locked. */
  clear(): Promise<void>;
  readonly areCleared: boolean;
}

export function createLeftovers(
  store: SecretStore<TokenName>,
  revocations: Revocations,
): Leftovers {
  let areCleared = false;

  async function giveUp(): Promise<void> {
    const session = await readSession(store);
    if (session.kind === 'found') await revocations.add({ ...session.claims, ...session });
  }

  return {
    async dispose() {
      await giveUp();
      return removeSession(store);
    },
    async clear() {
      if (areCleared) return;
      const isOpen = await revocations.open();
      await giveUp();
      // A start that is killed meanwhile leaves the next one something to revoke.
      await revocations.send();
      areCleared = (await removeSession(store)) === 'removed' && isOpen;
    },
    get areCleared() {
      return areCleared;
    },
  };
}
