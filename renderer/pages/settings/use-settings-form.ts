import { computed, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Failure } from '../../../preload/contract/define';
import type { OrgKind } from '../../../preload/contract/app';
import type { Misconfiguration } from '../../../preload/contract/misconfigurations';
import type { ReadinessView } from '../../../preload/contract/readiness';
import type { PolicyPreset, SettingProblem } from '../../../preload/contract/settings';
import { fieldId } from '../../components/field-id';
import { useAppStore } from '../../stores/app';
import { useSettingsStore } from '../../stores/settings';
import { type FieldKey, fieldKeys, keysIn } from './setting-fields';
import { useSettingsDraft } from './use-settings-draft';

/** The settings page's form: what is typed and chosen, what is wrong with it, and saving it. */
export function useSettingsForm() {
  const { t } = useI18n();
  const app = useAppStore();
  const settings = useSettingsStore();
  const { typed, changes, draft, reset: resetTyped } = useSettingsDraft();
  const kind = ref<OrgKind | ''>('');
  const policy = ref<PolicyPreset>('default');
  /** How the practice org is to be wrong on purpose; empty where it is not. */
  const fault = ref<Misconfiguration | ''>('');
  const isSaving = ref(false);
  const isSaved = ref(false);
  const problems = shallowRef<readonly SettingProblem[]>([]);
  const failure = shallowRef<Failure<string> | null>(null);
  /** What a readiness check of the typed values has found. */
  const checked = shallowRef<ReadinessView | null>(null);

  function reset() {
    resetTyped();
    kind.value = app.intendedOrg ?? app.state?.org?.kind ?? '';
    policy.value = settings.view?.practicePolicy ?? 'default';
    fault.value = app.state?.org?.misconfiguration ?? '';
  }

  /** An org that is set elsewhere shows at once, unless the person has chosen another here. */
  watch(
    () => app.state?.org?.kind ?? '',
    (next, before) => {
      if (kind.value === before) kind.value = next;
    },
  );

  const isOrgChanged = computed(() => {
    if (kind.value === '') return false;
    if (kind.value !== app.state?.org?.kind) return true;
    if (kind.value !== 'practice') return false;
    return (
      policy.value !== settings.view?.practicePolicy ||
      fault.value !== (app.state?.org?.misconfiguration ?? '')
    );
  });
  /** Arriving with an intention is not a change yet. */
  const hasChanges = computed(
    () =>
      changes.value.length > 0 || (isOrgChanged.value && kind.value !== (app.intendedOrg ?? '')),
  );
  const visibleKeys = computed<readonly FieldKey[]>(() =>
    kind.value === 'practice' ? keysIn('display') : fieldKeys,
  );

  const errors = computed(() => {
    const texts: Record<string, string[]> = {};
    for (const { key, problem } of [...problems.value, ...(checked.value?.problems ?? [])]) {
      (texts[key] ??= []).push(t(`settings.problem.${problem}`));
    }
    for (const { status, field, summary: words } of checked.value?.findings ?? []) {
      // An org that does not answer may be at another address.
      const isInDoubt = status === 'fail' || status === 'cannot-tell';
      if (isInDoubt && field) texts[field] ??= [words];
    }
    return texts;
  });
  const summary = computed(() =>
    problems.value.map(({ key, problem }) => ({
      fieldId: fieldId(key),
      text: t('settings.summaryItem', {
        setting: t(`settings.${key}`),
        problem: t(`settings.problem.${problem}`),
      }),
    })),
  );

  /** Returns whether everything is saved; otherwise `problems` or `failure` say why not. */
  async function save(): Promise<boolean> {
    problems.value = [];
    failure.value = null;
    checked.value = null;
    isSaved.value = false;
    isSaving.value = true;
    isSaved.value = (await saveTyped()) && (await saveOrg());
    if (isSaved.value) {
      await app.load();
      reset();
    }
    isSaving.value = false;
    return isSaved.value;
  }

  async function saveTyped(): Promise<boolean> {
    const values = draft(visibleKeys.value);
    if (Object.keys(values).length === 0) return true;
    const result = await settings.save(values);
    if (result.kind === 'problems') problems.value = result.problems;
    if (result.kind === 'failed') failure.value = result.failure;
    return result.kind === 'saved';
  }

  async function saveOrg(): Promise<boolean> {
    if (kind.value === '' || !isOrgChanged.value) return true;
    const refusal = await app.selectOrg(
      kind.value,
      kind.value === 'practice'
        ? { policy: policy.value, misconfiguration: fault.value || null }
        : null,
    );
    const missing = (['orgUrl', 'clientId'] as const).filter(
      (key) => (typed[key] ?? '').trim() === '',
    );
    if (refusal?.code === 'org-not-configured' && missing.length > 0) {
      problems.value = missing.map((key) => ({ key, problem: 'empty' }));
    } else {
      failure.value = refusal;
    }
    return refusal === null;
  }

  return {
    typed,
    kind,
    policy,
    fault,
    isSaving,
    isSaved,
    failure,
    checked,
    hasChanges,
    errors,
    summary,
    oktaDraft: () => draft(keysIn('org', 'advanced')),
    reset,
    save,
  };
}
