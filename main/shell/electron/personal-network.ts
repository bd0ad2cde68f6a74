import { randomUUID } from 'node:crypto';
import type { PersonalNetwork } from '../../platform';
import { denyPermissions, type PermissionGates } from './permissions';

export interface PersonalSession extends PermissionGates {
  isPersistent(): boolean;
  fetch(input: string | Request, init?: RequestInit): Promise<Response>;
  clearStorageData(): Promise<void>;
  clearCache(): Promise<void>;
  clearAuthCache(): Promise<void>;
  closeAllConnections(): Promise<void>;
}

export interface Partitions {
  fromPartition(partition: string, options: { cache: boolean }): PersonalSession;
}

/**
 * Electron's network stack, so the system's proxy and certificates apply, through a session that is
 * one person's alone. The default session would keep Okta's cookies and show them to the next one.
 */
export function openPersonalNetwork(partitions: Partitions): PersonalNetwork {
  // Without the prefix `persist:` a partition lives in memory; a fresh name is shared with nobody.
  const session = partitions.fromPartition(`person-${randomUUID()}`, { cache: false });
  if (session.isPersistent()) throw new Error('A personal session would be written to disk');
  denyPermissions(session);
  let isClosed = false;
  return {
    async fetch(input, init) {
      if (isClosed) throw new TypeError('This network is closed');
      const address = input instanceof Request ? input.url : String(input);
      // Unlike Node's, this fetch would read `file:` addresses, and orgs name addresses.
      if (!/^https?:/i.test(address)) throw new TypeError('Only http and https can be fetched');
      return session.fetch(input instanceof Request ? input : address, init);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await session.closeAllConnections();
      await Promise.all([
        session.clearStorageData(),
        session.clearCache(),
        session.clearAuthCache(),
      ]);
    },
  };
}
