import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../preload/contract/define';
import { useAppStore } from '../../../renderer/stores/app';
import { appState, fakeBridge } from '../fake-bridge';
import { withStore } from '../mount-with';

describe('the app store', () => {
  it('follows what main says about the app', async () => {
    const { store, bridge } = withStore(useAppStore);
    expect(await store.load()).toBeNull();
    expect(store.state?.org?.host).toBe('acme.okta.com');
    bridge.emit('app.changed', appState({ keychain: 'locked' }));
    expect(store.keychainProblem).toBe('locked');
    store.isKeychainNoticeDismissed = true;
    expect(store.keychainProblem).toBeNull();
  });

  it('says nothing of the keychain to walk-up visitors', async () => {
    const { store, bridge } = withStore(useAppStore);
    bridge.emit('app.changed', appState({ keychain: 'locked', mode: 'kiosk' }));
    expect(store.keychainProblem).toBeNull();
  });

  it('keeps what was pushed while the state was being read', async () => {
    const bridge = fakeBridge({
      app: {
        read: async () => {
          const earlier = ok(appState({ keychain: 'unknown' }));
          bridge.emit('app.changed', appState({ keychain: 'unavailable' }));
          return earlier;
        },
      },
    });
    const { store } = withStore(useAppStore, bridge);
    await store.load();
    expect(store.keychainProblem).toBe('unavailable');
  });

  it('hands back why the state could not be read', async () => {
    const bridge = fakeBridge({
      app: { read: async () => fail('internal', { reference: 'R-1' }) },
    });
    const { store } = withStore(useAppStore, bridge);
    expect(await store.load()).toMatchObject({ code: 'internal', reference: 'R-1' });
    expect(store.state).toBeNull();
  });

  it('goes to the page that the menu asks for, unless changes hold it back', async () => {
    const { store, bridge } = withStore(useAppStore);
    bridge.emit('app.navigated', { page: 'settings' });
    await vi.waitFor(() => expect(store.page).toBe('settings'));
    const guard = vi.fn(async () => false);
    store.guardLeaving(guard);
    bridge.emit('app.navigated', { page: 'about' });
    await vi.waitFor(() => expect(guard).toHaveBeenCalledOnce());
    expect(store.page).toBe('settings');
    store.guardLeaving(null);
    expect(await store.show('home')).toBe(true);
    expect(store.page).toBe('home');
  });

  it('goes to no page that its desk does not have, and leaves one that it has no longer', async () => {
    const { store, bridge } = withStore(useAppStore);
    bridge.emit('app.changed', appState({ mode: 'kiosk' }));
    expect(await store.show('settings')).toBe(false);
    bridge.emit('app.navigated', { page: 'readiness' });
    expect(await store.show('about')).toBe(true);
    expect(store.page).toBe('about');
    bridge.emit('app.changed', appState());
    expect(await store.show('settings')).toBe(true);
    bridge.emit('app.changed', appState({ mode: 'kiosk' }));
    await vi.waitFor(() => expect(store.page).toBe('home'));
  });

  it('keeps the present org when another one cannot be chosen', async () => {
    const bridge = fakeBridge({
      settings: { selectOrg: async () => fail('practice-org-failed') },
    });
    const { store } = withStore(useAppStore, bridge);
    await store.load();
    const choice = { policy: 'email-only', misconfiguration: 'client-unknown' } as const;
    expect(await store.selectOrg('practice', choice)).toMatchObject({
      code: 'practice-org-failed',
    });
    expect(store.state?.org?.kind).toBe('okta');
    expect(bridge.asked.at(-1)?.request).toEqual({ org: 'practice', ...choice });
  });

  it('says when a link could not be opened, until one could', async () => {
    let hasBrowser = false;
    const bridge = fakeBridge({
      app: { openLink: async () => (hasBrowser ? ok({}) : fail('not-opened')) },
    });
    const { store } = withStore(useAppStore, bridge);
    await store.openLink('keychain-help');
    expect(store.linkFailure?.code).toBe('not-opened');
    hasBrowser = true;
    await store.openLink('keychain-help');
    expect(store.linkFailure).toBeNull();
  });
});
