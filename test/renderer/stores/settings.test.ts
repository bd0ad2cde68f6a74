import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../preload/contract/define';
import { useSettingsStore } from '../../../renderer/stores/settings';
import { fakeBridge, settingsView } from '../fake-bridge';
import { withStore } from '../mount-with';

describe('the settings store', () => {
  it('treats a setting that main does not list as an empty default', () => {
    const { store } = withStore(useSettingsStore);
    expect(store.setting('orgUrl')).toEqual({ key: 'orgUrl', value: '', source: 'default' });
  });

  it('takes over what main made of a saved value', async () => {
    const saved = settingsView([
      { key: 'orgUrl', value: 'https://new.okta.com', source: 'stored' },
    ]);
    const bridge = fakeBridge({ settings: { save: async () => ok({ saved: true, view: saved }) } });
    const { store } = withStore(useSettingsStore, bridge);
    expect(await store.save({ orgUrl: 'new.okta.com' })).toEqual({ kind: 'saved' });
    expect(store.setting('orgUrl').value).toBe('https://new.okta.com');
  });

  it('tells a refused value from a file that could not be written', async () => {
    let isDiskFull = false;
    const bridge = fakeBridge({
      settings: {
        save: async () =>
          isDiskFull
            ? fail('not-saved')
            : ok({ saved: false, problems: [{ key: 'orgUrl', problem: 'admin-host' }] }),
      },
    });
    const { store } = withStore(useSettingsStore, bridge);
    expect(await store.save({ orgUrl: 'x' })).toMatchObject({ kind: 'problems' });
    isDiskFull = true;
    expect(await store.save({ orgUrl: 'x' })).toMatchObject({
      kind: 'failed',
      failure: { code: 'not-saved' },
    });
  });
});
