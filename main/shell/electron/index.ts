import * as electron from 'electron';
import { createApp } from '../../app';
import { createLog } from '../../log';
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
    process,
    log: createLog((line) => process.stderr.write(line)),
    unverifiedTls,
    claimFolder,
    createApp,
  });
}
