import { classifyFailure } from './failures';
import type { Answer, Keychain } from './keychain';
import { limitCalls } from './limit-calls';

/** What is used of keytar. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface KeytarOptions {
  /** Under which name the entries appear in the system's own keychain app. */
  readonly service: string;
  readonly platform: NodeJS.Platform;
  /** Loads the native module; called when it is first needed. */
  readonly load: () => Promise<Keytar>;
  /** Milliseconds until a call without an answer counts as locked: a prompt may be open. */
  readonly limit: number;
  /** Is told of every call while it may hold a thread. */
  readonly onCall: (call: Promise<unknown>) => void;
}

const check = 'keychain-check';

/** The system's keychain through keytar. A module that cannot be loaded (no libsecret) is unavailable. */
export function openKeytarKeychain(options: KeytarOptions): Keychain {
  const { service, platform, load } = options;
  const limited = limitCalls(options.limit);
  let loading: Promise<Keytar> | null = null;

  function ask<Value>(question: (keytar: Keytar) => Promise<Value>): Promise<Answer<Value>> {
    return limited(async () => {
      try {
        loading ??= load();
        const call = question(await loading);
        options.onCall(call);
        return { kind: 'done', value: await call };
      } catch (error) {
        return { kind: classifyFailure(error) };
      }
    });
  }

  const set = (account: string, text: string) =>
    ask(async (keytar) => {
      await keytar.setPassword(service, account, text);
      return null;
    });
  const remove = (account: string) => ask((keytar) => keytar.deletePassword(service, account));

  return {
    get: (account) => ask((keytar) => keytar.getPassword(service, account)),
    set,
    delete: remove,
    async confirmOpen() {
      // libsecret answers "not found" for a locked entry as well; only writing tells them apart.
      if (platform !== 'linux') return { kind: 'done', value: null };
      const written = await set(check, 'open');
      if (written.kind === 'done') await remove(check);
      return written;
    },
  };
}
