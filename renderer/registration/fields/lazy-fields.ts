import { defineAsyncComponent } from 'vue';
import type { FieldControl, FieldView } from '../../../preload/contract/registration/field';

/** Fields that bring much along, loaded when a form first has one. */
const loadPhone = () => import('../phone/PhoneNumberField.vue');

const loadList = () => import('./OwnListField.vue');

const loadLongList = () => import('./LongListField.vue');

export const PhoneNumberField = defineAsyncComponent(loadPhone);
export const OwnListField = defineAsyncComponent(loadList);
export const LongListField = defineAsyncComponent(loadLongList);

/** What people find by typing sooner than by looking. */
const longList = 100;

export function hasLongList({ control, options }: Pick<FieldView, 'control' | 'options'>): boolean {
  return control === 'select' && options.length > longList;
}

/** Answered from a list that the app has of its own. */
const ownLists: readonly FieldControl[] = ['country', 'timezone', 'language', 'locale'];

export function hasOwnList({ control }: Pick<FieldView, 'control'>): boolean {
  return ownLists.includes(control);
}

/** Settles when the fields that a form begins with can be drawn; one may have failed to load. */
export async function whenFieldsReady(fields: readonly FieldView[]): Promise<void> {
  const hasPhone = fields.some(({ control }) => control === 'tel');
  const hasList = fields.some(hasOwnList);
  const isLong = fields.some(hasLongList);
  if (!hasPhone && !hasList && !isLong) return;
  await Promise.allSettled([
    hasPhone && loadPhone(),
    hasList && loadList(),
    isLong && loadLongList(),
  ]);
  // Vue draws a few microtasks after the same promise.
  await new Promise((resolve) => setTimeout(resolve));
}
