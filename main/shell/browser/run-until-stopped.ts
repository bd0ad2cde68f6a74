/** How long a clean end may take before the process ends all the same. */
const patience = 5_000;

/**
 * Resolves when the process is asked to end, by a signal or because the command that started it is
 * gone. Later signals change nothing: Ctrl+C reaches this process from the terminal and, once
 * more, from the command.
 */
export function runUntilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      setTimeout(() => process.exit(1), patience).unref();
      resolve();
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
    process.on('disconnect', stop);
  });
}
