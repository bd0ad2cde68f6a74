import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const outFolder = fileURLToPath(new URL('../../out/main/', import.meta.url));

export interface ServerProcess {
  /** The one line of JSON it printed when it was ready. */
  readonly announcement: unknown;
  /** Everything it has written to standard error so far. */
  log(): string;
  /** Ends it as a person would, and resolves when it is gone; rejects where its log tells of a defect. */
  stop(): Promise<void>;
}

/** Starts a built program of `out/main` that prints one line of JSON when it is ready. */
export async function startServerProcess(
  file: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [`${outFolder}${file}`, ...parameters], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const line = await firstLine(child);
  if (line === null) throw new Error(`${file} ended before it was ready:\n${log}`);
  return {
    announcement: JSON.parse(line),
    log: () => log,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      const defects = log.split('\n').filter((line) => line.includes('"event":"unforeseen"'));
      if (defects.length > 0)
        throw new Error(`${file} met what nobody foresaw:\n${defects.join('\n')}`);
    },
  };
}

function firstLine(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    if (!child.stdout) return resolve(null);
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', () => resolve(null));
  });
}
