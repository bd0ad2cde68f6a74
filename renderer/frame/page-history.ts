import { onScopeDispose, watch } from 'vue';
import { isPageName, type PageName } from '../../preload/contract/pages';
import { useAppStore } from '../stores/app';

/** Makes the Back button of a browser, a mouse or a keyboard lead from a page to the one before. */
export function usePageHistory(): void {
  const app = useAppStore();

  watch(
    () => app.page,
    (page) => {
      if (page === pageOf(history.state)) return;
      if (page === 'home') history.back();
      else if (pageOf(history.state) === 'home') history.pushState({ page }, '');
      else history.replaceState({ page }, '');
    },
  );

  async function follow() {
    const isLeft = await app.show(pageOf(history.state));
    if (!isLeft) history.pushState({ page: app.page }, '');
  }

  addEventListener('popstate', follow);
  onScopeDispose(() => removeEventListener('popstate', follow));
}

function pageOf(state: unknown): PageName {
  const page = typeof state === 'object' && state !== null && 'page' in state ? state.page : 'home';
  return isPageName(page) ? page : 'home';
}
