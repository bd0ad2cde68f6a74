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

/** The languages of an `Accept-Language` header, most wanted first (RFC 9110, section 12.5.4). */
export function acceptedLanguages(header: string): readonly string[] {
  return header
    .slice(0, 1_000)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
