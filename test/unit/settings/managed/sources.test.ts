import { expect, it } from 'vitest';
import { managedSources } from '../../../../main/settings/managed/sources';
import { fakeWindows } from './windows/fake-windows';

const environment = { FRONTDESK_CONFIG: '/tmp/managed.json', ProgramData: 'D:\\Data' };
const { windows } = fakeWindows();

it.each([
  ['linux', '/etc/frontdesk/settings.json'],
  ['darwin', '/Library/Application Support/Frontdesk/settings.json'],
  // Not what the environment says.
  ['win32', 'C:\\ProgramData\\Frontdesk\\settings.json'],
] as const)('on %s the system’s file is %s and comes first', (platform, path) => {
  const options = { isPackaged: false, environment, platform, windows };
  expect(managedSources(options).map((source) => source.path)).toEqual([path, '/tmp/managed.json']);
});

it('a packaged app does not read the file that FRONTDESK_CONFIG names', () => {
  const sources = managedSources({ isPackaged: true, environment, platform: 'linux', windows });
  expect(sources.map((source) => source.path)).toEqual(['/etc/frontdesk/settings.json']);
});

it('on Windows the file is read by its owner and access list', () => {
  const { windows: spoilt } = fakeWindows({
    descriptors: { file: 'O:S-1-5-21-1-2-3-1001D:(A;;FA;;;SY)' },
  });
  const options = { isPackaged: true, environment: {}, platform: 'win32' } as const;
  const [sound] = managedSources({ ...options, windows });
  const [planted] = managedSources({ ...options, windows: spoilt });
  expect(sound?.read()).toEqual({ kind: 'found', text: '{}' });
  expect(planted?.read()).toMatchObject({ kind: 'untrusted' });
});
