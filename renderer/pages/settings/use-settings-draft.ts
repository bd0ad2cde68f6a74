import { computed, reactive } from 'vue';
import type { SettingKey, SettingsDraft, SettingView } from '../../../preload/contract/settings';
import { useSettingsStore } from '../../stores/settings';

export const oktaKeys = ['orgUrl', 'clientId', 'issuer', 'redirectUri', 'scopes'] as const;
export const displayKeys = ['language', 'appearance'] as const;
const allKeys: readonly SettingKey[] = [...oktaKeys, ...displayKeys];

export type Typed = Record<SettingKey, string>;

/** What is typed into the settings, and how it differs from what is in force. */
export function useSettingsDraft() {
  const settings = useSettingsStore();
  const typed = reactive<Typed>({
    orgUrl: '',
    clientId: '',
    issuer: '',
    redirectUri: '',
    scopes: '',
    language: '',
    appearance: '',
  });

  function reset() {
    for (const key of allKeys) typed[key] = shownValue(settings.setting(key));
  }

  const changes = computed(() =>
    allKeys.filter((key) => {
      const setting = settings.setting(key);
      return setting.source !== 'managed' && typed[key] !== shownValue(setting);
    }),
  );

  /** The changed settings among these; what is left out stays as it is in force. */
  function draft(keys: readonly SettingKey[]): SettingsDraft {
    const changed = changes.value.filter((key) => keys.includes(key));
    return Object.fromEntries(changed.map((key) => [key, typed[key]]));
  }

  return { typed, changes, draft, reset };
}

/** Defaults that follow something else (the org, the computer) are shown as an empty choice. */
function shownValue({ key, value, source }: SettingView): string {
  const isFollowing = source === 'default' && (key === 'issuer' || key === 'language');
  return isFollowing ? '' : value;
}
