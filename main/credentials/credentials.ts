import type { KeychainStatus } from '../../preload/contract/app';
import type { Log } from '../log';
import type { Keychain, Refusal } from './keychain';
import type { SecretName } from './secret-name';
import { type ReadOutcome, readSecret, removeSecret, writeSecret } from './stored-secret';

/** `memory`: kept until the app closes, for want of a keychain or of room in it. */
export type WriteOutcome = { readonly kind: 'stored' | 'memory' | 'locked' };

/** Where secrets are kept: in the system's keychain or, failing that, in memory for this run. */
export interface Credentials {
  readonly status: KeychainStatus;
  /** Tells of each change of status; the returned function ends that. */
  onStatus(listener: (status: KeychainStatus) => void): () => void;
  /** A value that is only in memory is found there. */
  read(name: SecretName): Promise<ReadOutcome>;
  /** Whatever the outcome, the value can be read in this run, and is stored once that is possible. */
  write(name: SecretName, value: string): Promise<WriteOutcome>;
  /** Gone from memory in any case; unless `removed`, an earlier value may be left in the keychain. */
  remove(name: SecretName): Promise<'removed' | Refusal>;
}

/** One operation at a time, in the order asked: entries of one secret are never mixed. */
export function credentialsIn(keychain: Keychain, log: Log): Credentials {
  const memory = new Map<SecretName, string>();
  const listeners = new Set<(status: KeychainStatus) => void>();
  let status: KeychainStatus = 'unknown';
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Outcome>(operation: () => Promise<Outcome>): Promise<Outcome> {
    const outcome = last.then(operation);
    last = outcome.catch(() => {});
    return outcome;
  }

  function note(next: KeychainStatus) {
    if (next === status) return;
    status = next;
    log.info('credentials.status', { status });
    for (const listener of [...listeners]) listener(status);
  }

  /** Stores what the keychain did not take before. Stops where it still refuses. */
  async function storeMemory(): Promise<Refusal | null> {
    for (const [name, value] of [...memory]) {
      const outcome = await writeSecret(keychain, name, value);
      if (outcome === 'too-long') continue;
      if (outcome !== 'stored') return refused(outcome);
      memory.delete(name);
      note('ready');
    }
    return null;
  }

  function refused(refusal: Refusal): Refusal {
    note(refusal);
    return refusal;
  }

  /** Asks once where it might prompt: a refused read alone would look like an absent secret. */
  async function open(): Promise<Refusal | null> {
    const refusal = await storeMemory();
    if (refusal || status === 'ready') return refusal;
    const answer = await keychain.confirmOpen();
    return answer.kind === 'done' ? null : refused(answer.kind);
  }

  async function read(name: SecretName): Promise<ReadOutcome> {
    const refusal = await open();
    const value = memory.get(name);
    if (value !== undefined) return { kind: 'found', value };
    if (refusal) return { kind: refusal };
    const outcome = await readSecret(keychain, name);
    note(outcome.kind === 'locked' || outcome.kind === 'unavailable' ? outcome.kind : 'ready');
    return outcome;
  }

  async function write(name: SecretName, value: string): Promise<WriteOutcome> {
    memory.set(name, value);
    const refusal = await storeMemory();
    if (!memory.has(name)) return { kind: 'stored' };
    return { kind: refusal === 'locked' ? 'locked' : 'memory' };
  }

  async function remove(name: SecretName): Promise<'removed' | Refusal> {
    memory.delete(name);
    const refusal = await open();
    if (refusal) return refusal;
    const outcome = await removeSecret(keychain, name);
    note(outcome === 'removed' ? 'ready' : outcome);
    return outcome;
  }

  return {
    get status() {
      return status;
    },
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: (name) => inTurn(() => read(name)),
    write: (name, value) => inTurn(() => write(name, value)),
    remove: (name) => inTurn(() => remove(name)),
  };
}
