import { reactive } from 'vue';
import type { FieldView } from '../../preload/contract/registration/field';
import type { RegistrationState } from '../../preload/contract/registration';
import type { StepView } from '../../preload/contract/registration/step';

export type Value = string | boolean;
export type Values = Record<string, Value>;

/** Two views with the same key are the same form, drawn again. */
export function stepKey({ step, authenticator }: StepView): string {
  return authenticator === null ? step : `${step}/${authenticator.key}`;
}

export function isSameForm(one: RegistrationState, other: RegistrationState): boolean {
  return one.phase === 'step' && other.phase === 'step' && stepKey(one) === stepKey(other);
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
    has: (form: string) => forms.has(form),
    /**
     * Forgets all but the text of one form. A box is not ticked again for anybody, nor a yes or no
     * chosen: either may mean consent, and a new sign-up asks for it anew.
     */
    clearAllBut(form: string) {
      for (const key of forms.keys()) if (key !== form) forms.delete(key);
      for (const [name, value] of forms.get(form) ?? []) {
        if (['true', 'false'].includes(String(value))) forms.get(form)?.delete(name);
      }
    },
  };
}

/** Endings after which somebody else may sit down: nothing typed stays. */
const endingsThatForget = ['cancelled', 'session-expired'];

export function isForgotten(next: RegistrationState): boolean {
  if (next.phase === 'step') return false;
  if (next.phase === 'idle' || next.outcome.kind === 'success') return true;
  return endingsThatForget.includes(next.outcome.reason);
}
