import { Worker } from 'node:worker_threads';
import type { OutboxMessage } from '../../preload/contract/practice';
import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import type { Log } from '../log';
import type { PresetName } from './policy/presets';
import type { PolicyInput } from './policy/schema';
import type { OrgAddresses } from './server';
import { builtWorker, unpackedUrl } from './worker-file';
import type { FromWorker, ToWorker, WorkerInput } from './worker-messages';

export interface PracticeOrg {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly outboxUrl: string;
  readonly admin: string;
  /** For the read-only management API; never to be logged. */
  readonly apiToken: string;
  /** Hears of every change of the outbox, newest message first, until the returned function is called. */
  onMail(listener: (messages: OutboxMessage[]) => void): () => void;
  outbox(): Promise<OutboxMessage[]>;
  /** Forgets every message; listeners hear of it at once. */
  clearOutbox(): void;
  close(): Promise<void>;
}

/** Why an org did not start; `reason` is fit for a log, the message for an administrator. */
export class PracticeOrgError extends Error {
  constructor(
    readonly reason: 'policy' | 'port-in-use' | 'port-not-allowed' | 'no-loopback' | 'stopped',
    detail: string,
  ) {
    super(detail === '' ? `The practice org did not start: ${reason}` : detail);
    this.name = 'PracticeOrgError';
  }
}

/** Time for the thread to close its sockets before it is ended. */
const closingMilliseconds = 2_000;

/**
 * Starts an org in a worker thread; this thread loads nothing of its server.
 * Rejects with a {@link PracticeOrgError}.
 */
export async function startPracticeOrg(options: {
  policy: PresetName | PolicyInput;
  misconfigurations?: readonly Misconfiguration[];
  port?: number;
  log: Log;
  /** Told the place of an error that nothing in the worker caught; the org goes on. */
  onUnforeseen?: (detail: string) => void;
  workerFile?: URL;
}): Promise<PracticeOrg> {
  const { policy, misconfigurations = [], port = 0, log, workerFile = builtWorker } = options;
  const input: WorkerInput = { policy, misconfigurations, port };
  const worker = new Worker(unpackedUrl(workerFile), { workerData: input });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const listeners = new Set<(messages: OutboxMessage[]) => void>();
  let messages: readonly OutboxMessage[] = [];
  const tell = (message: ToWorker) => worker.postMessage(message);
  const hear = (next: readonly OutboxMessage[]) => {
    messages = next;
    for (const listener of listeners) listener([...messages]);
  };

  const addresses = await new Promise<OrgAddresses>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'ready':
          resolve(message.addresses);
          break;
        case 'failed':
          reject(new PracticeOrgError(message.reason, message.detail));
          break;
        case 'unforeseen':
          options.onUnforeseen?.(message.detail);
          break;
        case 'mail':
          hear(message.messages);
          break;
        case 'log':
          log[message.level](message.event, message.fields);
      }
    });
    worker.on('error', (error) => {
      log.error('practice-org.crashed', { kind: error.name });
      reject(new PracticeOrgError('stopped', ''));
    });
    void exited.then(() => reject(new PracticeOrgError('stopped', '')));
  }).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });

  return {
    issuer: addresses.issuer,
    clientId: addresses.clientId,
    redirectUri: addresses.redirectUri,
    outboxUrl: addresses.outbox,
    admin: addresses.admin,
    apiToken: addresses.apiToken,
    onMail(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    outbox: async () => [...messages],
    clearOutbox() {
      tell({ kind: 'clear-outbox' });
      hear([]);
    },
    async close() {
      listeners.clear();
      tell({ kind: 'close' });
      const overdue = setTimeout(() => void worker.terminate(), closingMilliseconds);
      await exited;
      clearTimeout(overdue);
    },
  };
}
