import type { CountryCode } from 'libphonenumber-js/max';
import { computed, nextTick, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { FieldView } from '../../../preload/contract/registration/field';
import type { FieldProblem } from '../fields/check-field';
import { useStep } from '../step-context';
import { likelyCountry } from './countries';
import { splitExtension, withExtension } from './extension';
import { nationalText, readPhoneNumber } from './phone-number';
import { phoneField } from './use-phone-change';

/** The phone of a method: Okta's own names for it. */
const ofMethod = [phoneField.number, 'phoneNumber'];

/** A number being typed: its country, its form on screen, and what goes to the org. */
export function usePhoneNumber(field: FieldView, method: () => string | undefined) {
  const { locale } = useI18n();
  const step = useStep();
  const guess = likelyCountry([...navigator.languages, locale.value]);
  const isOfMethod = ofMethod.includes(field.name);
  /** A form may ask for several numbers, each with its country. */
  const countryName = isOfMethod ? phoneField.country : `${field.name}.country`;
  const suggested = typeof field.value === 'string' ? field.value : '';

  const country = computed<CountryCode>({
    get: () => (step.textOf(countryName) || guess) as CountryCode,
    set(next) {
      step.set(countryName, next);
      if (!text.value.startsWith('+')) read(text.value, next);
    },
  });
  const text = ref(step.textOf(field.name) || suggested);
  const number = computed(() => readPhoneNumber(text.value, country.value));
  /** What the org filled in itself, maybe with signs in place of digits: it knows the number. */
  const isOrgs = computed(() => suggested !== '' && text.value === suggested);

  function read(typed: string, from: CountryCode) {
    const next = readPhoneNumber(typed, from);
    text.value = next.text;
    step.set(field.name, next.text);
    // A prefix for calls abroad is read with the country that it is dialled in.
    if (next.text.startsWith('+') && next.country !== country.value) {
      step.set(countryName, next.country);
    }
  }

  /** Formats behind the caret only: a change in the middle stays where it was made. */
  async function type(event: Event) {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const isAtEnd = input.selectionEnd === null || input.selectionEnd === input.value.length;
    const isDeleting = event instanceof InputEvent && event.inputType.startsWith('delete');
    if (isAtEnd && !isDeleting) {
      read(input.value, country.value);
    } else {
      text.value = input.value;
      step.set(field.name, input.value);
    }
    await nextTick();
    if (isAtEnd && input.value !== text.value) input.value = text.value;
  }

  /** An extension goes to its own field, which only calls have. */
  function takeExtension() {
    if (!isOfMethod) return;
    const { number: rest, extension } = splitExtension(text.value);
    if (extension === null) return;
    if (extension !== '') step.set(phoneField.extension, extension);
    read(rest, country.value);
  }

  /** Left when complete, the field shows the number's country, and the number as written there. */
  function settle() {
    takeExtension();
    const { isPossible, e164, country: itsCountry, extension } = number.value;
    if (!isPossible || e164 === null || extension !== null) return;
    step.set(countryName, itsCountry);
    text.value = nationalText(e164);
    step.set(field.name, text.value);
  }

  function problems(): FieldProblem[] {
    if (text.value.trim() === '' || isOrgs.value) return [];
    const { problem, extension } = number.value;
    if (problem !== null) return [{ name: field.name, key: problem }];
    const hasLostExtension = extension !== null && extension !== '' && !isOfMethod;
    return hasLostExtension ? [{ name: field.name, key: 'phoneExtension' }] : [];
  }

  /**
   * What the org gets: E.164, with the extension where a call is to be put through. Remembered, so
   * that the page of the code can send it again. What is longer than the org takes goes as typed.
   */
  function wireValue(): string {
    takeExtension();
    const { e164, isPossible } = number.value;
    if (text.value.trim() === '' || e164 === null || !isPossible) return text.value;
    if (!isOfMethod) {
      return field.maxLength !== null && e164.length > field.maxLength ? text.value : e164;
    }
    step.set(phoneField.sent, e164);
    return method() === 'voice' ? withExtension(e164, step.textOf(phoneField.extension)) : e164;
  }

  step.addCheck(problems);
  step.addWireValue(field.name, wireValue);
  if (number.value.isPossible) settle();

  return { country, countryName, isOfMethod, text, number, type, settle };
}
