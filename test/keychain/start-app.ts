import { vi } from 'vitest';
import { createCredentials, type Credentials } from '../../main/credentials';
import { createLog } from '../../main/log';

// Services start on demand; a busy machine takes seconds for that.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/** The app's credentials as of a new start, in this process's D-Bus session. */
export function startApp(limit = 10_000): Credentials {
  return createCredentials({ log: createLog(() => {}), limit });
}

/** As long as an ID token with many groups: several entries. */
export const longToken = 'eyJ'.padEnd(7000, 'abcdefghij');
