import { describe, expect, it } from 'vitest';
import { openExternal } from '../../../../main/shell/electron/open-external';
import { fakeElectron } from './fake-electron';

describe('openExternal', () => {
  it('hands an address to the system', async () => {
    const { shell, seen } = fakeElectron();
    const address = 'com-okta-authenticator:/actions/enroll?challenge=abc';
    expect(await openExternal(shell, new URL(address))).toBe(true);
    expect(seen.opened).toEqual([address]);
  });

  it('leaves every other kind of address alone', async () => {
    const { shell, seen } = fakeElectron();
    expect(await openExternal(shell, new URL('file:///etc/passwd'))).toBe(false);
    expect(seen.opened).toEqual([]);
  });

  it('says so where the system has no browser', async () => {
    const shell = { openExternal: async () => Promise.reject(new Error('no handler')) };
    expect(await openExternal(shell, new URL('https://developer.okta.com/'))).toBe(false);
  });
});
