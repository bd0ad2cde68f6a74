import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../preload/contract/define';
import type { RegistrationState } from '../../../preload/contract/registration';
import App from '../../../renderer/App.vue';
// The app loads these when they are first needed; no test has to wait for that.
import '../../../renderer/frame/PracticeOutbox.vue';
import '../../../renderer/pages/AboutPage.vue';
import '../../../renderer/pages/settings/SettingsPage.vue';
import '../../../renderer/readiness/PracticeFault.vue';
import '../../../renderer/readiness/ReadinessPage.vue';
import '../../../renderer/registration/RegistrationWizard.vue';
import { useAppStore } from '../../../renderer/stores/app';
import { stepView } from '../registration/views';
import { appState, type Answers, fakeBridge, outboxMessage, signedIn } from '../fake-bridge';
import { mountWith } from '../mount-with';

const finished: RegistrationState = {
  phase: 'ended',
  serial: 4,
  outcome: { kind: 'success' },
  messages: [],
  detail: null,
  links: [],
};

/** The wizard and its texts are loaded when they are first needed. */
async function settled() {
  await flushPromises();
  await vi.dynamicImportSettled();
  await flushPromises();
}

async function open(answers: Answers = {}) {
  const mounted = mountWith(App, { bridge: fakeBridge(answers) });
  await settled();
  return {
    ...mounted,
    heading: () => mounted.wrapper.get('h1').text(),
    click: async (name: string) => {
      const button = mounted.wrapper
        .findAll('button')
        .find((each) => (each.attributes('aria-label') ?? each.text()) === name);
      if (!button) throw new Error(`No button "${name}"`);
      await button.trigger('click');
      await settled();
    },
  };
}

afterEach(() => history.replaceState(null, ''));

describe('the app', () => {
  it('offers two choices on the first run, and the practice org leads to "Create account"', async () => {
    const { heading, click, bridge, wrapper } = await open({
      app: { read: async () => ok(appState({ org: null })) },
    });
    expect(heading()).toBe('Choose where people sign up');
    await click('Try the practice org');
    expect(bridge.asked).toContainEqual({
      channel: 'settings.selectOrg',
      request: { org: 'practice' },
    });
    expect(heading()).toBe('Create your account');
    expect(wrapper.text()).toContain('This is the practice org');
  });

  it('stays on the first page and says why when the practice org does not start', async () => {
    const { heading, click, wrapper } = await open({
      app: { read: async () => ok(appState({ org: null })) },
      settings: { selectOrg: async () => fail('practice-org-failed', { reference: 'R-9' }) },
    });
    await click('Try the practice org');
    expect(heading()).toBe('Choose where people sign up');
    expect(wrapper.get('[role=alert]').text()).toContain('did not start');
    expect(wrapper.get('[role=alert]').text()).toContain('R-9');
  });

  it('names the org by its host and starts a sign-up once for two clicks', async () => {
    const { click, wrapper, bridge } = await open({
      registration: { start: () => new Promise(() => {}) },
    });
    expect(wrapper.get('main').text()).toContain('acme.okta.com');
    await click('Create account');
    const button = wrapper.get('main button[aria-disabled]');
    await button.trigger('click');
    expect(button.text()).toContain('Connecting to the organization…');
    expect(bridge.asked.filter(({ channel }) => channel === 'registration.start')).toHaveLength(1);
  });

  it('shows who is signed in at the next start', async () => {
    const { heading, wrapper } = await open({ account: { read: async () => ok(signedIn()) } });
    expect(heading()).toBe('You are signed in');
    expect(wrapper.get('dl').text()).toContain('Grace Hopper');
    expect(wrapper.get('dl').text()).toContain('grace@example.com');
    expect(wrapper.find('[data-step]').exists()).toBe(false);
  });

  it('marks the page of a sign-up that just succeeded, and forgets it on signing out', async () => {
    const { heading, click, wrapper, bridge } = await open({
      account: { read: async () => ok(signedIn()) },
      registration: { read: async () => ok(finished) },
    });
    expect(wrapper.findAll('[data-step="success"]')).toHaveLength(1);
    expect(heading()).toBe('Your account is ready');
    await click('Sign out');
    expect(bridge.asked.map(({ channel }) => channel)).toEqual(
      expect.arrayContaining(['account.signOut', 'registration.cancel']),
    );
    expect(heading()).toBe('Create your account');
    expect(wrapper.find('[data-step]').exists()).toBe(false);
  });

  it.each([
    ['expired', 'time that the organization allows'],
    ['revoked', 'The organization ended this sign-in'],
    ['other-org', 'at another org'],
  ] as const)('says why a session ended: %s', async (reason, words) => {
    const { heading, wrapper } = await open({
      account: { read: async () => ok({ state: 'ended', reason }) },
    });
    expect(heading()).toBe('Your session has ended');
    expect(wrapper.get('main').text()).toContain(words);
  });

  it('reads a locked keychain again once it is unlocked', async () => {
    let isLocked = true;
    const { heading, click } = await open({
      account: {
        read: async () => ok(isLocked ? { state: 'unreadable', reason: 'locked' } : signedIn()),
      },
    });
    expect(heading()).toBe('Your sign-in cannot be read');
    isLocked = false;
    await click('Try again');
    expect(heading()).toBe('You are signed in');
  });

  it('shows the reference of a failed start and recovers', async () => {
    let isBroken = true;
    const { heading, click, wrapper } = await open({
      app: {
        read: async () => (isBroken ? fail('internal', { reference: '7F3K' }) : ok(appState())),
      },
    });
    expect(wrapper.get('main').text()).toContain('7F3K');
    isBroken = false;
    await click('Try again');
    expect(heading()).toBe('Create your account');
  });

  it('tells that sign-ins are not kept, until that is dismissed', async () => {
    const { click, wrapper } = await open({
      app: { read: async () => ok(appState({ keychain: 'unavailable' })) },
    });
    expect(wrapper.get('[role=region]').text()).toContain('Nothing is written to disk');
    await click('Dismiss');
    expect(wrapper.find('[role=region]').exists()).toBe(false);
  });

  it('moves the focus to the heading of the next page, and Escape leads back', async () => {
    const { heading, click, wrapper } = await open();
    await click('About Frontdesk');
    await vi.waitFor(() => expect(heading()).toBe('About Frontdesk'));
    expect(document.activeElement).toBe(wrapper.get('h1').element);
    await wrapper.get('h1').trigger('keydown', { key: 'Escape' });
    await settled();
    expect(heading()).toBe('Create your account');
    expect(document.activeElement).toBe(wrapper.get('h1').element);
  });

  it('turns to another language and appearance as main says so', async () => {
    const { heading, bridge } = await open();
    bridge.emit('app.changed', appState({ language: 'ar', appearance: 'dark' }));
    // Its words are loaded first, which takes a busy machine its time.
    await vi.waitFor(() => expect(document.documentElement.dir).toBe('rtl'), { timeout: 10_000 });
    expect(heading()).toBe('أنشئ حسابك');
    expect(document.documentElement.lang).toBe('ar');
    expect(document.documentElement.dataset.theme).toBe('dark');
  });

  it('leads to the readiness check and back', async () => {
    const { heading, click, wrapper } = await open();
    await click('Check readiness');
    await vi.waitFor(() => expect(wrapper.text()).toContain('No check has been made'));
    expect(heading()).toBe('Check readiness');
    await click('Back');
    expect(heading()).toBe('Create your account');
  });

  it('has neither settings nor the readiness check for walk-up visitors', async () => {
    const { wrapper } = await open({ app: { read: async () => ok(appState({ mode: 'kiosk' })) } });
    const names = wrapper.findAll('button').map((one) => one.text());
    expect(names).toEqual(['About Frontdesk', 'Create account']);
  });

  it('offers walk-up visitors no way to the settings on the first run either', async () => {
    const kiosk = appState({ mode: 'kiosk', org: null });
    const { wrapper } = await open({ app: { read: async () => ok(kiosk) } });
    expect(wrapper.text()).not.toContain('Connect to your Okta org');
  });

  it('says that the practice org is set up wrong on purpose, and how', async () => {
    const wrong = { kind: 'practice', host: 'localhost', misconfiguration: 'web-app' } as const;
    const { wrapper, bridge } = await open({
      app: { read: async () => ok(appState({ org: wrong })) },
    });
    await vi.waitFor(() => expect(wrapper.text()).toContain('on purpose: Title of web-app'));
    bridge.emit('app.changed', appState({ org: { ...wrong, misconfiguration: null } }));
    await settled();
    expect(wrapper.text()).not.toContain('on purpose');
  });

  it('sends whoever has no org from the readiness check to the settings', async () => {
    const { wrapper, click } = await open({
      app: { read: async () => ok(appState({ org: null })) },
    });
    await useAppStore().show('readiness');
    await vi.waitFor(() => expect(wrapper.text()).toContain('No org is chosen yet'));
    await click('Open settings');
    await vi.waitFor(() => expect(wrapper.get('h1').text()).toBe('Settings'));
  });

  it('shows the practice messages beside a practice sign-up and nowhere else', async () => {
    const practice = appState({
      org: { kind: 'practice', host: 'localhost', misconfiguration: null },
    });
    const { wrapper, bridge } = await open({
      app: { read: async () => ok(practice) },
      practice: { outbox: async () => ok([outboxMessage()]) },
    });
    await vi.waitFor(() => expect(wrapper.find('aside').text()).toContain('482913'));
    bridge.emit('app.changed', appState());
    await settled();
    expect(wrapper.find('aside').exists()).toBe(false);
    expect(bridge.asked.filter(({ channel }) => channel === 'practice.outbox')).toHaveLength(1);
  });
});

describe('the start of a sign-up', () => {
  const begun = stepView({ serial: 5 });
  const never = new Promise<never>(() => {});

  afterEach(() => void vi.useRealTimers());

  it('has a page when it is slow, explains itself after eight seconds, and can be given up', async () => {
    vi.useFakeTimers();
    const { heading, click, wrapper, bridge } = await open({
      registration: { start: () => never },
    });
    await click('Create account');
    expect(heading()).toBe('Create your account');
    await vi.advanceTimersByTimeAsync(1000);
    await settled();
    expect(heading()).toBe('Connecting to the organization…');
    await vi.advanceTimersByTimeAsync(50);
    expect(wrapper.text()).toContain('Still working');
    await vi.advanceTimersByTimeAsync(7000);
    expect(wrapper.text()).toContain('longer than usual');
    await click('Stop waiting');
    expect(bridge.asked.map(({ channel }) => channel)).toContain('registration.cancel');
    expect(heading()).toBe('Create your account');
  });

  it('says why it failed, and can be tried again or left', async () => {
    let isBroken = true;
    const { heading, click, wrapper } = await open({
      registration: {
        start: async () => (isBroken ? fail('internal', { reference: 'R-3' }) : ok(begun)),
      },
    });
    await click('Create account');
    expect(heading()).toBe('The sign-up could not start');
    expect(wrapper.text()).toContain('R-3');
    await click('Try again');
    expect(heading()).toBe('The sign-up could not start');
    await click('Back to the beginning');
    expect(heading()).toBe('Create your account');
    await click('Create account');
    isBroken = false;
    await click('Try again');
    expect(wrapper.find('[data-step="enroll-profile"]').exists()).toBe(true);
  });

  it('leads to the settings where no org is chosen', async () => {
    const { click, wrapper } = await open({ registration: { start: async () => fail('no-org') } });
    await click('Create account');
    await click('Open settings');
    await vi.waitFor(() => expect(wrapper.get('h1').text()).toBe('Settings'), { timeout: 15_000 });
  }, 20_000);

  it('joins a sign-up that main has already', async () => {
    let state: RegistrationState = { phase: 'idle', serial: 0 };
    const { click, wrapper } = await open({
      registration: { read: async () => ok(state), start: async () => fail('busy') },
    });
    state = begun;
    await click('Create account');
    expect(wrapper.find('[data-step="enroll-profile"]').exists()).toBe(true);
  });

  it('waits for a start that was under way before a reload', async () => {
    vi.useFakeTimers();
    const { heading, click, wrapper, bridge } = await open({
      registration: { start: async () => fail('busy') },
    });
    await click('Create account');
    await vi.advanceTimersByTimeAsync(1000);
    await settled();
    expect(heading()).toBe('Connecting to the organization…');
    bridge.emit('registration.changed', begun);
    await settled();
    expect(wrapper.find('[data-step="enroll-profile"]').exists()).toBe(true);
  });

  it('begins after all when the sign-up that was in the way is given up', async () => {
    let isBusy = true;
    const { click, wrapper, bridge } = await open({
      registration: { start: async () => (isBusy ? fail('busy') : ok(begun)) },
    });
    await click('Create account');
    isBusy = false;
    bridge.emit('registration.changed', { phase: 'idle', serial: 0 });
    await settled();
    expect(wrapper.find('[data-step="enroll-profile"]').exists()).toBe(true);
  });

  it('shows a sign-up that another window began, and its end', async () => {
    const { heading, wrapper, bridge } = await open();
    bridge.emit('registration.changed', begun);
    await settled();
    expect(wrapper.find('[data-step="enroll-profile"]').exists()).toBe(true);
    bridge.emit('registration.changed', { phase: 'idle', serial: 1000 });
    await settled();
    expect(heading()).toBe('Create your account');
  });
});
