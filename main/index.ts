import { refuseUnverifiedTls } from './verified-tls';

/**
 * Chooses the shell by what runs this file; everything else is the shell's. Electron with
 * `ELECTRON_RUN_AS_NODE` set has its version too, but is nothing more than Node: only the type of the
 * process tells them apart.
 */
if (Reflect.get(process, 'type') === 'browser') {
  const { startElectronShell } = await import('./shell/electron');
  await startElectronShell();
} else {
  refuseUnverifiedTls(1);
  const { startBrowserShell } = await import('./shell/browser');
  await startBrowserShell();
}
