export interface InstanceLock {
  requestSingleInstanceLock(): boolean;
  on(
    event: 'second-instance',
    listener: (event: unknown, argv: readonly string[]) => void,
  ): unknown;
}

/**
 * True for the first instance, which then hears of every later one and its arguments. A later one
 * has to leave without touching a file: two writers would overwrite each other's settings.
 */
export function claimSingleInstance(
  app: InstanceLock,
  onSecondInstance: (argv: readonly string[]) => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv) => onSecondInstance(argv));
  return true;
}
