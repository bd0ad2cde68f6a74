import { describe, expect, it, vi } from 'vitest';
import { type Keytar, openKeytarKeychain } from '../../../main/credentials/keytar-keychain';

const working: Keytar = {
  getPassword: async () => null,
  setPassword: async () => {},
  deletePassword: async () => false,
};

function open(keytar: Partial<Keytar>, platform: NodeJS.Platform = 'linux', limit = 1000) {
  const load = vi.fn(async () => ({ ...working, ...keytar }));
  const keychain = openKeytarKeychain({
    service: 'Frontdesk',
    platform,
    load,
    limit,
    onCall: () => {},
  });
  return { keychain, load };
}

const throwing = (message: string) => async () => {
  throw new Error(message);
};

describe('keytar', () => {
  it('is loaded once, when it is first needed', async () => {
    const { keychain, load } = open({});
    expect(load).not.toHaveBeenCalled();
    await keychain.get('id-token');
    await keychain.get('id-token');
    expect(load).toHaveBeenCalledOnce();
  });

  it('tells of every call while it may hold a thread', async () => {
    const calls: Promise<unknown>[] = [];
    const keychain = openKeytarKeychain({
      service: 'x',
      platform: 'darwin',
      load: async () => ({ ...working, getPassword: async () => 'token' }),
      limit: 1000,
      onCall: (call) => calls.push(call),
    });
    await keychain.get('id-token');
    await keychain.set('id-token', 'x');
    await keychain.delete('id-token');
    expect(await Promise.all(calls)).toEqual(['token', null, false]);
  });

  it('that cannot be loaded is an unavailable keychain', async () => {
    const load = throwing('Failed to load keytar native addon, checked []');
    const keychain = openKeytarKeychain({
      service: 'x',
      platform: 'linux',
      load,
      limit: 1000,
      onCall: () => {},
    });
    expect(await keychain.get('id-token')).toEqual({ kind: 'unavailable' });
    expect(await keychain.set('id-token', 'x')).toEqual({ kind: 'unavailable' });
  });

  it.each([
    ['Cannot create an item in a locked collection', 'locked'],
    ['GDBus.Error:org.freedesktop.Secret.Error.IsLocked: Item is locked', 'locked'],
    ['Prompt was dismissed', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['The user name or passphrase you entered is not correct.', 'locked'],
    ['User canceled the operation.', 'locked'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'unavailable'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'unavailable'],
    ['Could not connect: No such file or directory', 'unavailable'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'unavailable'],
    ['A default keychain could not be found.', 'unavailable'],
    ['A specified logon session does not exist.', 'unavailable'],
  ])('saying %j means %s', async (message, kind) => {
    const { keychain } = open({ getPassword: throwing(message) });
    expect(await keychain.get('id-token')).toEqual({ kind });
  });

  it('on Linux is asked to write, to tell an open keychain from a locked one', async () => {
    const locked = throwing('Cannot create an item in a locked collection');
    expect(await open({ setPassword: locked }).keychain.confirmOpen()).toEqual({ kind: 'locked' });

    const entries = new Map<string, string>();
    const { keychain } = open({
      setPassword: async (service, account, text) => void entries.set(service + account, text),
      deletePassword: async (service, account) => entries.delete(service + account),
    });
    expect(await keychain.confirmOpen()).toMatchObject({ kind: 'done' });
    expect(entries.size).toBe(0);
  });

  it.each(['darwin', 'win32'] as const)('on %s says itself what is locked', async (platform) => {
    const setPassword = vi.fn(working.setPassword);
    const { keychain } = open({ setPassword }, platform);
    expect(await keychain.confirmOpen()).toMatchObject({ kind: 'done' });
    expect(setPassword).not.toHaveBeenCalled();
  });
});

describe('a prompt that nobody answers', () => {
  it('is a locked keychain after the limit, and holds up one thread at most', async () => {
    let answer: (password: string) => void = () => {};
    const prompt = new Promise<string>((resolve) => (answer = resolve));
    const getPassword = vi.fn(() => prompt);
    const { keychain } = open({ getPassword }, 'linux', 20);
    expect(await keychain.get('id-token')).toEqual({ kind: 'locked' });
    expect(await keychain.get('id-token')).toEqual({ kind: 'locked' });
    expect(await keychain.set('id-token', 'x')).toEqual({ kind: 'locked' });
    expect(getPassword).toHaveBeenCalledOnce();

    answer('late');
    await vi.waitFor(async () => {
      expect(await keychain.get('id-token')).toEqual({ kind: 'done', value: 'late' });
    });
  });
});
