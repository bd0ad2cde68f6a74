/** Milliseconds after npm's end until this process notices. */
const interval = 250;

/**
 * Ends this process when npm was told to end. npm passes a signal to the shell it started, and a
 * shell that runs a command dies of it without passing it on (npm/cli#6684).
 */
export function followNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, interval).unref();
}
