import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Failure } from '../../preload/contract/define';
import type {
  SettingKey,
  SettingProblem,
  SettingsDraft,
  SettingsView,
  SettingView,
} from '../../preload/contract/settings';
import { useBridge } from '../bridge';

export type SaveResult =
  | { readonly kind: 'saved' }
  | { readonly kind: 'problems'; readonly problems: readonly SettingProblem[] }
  | { readonly kind: 'failed'; readonly failure: Failure<string> };

/** The settings in force and where each comes from. */
export const useSettingsStore = defineStore('settings', () => {
  const bridge = useBridge();
  const view = shallowRef<SettingsView | null>(null);
  const failure = shallowRef<Failure<string> | null>(null);

  bridge.on('settings.changed', (changed) => {
    view.value = changed;
  });

  async function load(): Promise<void> {
    const result = await bridge.settings.read({});
    if (result.ok) view.value = result.value;
    failure.value = result.ok ? null : result.error;
  }

  /** One that main does not know reads as empty. */
  function setting(key: SettingKey): SettingView {
    const found = view.value?.settings.find((each) => each.key === key);
    return found ?? { key, value: '', source: 'default' };
  }

  async function save(draft: SettingsDraft): Promise<SaveResult> {
    const result = await bridge.settings.save(draft);
    if (!result.ok) return { kind: 'failed', failure: result.error };
    if (!result.value.saved) return { kind: 'problems', problems: result.value.problems };
    view.value = result.value.view;
    return { kind: 'saved' };
  }

  return { view, failure, load, setting, save };
});
