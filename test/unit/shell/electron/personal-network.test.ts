import { beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../../main/log';
import type { OrgWindowSession } from '../../../../main/shell/electron/org-window-session';
import { denyPermissions } from '../../../../main/shell/electron/permissions';
import { openPersonalNetwork } from '../../../../main/shell/electron/personal-network';
import { createSessionPool } from '../../../../main/shell/electron/session-pool';
import { type FakeElectron, fakeElectron, FakeSession } from './fake-electron';

let electron: FakeElectron;
let lines: string[];

beforeEach(() => {
  electron = fakeElectron();
  lines = [];
});

function peoplePool(partitions = electron.session, size = 3) {
  return createSessionPool<OrgWindowSession>(partitions, {
    name: 'person',
    size,
    log: createLog((line) => lines.push(line)),
    prepare: (session) => denyPermissions(session),
  });
}

function people(size = 3) {
  const pool = peoplePool(electron.session, size);
  return () => openPersonalNetwork(electron.net, pool);
}

describe('openPersonalNetwork', () => {
  it('shares no cookie between two people, nor with the default session', async () => {
    const open = people();
    const first = open();
    await first.fetch('https://org.example/idp/idx/introspect');
    await first.fetch('https://org.example/idp/idx/enroll');
    const second = open();
    await second.fetch('https://org.example/idp/idx/introspect');

    const [one, two] = electron.seen.sessions;
    expect(electron.seen.sessions).toHaveLength(2);
    expect(one?.requests[1]?.cookie).toContain(`device-${one?.partition}`);
    expect(two?.requests[0]?.cookie).toBe('');
    expect(one?.partition).not.toBe('');
  });

  it('writes nothing to disk', async () => {
    await people()().fetch('https://org.example/');
    expect(electron.seen.sessions[0]?.isPersistent()).toBe(false);
    expect(electron.seen.sessions[0]?.partition).not.toMatch(/^persist:/);
    expect(electron.seen.sessions[0]?.options).toEqual({ cache: false });
  });

  it('refuses to work through a session that would be kept', async () => {
    const partitions = {
      ...electron.session,
      fromPartition: () => new FakeSession('persist:person', null),
    };
    const network = openPersonalNetwork(electron.net, peoplePool(partitions));
    await expect(network.fetch('https://org.example/')).rejects.toThrow('written to disk');
  });

  it('forgets everything when it is closed, and fetches no more', async () => {
    const network = people()();
    await network.fetch('https://org.example/');
    await network.close();
    await network.close();
    const [session] = electron.seen.sessions;
    expect(session?.jar.size).toBe(0);
    expect(session?.cleared.toSorted()).toEqual([
      'auth',
      'cache',
      'connections',
      'data',
      'names',
      'storage',
    ]);
    await expect(network.fetch('https://org.example/')).rejects.toThrow('closed');
    expect(session?.requests).toHaveLength(1);
  });

  it('grants no permission', async () => {
    await people()().fetch('https://org.example/');
    expect(electron.seen.sessions[0]?.gates.request?.('geolocation')).toBe(false);
    expect(electron.seen.sessions[0]?.gates.check?.()).toBe(false);
  });

  it.each(['file:///etc/passwd', 'app://frontdesk/', 'data:,x', 'ftp://org.example/'])(
    'does not fetch %s, which an org might name',
    async (address) => {
      const network = people()();
      await expect(network.fetch(new URL(address))).rejects.toThrow('http');
      expect(electron.seen.sessions[0]?.requests).toEqual([]);
    },
  );

  it('takes an address as text, as URL and as a request', async () => {
    const network = people()();
    await network.fetch('https://org.example/a');
    await network.fetch(new URL('https://org.example/b'));
    await network.fetch(new Request('http://localhost:9/c'));
    expect(electron.seen.sessions[0]?.requests.map(({ address }) => address)).toEqual([
      'https://org.example/a',
      'https://org.example/b',
      'http://localhost:9/c',
    ]);
  });
});

describe('people one after the other', () => {
  it('get a few sessions in turn, and none finds what was before', async () => {
    const open = people();
    for (let person = 0; person < 1_000; person += 1) {
      const network = open();
      await network.fetch('https://org.example/');
      await network.close();
    }
    expect(electron.seen.sessions.length).toBeLessThanOrEqual(3);
    const cookies = electron.seen.sessions.flatMap(({ requests }) => requests);
    expect(cookies).toHaveLength(1_000);
    expect(cookies.every(({ cookie }) => cookie === '')).toBe(true);
  });

  it('wait where all sessions are in use, as long as their request may take', async () => {
    const open = people(1);
    const first = open();
    await first.fetch('https://org.example/');
    const second = open();
    const impatient = second.fetch('https://org.example/', { signal: AbortSignal.timeout(10) });
    await expect(impatient).rejects.toThrow();
    const patient = second.fetch('https://org.example/');
    await first.close();
    expect((await patient).status).toBe(200);
    expect(electron.seen.sessions).toHaveLength(1);
  });

  it.each(['a cookie', 'something in the cache'])('never get a session with %s', async (what) => {
    const open = people();
    const first = open();
    await first.fetch('https://org.example/');
    const [left] = electron.seen.sessions;
    if (!left) throw new Error('No session');
    if (what === 'a cookie') left.isStubborn = true;
    else left.cacheSize = 12;
    await first.close();
    const second = open();
    await second.fetch('https://org.example/');
    expect(left.requests).toHaveLength(1);
    expect(lines.join('')).toContain('session.not-empty');
  });
});
