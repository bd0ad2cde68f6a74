import { enableAutoUnmount, mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach } from 'vitest';
import { type Component, defineComponent, h } from 'vue';
import { bridgeKey } from '../../renderer/bridge';
import { announceKey } from '../../renderer/components/announcing';
import { createTranslation } from '../../renderer/i18n';
import { useAppStore } from '../../renderer/stores/app';
import { type FakeBridge, fakeBridge } from './fake-bridge';

enableAutoUnmount(afterEach);

/** vue-i18n keeps every app in this list for Vue's developer tools, and nobody empties it. */
afterEach(() => Reflect.deleteProperty(globalThis, '__VUE_DEVTOOLS_PLUGINS__'));

/** What the app loads before the wizard appears. */
const stepTexts = import.meta.glob<object>(
  '../../renderer/i18n/locales/en/{endings,gates,messages,methods,readiness,registration}.json',
  { eager: true, import: 'default' },
);

function translation() {
  const i18n = createTranslation();
  for (const texts of Object.values(stepTexts)) i18n.global.mergeLocaleMessage('en', texts);
  return i18n;
}

export interface MountOptions {
  readonly bridge?: FakeBridge;
  readonly props?: Record<string, unknown>;
  readonly slots?: Record<string, string | (() => unknown)>;
}

/** Mounts into the document, as the app would: focus and links to fields work. */
export function mountWith(component: Component, options: MountOptions = {}) {
  const bridge = options.bridge ?? fakeBridge();
  const wrapper = mount(component, {
    attachTo: document.body,
    props: options.props ?? {},
    slots: options.slots ?? {},
    global: {
      plugins: [createPinia(), translation()],
      provide: {
        [bridgeKey]: bridge,
        [announceKey]: (text: string) => void useAppStore().announce(text),
      },
    },
  });
  return { wrapper, bridge };
}

/** Runs a store as a component would; returns it and the bridge behind it. */
export function withStore<Store>(useStore: () => Store, bridge: FakeBridge = fakeBridge()) {
  const made: Store[] = [];
  const host = defineComponent({
    setup() {
      made.push(useStore());
      return () => h('div');
    },
  });
  mountWith(host, { bridge });
  const [store] = made;
  if (store === undefined) throw new Error('The store was not set up.');
  return { store, bridge };
}
