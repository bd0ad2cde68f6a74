import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder Electron would use too, so that both shells find the same settings. */
export function userDataFolder(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  home = homedir(),
): string {
  if (environment['FRONTDESK_USER_DATA']) return environment['FRONTDESK_USER_DATA'];
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Frontdesk');
    case 'win32':
      return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Frontdesk');
    default:
      return join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'Frontdesk');
  }
}
