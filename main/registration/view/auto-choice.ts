import type { FormValues } from '../idx/request-body';
import type { PlannedStep } from './step-view';

/**
 * The values that pass a method picker with one required choice, where there is nothing to decide;
 * null where the person has to look: several methods, a way to skip, a message, a grace period.
 */
export function soleRequiredChoice({ view }: PlannedStep): FormValues | null {
  if (view.step !== 'select-authenticator-enroll' || view.messages.length > 0) return null;
  if (view.actions.some(({ kind }) => kind === 'skip')) return null;
  const [field, ...otherFields] = view.fields;
  if (!field || otherFields.length > 0) return null;
  const [option, ...otherOptions] = field.options;
  if (!option || otherOptions.length > 0 || option.authenticator?.gracePeriod) return null;
  return { [field.name]: option.id };
}
