import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../preload/contract/define';
import { misconfigurations } from '../../../preload/contract/misconfigurations';
import { useAppStore } from '../../../renderer/stores/app';
import { useReadinessStore } from '../../../renderer/stores/readiness';
import { type Answers, appState, fakeBridge, readinessView } from '../fake-bridge';
import { withStore } from '../mount-with';

function openStore(answers: Answers['readiness'] = {}) {
  return withStore(useReadinessStore, fakeBridge({ readiness: answers }));
}

const everything = { draft: null, token: { kind: 'none' }, scope: 'all' } as const;

describe('the readiness store', () => {
  it('keeps the newer view, whichever arrives last', async () => {
    const { store, bridge } = openStore({ read: async () => ok(readinessView({ serial: 4 })) });
    bridge.emit('readiness.changed', readinessView({ serial: 5, state: 'done' }));
    await store.read();
    expect(store.view?.serial).toBe(5);
    bridge.emit('readiness.changed', readinessView({ serial: 3 }));
    expect(store.view?.serial).toBe(5);
    bridge.emit('readiness.changed', readinessView({ serial: 6 }));
    expect(store.view?.serial).toBe(6);
  });

  it.each(['busy', 'no-org'] as const)('says that a run did not begin: %s', async (code) => {
    const { store } = openStore({ run: async () => fail(code) });
    expect(await store.run(everything)).toBe(false);
    expect(store.failure?.code).toBe(code);
    expect(store.isStarting).toBe(false);
  });

  it('forgets a failure when the next run begins', async () => {
    let isBusy = true;
    const { store } = openStore({
      run: async () => (isBusy ? fail('busy') : ok(readinessView({ state: 'running' }))),
    });
    await store.run(everything);
    isBusy = false;
    expect(await store.run(everything)).toBe(true);
    expect(store.failure).toBeNull();
    expect(store.view?.state).toBe('running');
  });

  it('is cancelling until the run has ended', async () => {
    const { store, bridge } = openStore({
      cancel: async () => ok(readinessView({ serial: 2, state: 'running' })),
    });
    await store.cancel();
    expect(store.isCancelling).toBe(true);
    bridge.emit('readiness.changed', readinessView({ serial: 3, state: 'cancelled' }));
    expect(store.isCancelling).toBe(false);
  });

  it('makes main forget the token and sees that it did', async () => {
    let hasToken = true;
    let serial = 1;
    const { store } = openStore({
      read: async () => ok(readinessView({ serial: (serial += 1), hasToken })),
      leave: async () => ((hasToken = false), ok({})),
    });
    await store.read();
    expect(store.view?.hasToken).toBe(true);
    await store.forgetToken();
    expect(store.view?.hasToken).toBe(false);
  });

  it('has everything explained, ten at a time and in their order', async () => {
    const { store, bridge } = openStore();
    const causes = await store.explain(misconfigurations);
    expect(causes?.map((one) => one.misconfiguration)).toEqual(misconfigurations);
    expect(bridge.asked).toHaveLength(Math.ceil(misconfigurations.length / 10));
  });

  it('explains nothing where main does not answer', async () => {
    const { store } = openStore({ explain: async () => fail('internal') });
    expect(await store.explain(['client-unknown'])).toBeNull();
  });

  it('reads anew when the language of the app changes, and not before it was read once', async () => {
    const { bridge, store } = openStore();
    const app = useAppStore();
    await app.load();
    bridge.emit('app.changed', appState({ language: 'de' }));
    await flushPromises();
    const reads = () => bridge.asked.filter(({ channel }) => channel === 'readiness.read').length;
    expect(reads()).toBe(0);
    await store.read();
    bridge.emit('app.changed', appState({ language: 'ja' }));
    await flushPromises();
    expect(reads()).toBe(2);
  });
});
