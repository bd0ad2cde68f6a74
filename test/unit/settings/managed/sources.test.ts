import { expect, it } from 'vitest';
import { managedSources } from '../../../../main/settings/managed/sources';

const environment = { FRONTDESK_CONFIG: '/tmp/managed.json', ProgramData: 'D:\\Data' };

it.each([
  ['linux', '/etc/frontdesk/settings.json'],
  ['darwin', '/Library/Application Support/Frontdesk/settings.json'],
  ['win32', 'D:\\Data\\Frontdesk\\settings.json'],
] as const)('on %s the system’s file is %s and comes first', (platform, path) => {
  const paths = managedSources({ isPackaged: false, environment, platform }).map((s) => s.path);
  expect(paths).toEqual([path, '/tmp/managed.json']);
});

it('a packaged app does not read the file that FRONTDESK_CONFIG names', () => {
  const sources = managedSources({ isPackaged: true, environment, platform: 'linux' });
  expect(sources.map((source) => source.path)).toEqual(['/etc/frontdesk/settings.json']);
});

it('Windows without %ProgramData% has its usual place', () => {
  const [source] = managedSources({ isPackaged: true, environment: {}, platform: 'win32' });
  expect(source?.path).toBe('C:\\ProgramData\\Frontdesk\\settings.json');
});
