import * as electron from 'electron';
import { createApp } from '../../app';
import { createLog } from '../../log';
import { outliveUnforeseen } from '../../unforeseen';
import { claimFolder } from '../folder-claim';
import { unverifiedTls } from '../../verified-tls';
import { runElectronShell } from './shell';

/** Starts the app in Electron. The only place in main where the module is imported to run. */
export function startElectronShell(): void {
  runElectronShell(electron, {
    argv: process.argv,
    environment: process.env,
    execPath: process.execPath,
    platform: process.platform,
    log: createLog((line) => process.stderr.write(line)),
    unverifiedTls,
    claimFolder,
    createApp(options) {
      const app = createApp(options);
      // Electron would show a dialog of its own.
      outliveUnforeseen(process, app.noteUnforeseen);
      return app;
    },
  });
}
