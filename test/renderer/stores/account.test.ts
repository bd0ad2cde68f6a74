import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../preload/contract/define';
import { useAccountStore } from '../../../renderer/stores/account';
import { fakeBridge, signedIn } from '../fake-bridge';
import { withStore } from '../mount-with';

describe('the account store', () => {
  it('keeps what was pushed while it was being read', async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const bridge = fakeBridge({
      account: { read: () => answered.then(() => ok({ state: 'none' as const })) },
    });
    const { store } = withStore(useAccountStore, bridge);
    const read = store.load();
    bridge.emit('account.changed', signedIn());
    answer();
    await read;
    expect(store.view?.state).toBe('signed-in');
  });

  it('signs out once, however often it is asked', async () => {
    const bridge = fakeBridge({ account: { read: async () => ok(signedIn()) } });
    const { store } = withStore(useAccountStore, bridge);
    await store.load();
    const [first, second] = await Promise.all([store.signOut(), store.signOut()]);
    expect([first, second]).toEqual([true, false]);
    expect(store.view).toEqual({ state: 'none' });
    expect(bridge.asked.filter(({ channel }) => channel === 'account.signOut')).toHaveLength(1);
  });

  it('stays signed in where the keychain would not delete the tokens', async () => {
    const bridge = fakeBridge({
      account: {
        read: async () => ok(signedIn()),
        signOut: async () => fail('keychain-locked'),
      },
    });
    const { store } = withStore(useAccountStore, bridge);
    await store.load();
    expect(await store.signOut()).toBe(false);
    expect(store.view?.state).toBe('signed-in');
    expect(store.hasLeft).toBe(false);
    expect(store.failure?.code).toBe('keychain-locked');
  });

  it('knows that the next person is not the one who left', async () => {
    const { store, bridge } = withStore(useAccountStore);
    await store.signOut();
    expect(store.hasLeft).toBe(true);
    bridge.emit('account.changed', signedIn({ name: 'Ada' }));
    expect(store.hasLeft).toBe(false);
    expect(store.view).toMatchObject({ name: 'Ada' });
  });
});
