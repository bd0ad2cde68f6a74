import {
  computed,
  inject,
  type InjectionKey,
  onScopeDispose,
  provide,
  type Ref,
  shallowRef,
  watch,
} from 'vue';
import { useI18n } from 'vue-i18n';
import type { ActionView, StepView } from '../../preload/contract/registration/step';
import type { FieldView } from '../../preload/contract/registration/field';
import { useRegistrationStore } from '../stores/registration';
import type { Value, Values } from '../stores/drafts';
import { checkField, type FieldProblem } from './fields/check-field';
import { presetOf } from './fields/preset';
import { useMessageText } from './messages/use-message-text';
import { useStepTitle } from './use-step-title';

/** A check of a step's own, for as long as the component that adds it is there. */
export type StepCheck = () => readonly FieldProblem[];

/** What a step's component works with: the view, what is typed, what is wrong, what can be done. */
export interface StepContext {
  readonly view: Readonly<Ref<StepView>>;
  /** Text key under which `title`, `submit` and `busy` of the step are. */
  readonly texts: Readonly<Ref<string>>;
  /** The sentence above the step, which names its form too. */
  readonly title: Readonly<Ref<string>>;
  /** The action that is on its way, by id. */
  readonly running: Readonly<Ref<string | null>>;
  readonly problems: Readonly<Ref<readonly FieldProblem[]>>;
  /** Goes up when sending was refused here, before anything left the app. */
  readonly refusals: Readonly<Ref<number>>;
  valueOf(field: FieldView): Value;
  textOf(name: string): string;
  set(name: string, value: Value): void;
  errorsOf(field: FieldView | string): string[];
  addCheck(check: StepCheck): void;
  /** What is sent for a field that shows its value in another form, while its component is there. */
  addWireValue(name: string, value: () => Value): void;
  action(id: string): ActionView | undefined;
  /** Checks the form and sends it; `overrides` replace what the fields show. */
  send(overrides?: Values): Promise<void>;
  take(action: ActionView, values?: Values): Promise<void>;
}

const contextKey: InjectionKey<StepContext> = Symbol('step');

export function useStep(): StepContext {
  const context = inject(contextKey);
  if (context === undefined) throw new Error('A step is rendered outside the wizard.');
  return context;
}

/** Gives the step below everything it needs. The view may change while the form stays. */
export function provideStep(
  view: Readonly<Ref<StepView>>,
  texts: Readonly<Ref<string>>,
): StepContext {
  const { t } = useI18n();
  const store = useRegistrationStore();
  const messageText = useMessageText();
  const problems = shallowRef<readonly FieldProblem[]>([]);
  const refusals = shallowRef(0);
  const checks = new Set<StepCheck>();
  const wireValues = new Map<string, () => Value>();
  watch(
    () => view.value.serial,
    () => (problems.value = []),
  );

  const valueOf = (field: FieldView): Value =>
    store.valueOf(view.value, field.name) ?? presetOf(field, view.value.step);
  const own = (name: string) =>
    problems.value
      .filter((problem) => problem.name === name)
      .map(({ key, params }) => problemText(t, key, params));

  const context: StepContext = {
    view,
    texts,
    title: useStepTitle(
      () => view.value,
      () => texts.value,
    ),
    running: computed(() => store.running),
    problems,
    refusals,
    valueOf,
    textOf: (name) => String(store.valueOf(view.value, name) ?? ''),
    set: (name, value) => store.setValue(view.value, name, value),
    errorsOf(field) {
      if (typeof field === 'string') return own(field);
      const said = field.messages.filter(({ level }) => level !== 'info');
      return [...own(field.name), ...said.map((message) => messageText(message, field.name))];
    },
    addCheck(check) {
      checks.add(check);
      onScopeDispose(() => checks.delete(check));
    },
    addWireValue(name, value) {
      wireValues.set(name, value);
      onScopeDispose(() => {
        if (wireValues.get(name) === value) wireValues.delete(name);
      });
    },
    action: (id) => view.value.actions.find((action) => action.id === id),
    async send(overrides = {}) {
      if (store.isBusy) return;
      const fields = activeFields(view.value.fields, valueOf);
      const special = [...checks].flatMap((check) => check());
      const usual = fields
        .filter((field) => !special.some(({ name }) => name === field.name))
        .map((field) => checkField(field, valueOf(field)));
      problems.value = [...usual.filter((problem) => problem !== null), ...special];
      if (problems.value.length > 0) {
        refusals.value += 1;
        return;
      }
      const typed = Object.fromEntries(
        fields.map((field) => [field.name, wireValues.get(field.name)?.() ?? valueOf(field)]),
      );
      await store.submit('submit', { ...typed, ...overrides });
    },
    take: (action, values) => store.submit(action.id, values),
  };
  provide(contextKey, context);
  return context;
}

/** The fields that count: those of the options not chosen do not, nor does what the org has set. */
export function activeFields(
  fields: readonly FieldView[],
  valueOf: (field: FieldView) => Value,
): FieldView[] {
  return fields.flatMap((field) => {
    if (field.control === 'fixed') return [];
    const chosen = field.options.find(({ id }) => id === valueOf(field));
    return [field, ...activeFields(chosen?.fields ?? [], valueOf)];
  });
}

export function problemText(
  t: ReturnType<typeof useI18n>['t'],
  key: string,
  params: FieldProblem['params'] = {},
): string {
  const count = params['count'];
  const path = key.includes('.') ? key : `registration.problems.${key}`;
  return typeof count === 'number' ? t(path, params, count) : t(path, params);
}
