import { computed, reactive, watch } from 'vue';
import type { SettingsDraft, SettingView } from '../../../preload/contract/settings';
import { useSettingsStore } from '../../stores/settings';
import { type FieldKey, fieldKeys, settingFields } from './setting-fields';

export type Typed = Partial<Record<FieldKey, string>>;

/** What is wrong with the settings, in words for their fields. */
export type Errors = Readonly<Partial<Record<string, readonly string[]>>>;

/** What is typed into the settings, and how it differs from what is in force. */
export function useSettingsDraft() {
  const settings = useSettingsStore();
  const shown = (key: FieldKey) => shownValue(key, settings.setting(key));
  const inForce = () => Object.fromEntries(fieldKeys.map((key) => [key, shown(key)]));
  const typed = reactive<Typed>({});

  let last: Readonly<Record<string, string>> = {};

  function reset() {
    last = inForce();
    Object.assign(typed, last);
  }

  /** What changes elsewhere shows at once; what was typed here stays, but for what is managed now. */
  watch(
    () => settings.view,
    () => {
      const before = last;
      last = inForce();
      for (const key of fieldKeys) {
        const isTyped = typed[key] !== before[key];
        if (!isTyped || settings.setting(key).source === 'managed') typed[key] = shown(key);
      }
    },
  );

  const changes = computed(() =>
    fieldKeys.filter(
      (key) => settings.setting(key).source !== 'managed' && (typed[key] ?? '') !== shown(key),
    ),
  );

  /** The changed settings among these; what is left out stays as it is in force. */
  function draft(keys: readonly FieldKey[]): SettingsDraft {
    const changed = changes.value.filter((key) => keys.includes(key));
    return Object.fromEntries(changed.map((key) => [key, typed[key] ?? '']));
  }

  return { typed, changes, draft, reset };
}

function shownValue(key: FieldKey, { value, source }: SettingView): string {
  return source === 'default' && settingFields[key].followsWhenUnset ? '' : value;
}
