import { runInNewContext } from 'node:vm';
import { PreloadConfigFactory } from 'electron-vite';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import config from '../../../../electron.vite.config';
import { allCalls, type Bridge, events } from '../../../../preload/contract';
import { channelName } from '../../../../preload/contract/define';

type Listener = (event: unknown, payload: unknown) => void;

let code: string;

/** Built as `npm run build` does, but kept in memory; the target's own plugins make other files. */
beforeAll(async () => {
  const factory = new PreloadConfigFactory({ ...config.preload, plugins: [] }, {}, {});
  const options = await factory.build();
  const built = await build({
    ...options,
    configFile: false,
    logLevel: 'error',
    build: { ...options.build, write: false },
  });
  const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  expect(files.map(({ fileName }) => fileName)).toEqual(['index.cjs']);
  code = files.flatMap((file) => (file.type === 'chunk' ? file.code : [])).join('');
}, 60_000);

/** Runs the built file as Electron's sandbox would: `require` knows one module. */
function load() {
  const required: string[] = [];
  const exposed = new Map<string, unknown>();
  const invoked: { channel: string; request: unknown }[] = [];
  const listeners = new Map<string, Set<Listener>>();
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value),
    },
    ipcRenderer: {
      async invoke(channel: string, request: unknown) {
        invoked.push({ channel, request });
        if (channel === 'registration.cancel') throw new Error('Object has been destroyed');
        return { ok: true, value: channel };
      },
      on(channel: string, listener: Listener) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      removeListener: (channel: string, listener: Listener) =>
        void listeners.get(channel)?.delete(listener),
    },
  };
  runInNewContext(code, {
    require(name: string) {
      required.push(name);
      if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}`);
      return electron;
    },
  });
  const emit = (channel: string, payload: unknown) => {
    for (const listener of listeners.get(channel) ?? []) listener({ sender: 'secret' }, payload);
  };
  return { required, exposed, invoked, emit, bridge: exposed.get('frontdesk') as Bridge };
}

describe('the built preload', () => {
  it('requires nothing but electron', () => {
    expect(load().required).toEqual(['electron']);
    expect(code).not.toMatch(/\bimport\s*\(|\bprocess\.binding/);
  });

  it('exposes one object', () => {
    expect([...load().exposed.keys()]).toEqual(['frontdesk']);
  });

  it('offers the calls of the contract, each under its own channel, and nothing else', async () => {
    const { bridge, invoked } = load();
    const declared = Object.entries(allCalls).flatMap(([area, names]) =>
      Object.keys(names).map((name) => channelName(area, name)),
    );
    const offered = Object.entries(bridge).flatMap(([area, names]) =>
      typeof names === 'function' ? [area] : Object.keys(names).map((name) => `${area}.${name}`),
    );
    expect(offered.toSorted()).toEqual([...declared, 'on'].toSorted());
    for (const names of Object.values(bridge)) {
      if (typeof names === 'function') continue;
      const callables: ((request: never) => Promise<unknown>)[] = Object.values(names);
      for (const callable of callables) await Reflect.apply(callable, undefined, [{}]);
    }
    expect(invoked.map(({ channel }) => channel).toSorted()).toEqual(declared.toSorted());
  });

  it('answers where main has gone, instead of rejecting', async () => {
    expect(await load().bridge.registration.cancel({})).toMatchObject({
      ok: false,
      error: { code: 'unreachable' },
    });
  });

  it('hands on the payload of an event and never the event, until unsubscribed', () => {
    const { bridge, emit } = load();
    const heard: unknown[][] = [];
    const stop = bridge.on('app.navigated', (...received) => heard.push(received));
    emit('app.navigated', { page: 'about' });
    stop();
    emit('app.navigated', { page: 'settings' });
    expect(heard).toEqual([[{ page: 'about' }]]);
  });

  it('listens to no channel that the contract does not name', () => {
    const { bridge, emit } = load();
    const heard: unknown[] = [];
    expect(Object.keys(events)).not.toContain('app.secret');
    const on: (...parameters: never[]) => unknown = bridge.on;
    Reflect.apply(on, undefined, ['app.secret', (payload: unknown) => heard.push(payload)]);
    emit('app.secret', 'payload');
    expect(heard).toEqual([]);
  });
});
