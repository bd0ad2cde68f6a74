import { computed, type ComputedRef } from 'vue';
import type { FieldView } from '../../../preload/contract/registration/field';
import type { PersonView } from '../../../preload/contract/registration/step';
import { useStep } from '../step-context';
import { checkPassword, type RuleState } from './rules';

/**
 * The org's rules for what is typed into a password field. On a profile form the person's own name
 * and login are what stands in the fields beside it.
 */
export function usePasswordRules(field: FieldView): {
  person: ComputedRef<PersonView>;
  states: ComputedRef<RuleState[]>;
} {
  const step = useStep();
  const typed = (attribute: string): string | null => {
    const own = step.view.value.fields.find(({ name }) => name === `userProfile.${attribute}`);
    return (own && String(step.valueOf(own)).trim()) || null;
  };
  const person = computed(() => {
    const known = step.view.value.person;
    return {
      login: typed('login') ?? typed('email') ?? known.login,
      firstName: typed('firstName') ?? known.firstName,
      lastName: typed('lastName') ?? known.lastName,
    };
  });
  const states = computed(() => {
    const rules = step.view.value.passwordRules;
    return rules ? checkPassword(String(step.valueOf(field)), rules, person.value) : [];
  });
  step.addCheck(() => {
    const isEmpty = step.valueOf(field) === '';
    const hasOpenRule = states.value.some(({ isMet }) => !isMet);
    return hasOpenRule && !isEmpty ? [{ name: field.name, key: 'passwordRules' }] : [];
  });
  return { person, states };
}
