import tls from 'node:tls';
import { describeUnverifiedTls, findUnverifiedTls } from './launch/unverified-tls.mjs';

/** What takes the protection from this process's connections; null where nothing does. */
export function unverifiedTls(): string | null {
  return findUnverifiedTls({
    environment: process.env,
    parameters: [...process.execArgv, ...process.argv.slice(1)],
    defaults: { minVersion: tls.DEFAULT_MIN_VERSION, ciphers: tls.DEFAULT_CIPHERS },
    isChromium: process.versions['electron'] !== undefined,
  });
}

/**
 * Ends this process where its connections would not be protected, before anything is asked or
 * opened; says why on standard error.
 */
export function refuseUnverifiedTls(status: 1 | 2): void {
  const setting = unverifiedTls();
  if (setting === null) return;
  process.stderr.write(describeUnverifiedTls(setting));
  process.exit(status);
}
