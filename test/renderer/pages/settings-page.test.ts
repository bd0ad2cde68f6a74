import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../preload/contract/define';
import { misconfigurations } from '../../../preload/contract/misconfigurations';
import { personKeys } from '../../../main/settings/table';
import { settingProblems, settingsNotices } from '../../../preload/contract/settings';
import { wayBackKinds } from '../../../preload/contract/app';
import enSettings from '../../../renderer/i18n/locales/en/settings.json';
import App from '../../../renderer/App.vue';
// The app loads these when they are first needed; no test has to wait for that.
import '../../../renderer/components/ModalDialog.vue';
import '../../../renderer/pages/settings/SettingsPage.vue';
import '../../../renderer/readiness/ReadinessCheck.vue';
import {
  type Answers,
  appState,
  fakeBridge,
  finding,
  readinessView,
  settingsView,
} from '../fake-bridge';
import { mountWith } from '../mount-with';

async function openSettings(answers: Answers = {}) {
  const mounted = mountWith(App, { bridge: fakeBridge(answers) });
  await flushPromises();
  mounted.bridge.emit('app.navigated', { page: 'settings' });
  await vi.waitFor(() => expect(mounted.wrapper.find('form').exists()).toBe(true));
  const { wrapper, bridge } = mounted;
  return {
    ...mounted,
    field: (name: string) => wrapper.get<HTMLInputElement>(`[name=${name}]`),
    texts: () => wrapper.get('main').text(),
    saved: () => bridge.asked.filter(({ channel }) => channel === 'settings.save'),
    submit: async () => {
      await wrapper.get('form').trigger('submit');
      await flushPromises();
    },
    click: async (name: string) => {
      const button = [...document.querySelectorAll('button')].find(
        (each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === name,
      );
      if (!button) throw new Error(`No button "${name}"`);
      button.focus();
      button.click();
      await flushPromises();
    },
  };
}

afterEach(() => history.replaceState(null, ''));

describe('the settings page', () => {
  it('has a control for every setting, named after it', async () => {
    const { wrapper } = await openSettings();
    for (const key of personKeys) expect(wrapper.findAll(`[name=${key}]`)).toHaveLength(1);
  });

  it.each(wayBackKinds)('says which redirect URI is in use, and why: %s', async (kind) => {
    const redirectUri = 'http://127.0.0.1:49152/callback';
    const state = appState({ wayBack: { redirectUri, kind } });
    const { texts } = await openSettings({ app: { read: async () => ok(state) } });
    expect(texts()).toContain(`Sign-ups use this redirect URI: ${redirectUri}`);
    expect(texts()).toContain(enSettings.settings.wayBack[kind]);
  });

  it('saves only what was changed', async () => {
    const { field, submit, saved, texts } = await openSettings();
    await field('clientId').setValue('0oaAAAAAAAAAAAAAAAAA');
    await submit();
    expect(saved().map(({ request }) => request)).toEqual([{ clientId: '0oaAAAAAAAAAAAAAAAAA' }]);
    expect(texts()).toContain('Settings saved.');
  });

  it('says where each value comes from and leaves managed ones alone', async () => {
    const view = settingsView([
      { key: 'orgUrl', value: 'https://corp.okta.com', source: 'managed' },
      { key: 'language', value: 'de', source: 'managed' },
    ]);
    const { field, texts } = await openSettings({ settings: { read: async () => ok(view) } });
    expect(field('orgUrl').element.readOnly).toBe(true);
    expect(field('orgUrl').element.value).toBe('https://corp.okta.com');
    expect(field('language').element.disabled).toBe(true);
    expect(field('clientId').element.readOnly).toBe(false);
    for (const words of ['Set by your administrator', 'Saved here', 'Default'])
      expect(texts()).toContain(words);
  });

  it('puts each problem on its field and the focus on the summary', async () => {
    const { field, submit, wrapper } = await openSettings({
      settings: {
        save: async () =>
          ok({
            saved: false,
            problems: [
              { key: 'orgUrl', problem: 'admin-host' },
              { key: 'scopes', problem: 'missing-openid' },
            ],
          }),
      },
    });
    await field('orgUrl').setValue('acme-admin.okta.com');
    await submit();
    expect(field('orgUrl').attributes('aria-invalid')).toBe('true');
    expect(field('clientId').attributes('aria-invalid')).toBeUndefined();
    const described = field('orgUrl').attributes('aria-describedby') ?? '';
    expect(document.getElementById(described.split(' ').at(-1) ?? '')?.textContent).toContain(
      'address of the Admin Console',
    );
    expect(document.activeElement?.textContent).toContain('Check 2 settings');
    expect(wrapper.get('details').element.open).toBe(true);
    expect(field('orgUrl').element.value).toBe('acme-admin.okta.com');
  });

  it('checks what is typed, saved or not, and marks the field at fault', async () => {
    const failed = finding({ status: 'fail', field: 'clientId', summary: 'Nobody knows it.' });
    const { field, click, saved, bridge } = await openSettings({
      readiness: {
        run: async () =>
          ok(readinessView({ serial: 5, state: 'done', verdict: 'not-ready', findings: [failed] })),
      },
    });
    await field('orgUrl').setValue('other.okta.com');
    await click('Check readiness');
    expect(bridge.asked.at(-1)?.request).toEqual({
      draft: { orgUrl: 'other.okta.com' },
      token: { kind: 'none' },
      scope: 'all',
    });
    expect(document.activeElement?.textContent).toContain('Not ready');
    expect(field('clientId').attributes('aria-invalid')).toBe('true');
    expect(field('orgUrl').attributes('aria-invalid')).toBeUndefined();
    document.querySelector<HTMLElement>('a[href="#field-clientId"]')?.click();
    expect(document.activeElement).toBe(field('clientId').element);
    expect(saved()).toEqual([]);
  });

  it('marks what cannot be tried, and opens where it is folded away', async () => {
    const { field, click, wrapper } = await openSettings({
      readiness: {
        run: async () =>
          ok(
            readinessView({
              serial: 5,
              state: 'done',
              verdict: 'not-ready',
              problems: [{ key: 'issuer', problem: 'not-a-url' }],
            }),
          ),
      },
    });
    await click('Check readiness');
    expect(field('issuer').attributes('aria-invalid')).toBe('true');
    expect(wrapper.get('details').element.open).toBe(true);
  });

  it('makes main forget a token when it is left', async () => {
    const { click, bridge } = await openSettings();
    await click('Back');
    expect(bridge.asked.map(({ channel }) => channel)).toContain('readiness.leave');
  });

  it('has words for every problem and every notice', async () => {
    const problems = settingProblems.map((problem) => ({ key: 'orgUrl' as const, problem }));
    const notices = settingsNotices.map((kind) => ({ kind, subject: '/etc/some-file' }));
    const { field, submit, texts } = await openSettings({
      settings: {
        read: async () => ok(settingsView([], { notices })),
        save: async () => ok({ saved: false, problems }),
      },
    });
    await field('orgUrl').setValue('x');
    await submit();
    expect(texts()).not.toMatch(/settings\.(problem|notice)\./);
    expect(texts().split('/etc/some-file')).toHaveLength(notices.length + 1);
  });

  it('hints at an unusual client ID without refusing it', async () => {
    const { field, submit, saved, texts } = await openSettings();
    expect(texts()).not.toContain('usually begin with 0oa');
    await field('clientId').setValue('my-client');
    expect(texts()).toContain('usually begin with 0oa');
    expect(field('clientId').attributes('aria-invalid')).toBeUndefined();
    await submit();
    expect(saved()).toHaveLength(1);
  });

  it('asks before unsaved changes are left, and does as it is told', async () => {
    const { field, click, wrapper } = await openSettings();
    await field('orgUrl').setValue('other.okta.com');
    await click('Back');
    await vi.waitFor(() => expect(document.querySelector('[role=dialog]')).not.toBeNull());
    await click('Keep editing');
    expect(field('orgUrl').element.value).toBe('other.okta.com');
    await click('Back');
    await vi.waitFor(() => expect(document.querySelector('[role=dialog]')).not.toBeNull());
    await click('Discard changes');
    expect(wrapper.find('[name=orgUrl]').exists()).toBe(false);
  });

  it('lets an unchanged page go without asking', async () => {
    const { click, wrapper } = await openSettings();
    await click('Back');
    expect(wrapper.find('form').exists()).toBe(false);
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });

  it('leads from the first run over URL and client ID to "Create account"', async () => {
    const empty = settingsView([
      { key: 'orgUrl', value: '', source: 'default' },
      { key: 'clientId', value: '', source: 'default' },
      { key: 'issuer', value: '', source: 'default' },
    ]);
    let isConfigured = false;
    const state = () =>
      appState({
        org: isConfigured ? { kind: 'okta', host: 'new.okta.com', misconfiguration: null } : null,
      });
    const { wrapper, bridge, field, submit } = await openSettings({
      app: { read: async () => ok(state()) },
      settings: {
        read: async () => ok(empty),
        selectOrg: async () => {
          isConfigured = true;
          return ok(state());
        },
      },
    });
    await wrapper.get('[name=org][value=okta]').setValue(true);
    await field('orgUrl').setValue('new.okta.com');
    await field('clientId').setValue('0oaAAAAAAAAAAAAAAAAA');
    await submit();
    expect(bridge.asked).toContainEqual({
      channel: 'settings.selectOrg',
      request: { org: 'okta' },
    });
    expect(wrapper.get('h1').text()).toBe('Create your account');
    expect(wrapper.get('main').text()).toContain('new.okta.com');
  });

  it('comes with the Okta org chosen for whoever set out to connect to one', async () => {
    const { wrapper } = mountWith(App, {
      bridge: fakeBridge({ app: { read: async () => ok(appState({ org: null })) } }),
    });
    await flushPromises();
    const connect = wrapper.findAll('button').find((each) => each.text().startsWith('Connect to'));
    await connect?.trigger('click');
    await vi.waitFor(() => expect(wrapper.find('form').exists()).toBe(true));
    const okta = wrapper.get<HTMLInputElement>('[name=org][value=okta]');
    expect(okta.element.checked).toBe(true);
    await wrapper.get('h1').trigger('keydown', { key: 'Escape' });
    await flushPromises();
    expect(wrapper.get('h1').text()).toBe('Choose where people sign up');
  });

  it('points at the empty fields when an unconfigured org is chosen', async () => {
    const { wrapper, field, submit } = await openSettings({
      app: { read: async () => ok(appState({ org: null })) },
      settings: {
        read: async () =>
          ok(
            settingsView([
              { key: 'orgUrl', value: '', source: 'default' },
              { key: 'clientId', value: '', source: 'default' },
            ]),
          ),
        selectOrg: async () => fail('org-not-configured'),
      },
    });
    await wrapper.get('[name=org][value=okta]').setValue(true);
    await submit();
    expect(field('orgUrl').attributes('aria-invalid')).toBe('true');
    expect(field('clientId').attributes('aria-invalid')).toBe('true');
  });

  it('changes the policy of the practice org', async () => {
    const { bridge, field, submit, wrapper } = await openSettings({
      app: {
        read: async () =>
          ok(appState({ org: { kind: 'practice', host: 'localhost', misconfiguration: null } })),
      },
    });
    expect(wrapper.find('[name=orgUrl]').exists()).toBe(false);
    await field('practicePolicy').setValue('email-only');
    await submit();
    expect(bridge.asked).toContainEqual({
      channel: 'settings.selectOrg',
      request: { org: 'practice', policy: 'email-only', misconfiguration: null },
    });
  });

  it('sets the practice org up wrong on purpose, and right again', async () => {
    let state = appState({ org: { kind: 'practice', host: 'localhost', misconfiguration: null } });
    const { bridge, field, submit, wrapper } = await openSettings({
      app: { read: async () => ok(state) },
      settings: {
        selectOrg: async ({ misconfiguration = null }) => {
          state = appState({ org: { kind: 'practice', host: 'localhost', misconfiguration } });
          return ok(state);
        },
      },
    });
    await vi.waitFor(() => expect(wrapper.text()).toContain('Title of client-unknown'));
    const choices = wrapper.findAll('[name=practiceFault] option');
    expect(choices).toHaveLength(misconfigurations.length + 1);
    for (const [chosen, sent] of [
      ['client-unknown', 'client-unknown'],
      ['', null],
    ] as const) {
      await field('practiceFault').setValue(chosen);
      await submit();
      expect(bridge.asked).toContainEqual({
        channel: 'settings.selectOrg',
        request: { org: 'practice', policy: 'default', misconfiguration: sent },
      });
      expect(field('practiceFault').element.value).toBe(chosen);
    }
  });

  it('can be read again where it could not be read', async () => {
    let isBroken = true;
    const { wrapper, bridge } = mountWith(App, {
      bridge: fakeBridge({
        settings: {
          read: async () =>
            isBroken ? fail('internal', { reference: 'R-4' }) : ok(settingsView()),
        },
      }),
    });
    await flushPromises();
    bridge.emit('app.navigated', { page: 'settings' });
    await vi.waitFor(() => expect(wrapper.text()).toContain('R-4'));
    isBroken = false;
    const again = wrapper.findAll('button').find((button) => button.text() === 'Try again');
    await again?.trigger('click');
    await vi.waitFor(() => expect(wrapper.find('[name=orgUrl]').exists()).toBe(true));
  });

  it('shows what is set elsewhere at once, and keeps what was typed', async () => {
    const { field, bridge, texts } = await openSettings();
    await field('clientId').setValue('typed-here');
    await field('scopes').setValue('openid typed');
    bridge.emit(
      'settings.changed',
      settingsView(
        [
          { key: 'orgUrl', value: 'https://managed.okta.com', source: 'managed' },
          { key: 'scopes', value: 'openid email', source: 'managed' },
        ],
        { notices: [{ kind: 'managed-kept-malformed', subject: '/etc/some-file' }] },
      ),
    );
    await flushPromises();
    expect(field('orgUrl').element.value).toBe('https://managed.okta.com');
    expect(field('orgUrl').element.readOnly).toBe(true);
    expect(field('scopes').element.value).toBe('openid email');
    expect(field('clientId').element.value).toBe('typed-here');
    expect(texts()).toContain('/etc/some-file is no longer valid JSON');
  });

  it('has its notices on the page of the readiness check too', async () => {
    const view = settingsView([], {
      notices: [{ kind: 'managed-kept-unreadable', subject: '/etc/some-file' }],
    });
    const { wrapper, bridge } = mountWith(App, {
      bridge: fakeBridge({ settings: { read: async () => ok(view) } }),
    });
    await flushPromises();
    bridge.emit('app.navigated', { page: 'readiness' });
    await vi.waitFor(() =>
      expect(wrapper.get('main').text()).toContain('/etc/some-file can no longer be opened'),
    );
  });
});
