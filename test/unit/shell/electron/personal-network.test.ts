import { describe, expect, it } from 'vitest';
import { openPersonalNetwork } from '../../../../main/shell/electron/personal-network';
import { fakeElectron, FakeSession } from './fake-electron';

describe('openPersonalNetwork', () => {
  it('shares no cookie between two people, nor with the default session', async () => {
    const { session, seen } = fakeElectron();
    const first = openPersonalNetwork(session);
    await first.fetch('https://org.example/idp/idx/introspect');
    await first.fetch('https://org.example/idp/idx/enroll');
    const second = openPersonalNetwork(session);
    await second.fetch('https://org.example/idp/idx/introspect');

    const [one, two] = seen.sessions;
    expect(seen.sessions).toHaveLength(2);
    expect(one?.requests[1]?.cookie).toContain(`device-${one?.partition}`);
    expect(two?.requests[0]?.cookie).toBe('');
    expect(one?.partition).not.toBe('');
  });

  it('writes nothing to disk', () => {
    const { session, seen } = fakeElectron();
    openPersonalNetwork(session);
    expect(seen.sessions[0]?.isPersistent()).toBe(false);
    expect(seen.sessions[0]?.partition).not.toMatch(/^persist:/);
    expect(seen.sessions[0]?.options).toEqual({ cache: false });
  });

  it('refuses to work through a session that would be kept', () => {
    const partitions = { fromPartition: () => new FakeSession('persist:person', null) };
    expect(() => openPersonalNetwork(partitions)).toThrow('written to disk');
  });

  it('forgets everything when it is closed, and fetches no more', async () => {
    const { session, seen } = fakeElectron();
    const network = openPersonalNetwork(session);
    await network.fetch('https://org.example/');
    await network.close();
    await network.close();
    expect(seen.sessions[0]?.cookies.size).toBe(0);
    expect(seen.sessions[0]?.cleared.toSorted()).toEqual([
      'auth',
      'cache',
      'connections',
      'storage',
    ]);
    await expect(network.fetch('https://org.example/')).rejects.toThrow('closed');
    expect(seen.sessions[0]?.requests).toHaveLength(1);
  });

  it('grants no permission', () => {
    const { session, seen } = fakeElectron();
    openPersonalNetwork(session);
    expect(seen.sessions[0]?.gates.request?.('geolocation')).toBe(false);
    expect(seen.sessions[0]?.gates.check?.()).toBe(false);
  });

  it.each(['file:///etc/passwd', 'app://frontdesk/', 'data:,x', 'ftp://org.example/'])(
    'does not fetch %s, which an org might name',
    async (address) => {
      const { session, seen } = fakeElectron();
      const network = openPersonalNetwork(session);
      await expect(network.fetch(new URL(address))).rejects.toThrow('http');
      expect(seen.sessions[0]?.requests).toEqual([]);
    },
  );

  it('takes an address as text, as URL and as a request', async () => {
    const { session, seen } = fakeElectron();
    const network = openPersonalNetwork(session);
    await network.fetch('https://org.example/a');
    await network.fetch(new URL('https://org.example/b'));
    await network.fetch(new Request('http://localhost:9/c'));
    expect(seen.sessions[0]?.requests.map(({ address }) => address)).toEqual([
      'https://org.example/a',
      'https://org.example/b',
      'http://localhost:9/c',
    ]);
  });
});
