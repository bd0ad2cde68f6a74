import { flushPromises } from '@vue/test-utils';
import { defineComponent, h } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ReadinessView, RunRequest } from '../../../preload/contract/readiness';
import type { SettingsDraft } from '../../../preload/contract/settings';
import settingsTexts from '../../../renderer/i18n/locales/en/settings.json';
import ReadinessCheck from '../../../renderer/readiness/ReadinessCheck.vue';
import { useAppStore } from '../../../renderer/stores/app';
import { type Answers, fakeBridge, readinessView } from '../fake-bridge';
import { mountWith } from '../mount-with';

/** The check on a page of its own, or over typed settings, with main played by the test. */
export async function openCheck(
  answers: Answers['readiness'] = {},
  draft: (() => SettingsDraft) | null = null,
) {
  const bridge = fakeBridge({ readiness: answers });
  const page = defineComponent({
    setup() {
      useI18n({ useScope: 'global' }).mergeLocaleMessage('en', settingsTexts);
      return () => h(ReadinessCheck, { draft });
    },
  });
  const { wrapper } = mountWith(page, { bridge });
  const app = useAppStore();
  await app.load();
  await flushPromises();
  let serial = 100;
  return {
    wrapper,
    bridge,
    app,
    button(text: string) {
      const found = wrapper.findAll('button').find((one) => one.text().includes(text));
      if (!found) throw new Error(`No button “${text}” in ${wrapper.text()}`);
      return found;
    },
    async click(text: string) {
      await this.button(text).trigger('click');
      await flushPromises();
    },
    async push(changes: Partial<ReadinessView>) {
      bridge.emit('readiness.changed', readinessView({ ...changes, serial: (serial += 1) }));
      await flushPromises();
    },
    runs: () =>
      bridge.asked
        .filter(({ channel }) => channel === 'readiness.run')
        .map(({ request }) => request as RunRequest),
    /** What it told the page around it, oldest first. */
    told: () =>
      (wrapper.getComponent(ReadinessCheck).emitted<[ReadinessView | null]>('checked') ?? []).map(
        ([view]) => view,
      ),
    focused: () => document.activeElement?.textContent ?? '',
  };
}
