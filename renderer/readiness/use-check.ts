import { computed, nextTick, onBeforeUnmount, onMounted, type Ref, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ReadinessView, RunRequest } from '../../preload/contract/readiness';
import type { SettingsDraft } from '../../preload/contract/settings';
import { useAppStore } from '../stores/app';
import { useReadinessStore } from '../stores/readiness';

/** Milliseconds between two steps that are read out: a quick run would never fall silent. */
const quiet = 2000;

export interface CheckOptions {
  /** What is typed into the settings, asked for at every start; null for the org in force. */
  readonly draft: (() => SettingsDraft) | null;
  readonly root: Readonly<Ref<HTMLElement | null>>;
  readonly focusHeading: () => void;
  /** The end of a run that was begun here; null when another begins. */
  readonly onChecked: (view: ReadinessView | null) => void;
}

/** Runs the readiness check for a component, and gives its token up when that goes. */
export function useCheck({ draft, root, focusHeading, onChecked }: CheckOptions) {
  const { t } = useI18n();
  const app = useAppStore();
  const store = useReadinessStore();
  const hasBegun = ref(false);
  const state = computed(() => store.view?.state ?? null);
  let announcedAt = 0;

  async function start(scope: RunRequest['scope'], token?: RunRequest['token']) {
    onChecked(null);
    const kept = store.view?.hasToken ? ('kept' as const) : ('none' as const);
    const begun = await store.run({
      draft: draft?.() ?? null,
      token: token ?? { kind: kept },
      scope,
    });
    if (!begun) return;
    hasBegun.value = true;
    await turn();
  }

  /** Focus follows the run, unless the person has gone on to something else. */
  async function turn() {
    const { activeElement } = document;
    const isHere = activeElement === document.body || root.value?.contains(activeElement);
    await nextTick();
    if (isHere) focusHeading();
    if (state.value !== 'running') onChecked(store.view);
  }

  watch(state, (_, before) => {
    if (before === 'running' && hasBegun.value) void turn();
  });

  watch(
    () => store.view?.findings.find(({ status }) => status === 'running')?.check,
    (check) => {
      const findings = store.view?.findings ?? [];
      const index = findings.findIndex((one) => one.check === check);
      if (!hasBegun.value || index === -1 || Date.now() - announcedAt < quiet) return;
      announcedAt = Date.now();
      const name = findings[index]?.name ?? '';
      void app.announce(
        t('readiness.progress', { number: index + 1, count: findings.length, name }),
      );
    },
  );

  onMounted(store.read);
  onBeforeUnmount(store.leave);

  return { state, hasBegun, start };
}
