import { spawn } from 'node:child_process';

/**
 * @typedef {object} Ending
 * @property {number | null} code null where a signal ended the process or it could not start
 * @property {string} output what it wrote, where that was asked for
 */

/**
 * Runs a program to its end and keeps what it writes.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {import('node:child_process').SpawnOptions & { onOutput?: (text: string) => void }} [options]
 * @returns {Promise<Ending>}
 */
export function capture(program, parameters, { onOutput, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const release = forwardSignals(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
        onOutput?.(text);
      });
    }
    child.once('error', (error) => resolve({ code: null, output: `${output}${error.message}\n` }));
    child.once('close', (code) => {
      release();
      resolve({ code, output });
    });
  });
}

/**
 * Hands signals that this process gets to `child`, which then decides when both end.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void}
 */
export function forwardSignals(child) {
  const signals = /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']);
  const handlers = signals.map(
    (signal) => /** @type {const} */ ([signal, () => child.kill(signal)]),
  );
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}

/**
 * Runs a program in place of this process: same terminal, same signals, same exit status.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ isTied?: boolean, onLine?: (line: string) => void, onMessage?: () => void }} [options]
 *   `isTied`: the program learns through a channel when this process is gone, and `onMessage` hears
 *   what it sends through it; `onLine` gets its standard output
 * @returns {Promise<number>} the exit status
 */
export function become(program, parameters, { isTied = true, onLine, onMessage } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      env: environmentOfApps(process.env),
      stdio: [
        'inherit',
        onLine ? 'pipe' : 'inherit',
        'inherit',
        ...(isTied ? /** @type {const} */ (['ipc']) : []),
      ],
    });
    const release = forwardSignals(child);
    if (onLine) child.stdout?.setEncoding('utf8').on('data', byLine(onLine));
    if (onMessage) child.on('message', onMessage);
    child.once('error', reject);
    child.once('close', (code) => {
      release();
      resolve(code ?? 1);
    });
  });
}

/**
 * With `ELECTRON_RUN_AS_NODE`, which editors built on Electron leave in their terminals, Electron would
 * start as plain Node, without a window.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentOfApps(environment) {
  const passed = { ...environment };
  delete passed['ELECTRON_RUN_AS_NODE'];
  return passed;
}

/**
 * @param {(line: string) => void} listener
 * @returns {(text: string) => void}
 */
function byLine(listener) {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(listener);
  };
}
