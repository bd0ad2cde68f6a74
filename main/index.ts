import { refuseUnverifiedTls } from './verified-tls';

/** Chooses the shell by what runs this file; everything else is the shell's. */
if (process.versions['electron']) {
  const { startElectronShell } = await import('./shell/electron');
  await startElectronShell();
} else {
  refuseUnverifiedTls(1);
  const { startBrowserShell } = await import('./shell/browser');
  await startBrowserShell();
}
