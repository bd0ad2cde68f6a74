import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { bridgeKey } from './bridge';
import { createTranslation } from './i18n';
import './styles/tokens.css';
import './styles/base.css';

createApp(App)
  .provide(bridgeKey, window.frontdesk)
  .use(createPinia())
  .use(createTranslation())
  .mount('#app');
