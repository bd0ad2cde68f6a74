import { describe, expect, it } from 'vitest';
import { openExternal } from '../../../../main/shell/electron/open-external';
import { fakeElectron } from './fake-electron';

describe('openExternal', () => {
  it.each(['https://developer.okta.com/docs/', 'http://localhost:4321/mail', 'http://[::1]:1/'])(
    'opens %s in the browser',
    async (address) => {
      const { shell, seen } = fakeElectron();
      expect(await openExternal(shell, new URL(address))).toBe(true);
      expect(seen.opened).toEqual([address]);
    },
  );

  it.each([
    'http://example.com/',
    'http://localhost.example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-settings:',
    'https://okta.com@evil.example/',
  ])('leaves %s alone', async (address) => {
    const { shell, seen } = fakeElectron();
    expect(await openExternal(shell, new URL(address))).toBe(false);
    expect(seen.opened).toEqual([]);
  });

  it('says so where the system has no browser', async () => {
    const shell = { openExternal: async () => Promise.reject(new Error('no handler')) };
    expect(await openExternal(shell, new URL('https://developer.okta.com/'))).toBe(false);
  });
});
