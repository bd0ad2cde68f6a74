import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../preload/contract/define';
import type { RegistrationState } from '../../../preload/contract/registration';
import { useAppStore } from '../../../renderer/stores/app';
import { useRegistrationStore } from '../../../renderer/stores/registration';
import { fakeBridge } from '../fake-bridge';
import { withStore } from '../mount-with';
import { action, authenticator, picker, profile, stepView } from '../registration/views';

const atProvider = stepView({
  serial: 4,
  step: 'redirect-idp',
  actions: [action('open:redirect-idp', 'open')],
});
const opened = { ...atProvider, openedAction: 'open:redirect-idp' };
const ended: RegistrationState = {
  phase: 'ended',
  serial: 9,
  outcome: {
    kind: 'terminal',
    reason: 'continue-in-browser',
    isAccountCreated: false,
    reference: null,
    retryAfter: null,
    misconfigurations: [],
  },
  messages: [],
  detail: null,
  links: [{ id: 'link:0', label: null }],
};

/** The store with a sign-up that stands at `state`; main answers each submit with the next one. */
async function storeAt(state: RegistrationState, ...next: RegistrationState[]) {
  const bridge = fakeBridge({
    registration: {
      read: async () => ok(state),
      submit: async () => ok(next.shift() ?? state),
      open: async ({ link }) => (link === 'link:9' ? fail('not-opened') : ok(next[0] ?? state)),
    },
  });
  const { store } = withStore(useRegistrationStore, bridge);
  await store.refresh();
  return { store, bridge };
}

const opens = (bridge: { asked: readonly { channel: string; request: unknown }[] }) =>
  bridge.asked
    .filter(({ channel }) => channel === 'registration.open')
    .map(({ request }) => request);

describe('opening a page of the org', () => {
  it('asks for it by the view and the id, and shows what main says then', async () => {
    const { store, bridge } = await storeAt(atProvider, opened);
    await store.open('open:redirect-idp');
    expect(opens(bridge)).toEqual([{ view: 4, link: 'open:redirect-idp' }]);
    expect(store.step?.openedAction).toBe('open:redirect-idp');
    expect(store.running).toBeNull();
  });

  it('works at an ending too', async () => {
    const { store, bridge } = await storeAt(ended);
    await store.open('link:0');
    expect(opens(bridge)).toEqual([{ view: 9, link: 'link:0' }]);
    expect(store.state).toEqual(ended);
  });

  it('says when nothing could open it, and can be tried again', async () => {
    const { store, bridge } = await storeAt(atProvider);
    await store.open('link:9');
    expect(store.failure?.code).toBe('not-opened');
    await store.open('open:redirect-idp');
    expect(store.failure).toBeNull();
    expect(opens(bridge)).toHaveLength(2);
  });

  it('waits for its turn, and needs a sign-up', async () => {
    const { store, bridge } = await storeAt(atProvider);
    const first = store.submit('check');
    await store.open('open:redirect-idp');
    await first;
    expect(opens(bridge)).toEqual([]);
    const idle = await storeAt({ phase: 'idle', serial: 0 });
    await idle.store.open('link:0');
    expect(opens(idle.bridge)).toEqual([]);
  });
});

describe('a sign-up begun anew for another address', () => {
  it('keeps what was typed for the next try where the org is out of reach', async () => {
    const bridge = fakeBridge({
      registration: {
        read: async () => ok(profile),
        start: async () => fail('unreachable'),
        cancel: async () => ok({ phase: 'idle', serial: 5 }),
      },
    });
    const { store } = withStore(useRegistrationStore, bridge);
    await useAppStore().load();
    await store.refresh();
    store.setValue(profile, 'userProfile.email', 'ada@wrong.example');
    await store.startOver();
    expect(store.state.phase).toBe('idle');
    expect(store.failure?.code).toBe('unreachable');
    await store.start();
    expect(store.valueOf(profile, 'userProfile.email')).toBe('ada@wrong.example');
    await store.cancel();
    expect(store.valueOf(profile, 'userProfile.email')).toBeUndefined();
  });
});

describe('answers and pushes that overtake each other', () => {
  const idle = (serial: number): RegistrationState => ({ phase: 'idle', serial });

  it('show what came last at main: a push before the answer to an older read', async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const bridge = fakeBridge({
      registration: { read: () => answered.then(() => ok(idle(1))) },
    });
    const { store } = withStore(useRegistrationStore, bridge);
    const read = store.refresh();
    bridge.emit('registration.changed', ended);
    answer();
    await read;
    expect(store.state).toEqual(ended);
  });

  it('keep a sign-up where the end of the one before it is heard late', async () => {
    const { store, bridge } = await storeAt(profile);
    bridge.emit('registration.changed', idle(profile.serial - 1));
    expect(store.state).toEqual(profile);
    bridge.emit('registration.changed', idle(profile.serial + 1));
    expect(store.state.phase).toBe('idle');
  });
});

describe('how far a sign-up has come', () => {
  const method = stepView({
    serial: 5,
    step: 'enroll-authenticator',
    authenticator: authenticator('okta_password'),
  });

  it('goes on to security and never back, also when the org asks for more details', async () => {
    const more = stepView({ serial: 6, fields: [] });
    const { store } = await storeAt(profile, method, more);
    expect(store.phase).toBe('details');
    await store.submit('submit');
    expect(store.phase).toBe('security');
    await store.submit('submit');
    expect([store.step?.step, store.phase]).toEqual(['enroll-profile', 'security']);
  });

  it.each(['poll', 'redirect-idp', 'redirect-idverify', 'skip', 'identify'])(
    'is not told by %s',
    async (step) => {
      const { store } = await storeAt(stepView({ step }));
      expect(store.phase).toBe('details');
      expect(store.mayHaveAccount).toBe(false);
    },
  );

  it('counts a provider that is a method as security', async () => {
    const { store } = await storeAt({
      ...atProvider,
      authenticator: authenticator('external_idp'),
    });
    expect(store.phase).toBe('security');
  });

  it('begins anew with the next sign-up', async () => {
    const { store, bridge } = await storeAt(picker);
    expect(store.phase).toBe('security');
    bridge.emit('registration.changed', { phase: 'idle', serial: 7 });
    bridge.emit('registration.changed', { ...profile, serial: 8 });
    await flushPromises();
    expect(store.phase).toBe('details');
  });
});

describe('whether there may be an account', () => {
  const wait = stepView({ serial: 5, step: 'poll' });

  it('is so once the profile was sent and something else is asked', async () => {
    const { store } = await storeAt(profile, wait);
    await store.submit('submit');
    expect(store.mayHaveAccount).toBe(true);
  });

  it.each(['enroll-profile', 'identify'])('is not so when %s comes again', async (step) => {
    const { store } = await storeAt(profile, stepView({ serial: 5, step }));
    await store.submit('submit');
    expect(store.mayHaveAccount).toBe(false);
  });
});
