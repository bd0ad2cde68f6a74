import { describe, expect, it } from 'vitest';
import { userDataFolder } from '../../../../main/shell/browser/user';
import { acceptedLanguages } from '../../../../main/shell/loopback/accepted-languages';

describe('userDataFolder', () => {
  it.each([
    ['linux', {}, '/home/ada/.config/Frontdesk'],
    ['linux', { XDG_CONFIG_HOME: '/data' }, '/data/Frontdesk'],
    ['darwin', {}, '/home/ada/Library/Application Support/Frontdesk'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Frontdesk'],
    ['linux', { FRONTDESK_USER_DATA: '/elsewhere' }, '/elsewhere'],
  ] as const)('on %s with %o is %s', (platform, environment, folder) => {
    expect(userDataFolder(environment, platform, '/home/ada')).toBe(folder);
  });
});

describe('acceptedLanguages', () => {
  it.each([
    ['', []],
    ['*', []],
    ['de', ['de']],
    ['en;q=0.3, ar-EG, fr;q=0.9', ['ar-EG', 'fr', 'en']],
    ['es;q=0, ja', ['ja']],
    ['<script>, en', ['en']],
  ])('reads %j', (header, languages) => {
    expect(acceptedLanguages(header)).toEqual(languages);
  });
});
