import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { announceKey } from './components/announcing';
import { bridgeKey, withPlainCopies } from './bridge';
import { createTranslation } from './i18n';
import { useAppStore } from './stores/app';
import { hearUnforeseen } from './unforeseen';
import './styles/tokens.css';
import './styles/base.css';

const vue = createApp(App)
  .provide(bridgeKey, withPlainCopies(window.frontdesk))
  .provide(announceKey, (text) => void useAppStore().announce(text))
  .use(createPinia())
  .use(createTranslation());
hearUnforeseen(vue, window, (detail) => void useAppStore().noteUnforeseen(detail));
vue.mount('#app');
