import { type Component, defineAsyncComponent } from 'vue';
import type { PageName } from '../../preload/contract/pages';
import HomePage from './HomePage.vue';

/** What draws each page; the rest of its row stands in `preload/contract/pages.ts`. */
export const pageComponents: Readonly<Record<PageName, Component>> = {
  home: HomePage,
  settings: defineAsyncComponent(() => import('../pages/settings/SettingsPage.vue')),
  readiness: defineAsyncComponent(() => import('../readiness/ReadinessPage.vue')),
  about: defineAsyncComponent(() => import('../pages/AboutPage.vue')),
};
