export interface QuittingApp {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
}

/** An org that does not answer must not keep the app open. */
const patience = 5_000;

/** Lets `stop` finish before the process ends, but not for longer than five seconds. */
export function stopBeforeQuit(app: QuittingApp, stop: () => Promise<void>): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('will-quit', (event) => {
    if (state === 'stopped') return;
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    const timeUp = new Promise<void>((resolve) => setTimeout(resolve, patience));
    Promise.race([stop(), timeUp])
      .catch(() => {})
      .finally(() => {
        state = 'stopped';
        app.quit();
      });
  });
}
