import { reactive } from 'vue';
import type { FieldView, RegistrationState, StepView } from '../../preload/schemas/registration';

export type Value = string | boolean;
export type Values = Record<string, Value>;

/** Two views with the same key are the same form, drawn again. */
export function stepKey({ step, authenticator }: StepView): string {
  return authenticator === null ? step : `${step}/${authenticator.key}`;
}

/** Every field of a form, those of its options included. */
export function everyField(fields: readonly FieldView[]): FieldView[] {
  return fields.flatMap((field) => [
    field,
    ...field.options.flatMap((option) => everyField(option.fields)),
  ]);
}

/**
 * What was typed, by form and field name, in memory only. It outlives a refusal, and a look at
 * another form; secrets go when their form is left.
 */
export function createDrafts() {
  const forms = reactive(new Map<string, Map<string, Value>>());
  return {
    read: (view: StepView, name: string) => forms.get(stepKey(view))?.get(name),
    write(view: StepView, name: string, value: Value) {
      const key = stepKey(view);
      const form = forms.get(key) ?? new Map<string, Value>();
      form.set(name, value);
      forms.set(key, form);
    },
    leave(view: StepView, next: RegistrationState) {
      if (next.phase === 'step' && stepKey(next) === stepKey(view)) return;
      const form = forms.get(stepKey(view));
      for (const { name, isSecret } of everyField(view.fields)) if (isSecret) form?.delete(name);
    },
    clear: () => forms.clear(),
  };
}
