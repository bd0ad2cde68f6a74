import { type Ref, shallowRef, watch } from 'vue';
import type { Misconfiguration } from '../../preload/contract/misconfigurations';
import type { Cause } from '../../preload/contract/readiness';
import { useAppStore } from '../stores/app';
import { useReadinessStore } from '../stores/readiness';

/** What is known of misconfigurations, always in the language of the app; empty until it is here. */
export function useCauses(wanted: Readonly<Ref<readonly Misconfiguration[]>>) {
  const app = useAppStore();
  const readiness = useReadinessStore();
  const causes = shallowRef<readonly Cause[]>([]);

  watch(
    [wanted, () => app.state?.language],
    async ([now]) => {
      const explained = (await readiness.explain(now)) ?? [];
      if (wanted.value.join() === now.join()) causes.value = explained;
    },
    { immediate: true },
  );
  return causes;
}
