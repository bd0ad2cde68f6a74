/** What is used of Node's process. */
export interface EndingProcess {
  readonly pid: number;
  kill(pid: number, signal: 'SIGKILL'): unknown;
  once(event: 'exit', listener: () => void): unknown;
  off(event: 'exit', listener: () => void): unknown;
}

/**
 * Lets the process end while `call` waits for the keychain's owner. On exit libuv joins its threads
 * (libuv/help#45): one that waits behind a prompt keeps the process for as long as nobody answers,
 * with no JavaScript left to hear a signal. `exit` comes after everything that wants an orderly end,
 * in Electron too, and only a signal that cannot be caught skips the join.
 */
export function endDespite(call: Promise<unknown>, ending: EndingProcess = process): void {
  const end = () => ending.kill(ending.pid, 'SIGKILL');
  const forget = () => ending.off('exit', end);
  ending.once('exit', end);
  call.then(forget, forget);
}
