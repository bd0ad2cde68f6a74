import { defineAsyncComponent } from 'vue';
import type { FieldView } from '../../../preload/schemas/registration';

/** Fields that bring much along, loaded when a form first has one. */
const loadPhone = () => import('../phone/PhoneNumberField.vue');

export const PhoneNumberField = defineAsyncComponent(loadPhone);

/** Settles when the fields that a form begins with can be drawn; one may have failed to load. */
export async function whenFieldsReady(fields: readonly FieldView[]): Promise<void> {
  if (!fields.some(({ control }) => control === 'tel')) return;
  await Promise.allSettled([loadPhone()]);
  // Vue draws a few microtasks after the same promise.
  await new Promise((resolve) => setTimeout(resolve));
}
