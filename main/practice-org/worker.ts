import { parentPort, workerData } from 'node:worker_threads';
import type { Log } from '../log';
import { outliveUnforeseen, placeOf } from '../unforeseen';
import { resolvePolicy } from './policy/read';
import { startServer } from './server';
import type { FromWorker, ToWorker, WorkerInput } from './worker-messages';

/** The thread the app runs its practice org in. */
async function run(): Promise<void> {
  const { policy, port, misconfigurations } = workerData as WorkerInput;
  const reading = resolvePolicy(policy);
  if (!reading.ok) {
    post({ kind: 'failed', reason: 'policy', detail: reading.problems.join('; ') });
    return;
  }
  const start = await startServer({
    policy: {
      ...reading.policy,
      misconfigurations: [...reading.policy.misconfigurations, ...misconfigurations],
    },
    port,
    log,
    keepsBodies: false,
    onMail: (messages) => post({ kind: 'mail', messages }),
  });
  if (!start.ok) {
    post({ kind: 'failed', reason: start.reason, detail: '' });
    return;
  }
  parentPort?.on('message', ({ kind }: ToWorker) => {
    if (kind === 'clear-outbox') return start.clearOutbox();
    // Closing the port lets the thread end.
    start.close().then(() => parentPort?.close(), noteUnforeseen);
  });
  post({ kind: 'ready', addresses: start.addresses });
}

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}

const logAt =
  (level: keyof Log): Log[keyof Log] =>
  (event, fields = {}) =>
    post({ kind: 'log', level, event, fields });
const log: Log = { info: logAt('info'), warn: logAt('warn'), error: logAt('error') };

const noteUnforeseen = (error: unknown) => post({ kind: 'unforeseen', detail: placeOf(error) });

outliveUnforeseen(process, noteUnforeseen);
await run();
