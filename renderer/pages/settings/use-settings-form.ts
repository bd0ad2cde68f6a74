import { computed, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Failure } from '../../../preload/define';
import type { OrgKind } from '../../../preload/schemas/app';
import type {
  ConnectionReport,
  PolicyPreset,
  SettingKey,
  SettingProblem,
} from '../../../preload/schemas/settings';
import { fieldId } from '../../components/field-id';
import { useAppStore } from '../../stores/app';
import { useSettingsStore } from '../../stores/settings';
import { displayKeys, oktaKeys, useSettingsDraft } from './use-settings-draft';

/** The settings page's form: what is typed and chosen, what is wrong with it, and saving it. */
export function useSettingsForm() {
  const { t } = useI18n();
  const app = useAppStore();
  const settings = useSettingsStore();
  const { typed, changes, draft, reset: resetTyped } = useSettingsDraft();
  const kind = ref<OrgKind | ''>('');
  const policy = ref<PolicyPreset>('default');
  const isSaving = ref(false);
  const isSaved = ref(false);
  const problems = shallowRef<readonly SettingProblem[]>([]);
  const failure = shallowRef<Failure<string> | null>(null);
  const report = shallowRef<ConnectionReport | null>(null);

  function reset() {
    resetTyped();
    kind.value = app.intendedOrg ?? app.state?.org?.kind ?? '';
    policy.value = settings.view?.practicePolicy ?? 'default';
  }

  const isOrgChanged = computed(() => {
    if (kind.value === '') return false;
    if (kind.value !== app.state?.org?.kind) return true;
    return kind.value === 'practice' && policy.value !== settings.view?.practicePolicy;
  });
  /** Arriving with an intention is not a change yet. */
  const hasChanges = computed(
    () =>
      changes.value.length > 0 || (isOrgChanged.value && kind.value !== (app.intendedOrg ?? '')),
  );
  const visibleKeys = computed<readonly SettingKey[]>(() =>
    kind.value === 'practice' ? displayKeys : [...oktaKeys, ...displayKeys],
  );

  const errors = computed(() => {
    const texts: Partial<Record<SettingKey, string[]>> = {};
    const found = report.value;
    for (const { key, problem } of [...problems.value, ...(found?.problems ?? [])]) {
      (texts[key] ??= []).push(t(`settings.problem.${problem}`));
    }
    if (found?.field && found.finding !== 'ready' && texts[found.field] === undefined) {
      texts[found.field] = [t(`settings.finding.${found.finding}.title`)];
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
    report.value = null;
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
      kind.value === 'practice' ? policy.value : undefined,
    );
    const missing = (['orgUrl', 'clientId'] as const).filter((key) => typed[key].trim() === '');
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
    isSaving,
    isSaved,
    failure,
    report,
    hasChanges,
    errors,
    summary,
    testDraft: () => draft(oktaKeys),
    reset,
    save,
  };
}
