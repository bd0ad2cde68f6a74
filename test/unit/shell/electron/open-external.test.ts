import { describe, expect, it } from 'vitest';
import { openExternal } from '../../../../main/shell/electron/open-external';
import { fakeElectron } from './fake-electron';

describe('openExternal', () => {
  it('hands an address to the system', async () => {
    const electron = fakeElectron();
    const { seen } = electron;
    electron.app.schemeTakers = { 'com-okta-authenticator': 'Okta Verify' };
    const address = 'com-okta-authenticator:/actions/enroll?challenge=abc';
    expect(await openExternal(electron, new URL(address))).toBe(true);
    expect(seen.opened).toEqual([address]);
  });

  it('leaves every other kind of address alone', async () => {
    const electron = fakeElectron();
    const { seen } = electron;
    electron.app.schemeTakers = { file: 'nautilus.desktop' };
    expect(await openExternal(electron, new URL('file:///etc/passwd'))).toBe(false);
    expect(seen.opened).toEqual([]);
  });

  it('says so where the system has no browser', async () => {
    const shell = { openExternal: async () => Promise.reject(new Error('no handler')) };
    const { app } = fakeElectron();
    expect(await openExternal({ app, shell }, new URL('https://developer.okta.com/'))).toBe(false);
  });

  it('does not believe Linux, which opens a scheme that no program takes', async () => {
    const electron = fakeElectron();
    electron.app.schemeTakers = {};
    expect(await openExternal(electron, new URL('com-okta-authenticator:/enroll'))).toBe(false);
    expect(electron.seen.opened).toEqual([]);
    expect(await openExternal(electron, new URL('https://developer.okta.com/'))).toBe(true);
  });
});
