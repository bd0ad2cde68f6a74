import type { CountryCode } from 'libphonenumber-js/min';
import { computed, nextTick, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useStep } from '../step-context';
import { likelyCountry } from './countries';
import { splitExtension, withExtension } from './extension';
import { nationalText, readPhoneNumber } from './phone-number';
import { phoneField } from './use-phone-change';

/** A number being typed: its country, its form on screen, and what goes to the org. */
export function usePhoneNumber(fieldName: string = phoneField.number) {
  const { locale } = useI18n();
  const step = useStep();
  const guess = likelyCountry([...navigator.languages, locale.value]);

  const country = computed<CountryCode>({
    get: () => (step.textOf(phoneField.country) || guess) as CountryCode,
    set(next) {
      step.set(phoneField.country, next);
      if (!text.value.startsWith('+')) read(text.value, next);
    },
  });
  const text = ref(step.textOf(fieldName));
  const number = computed(() => readPhoneNumber(text.value, country.value));

  function read(typed: string, from: CountryCode) {
    const next = readPhoneNumber(typed, from);
    text.value = next.text;
    step.set(fieldName, next.text);
    if (next.country !== country.value) step.set(phoneField.country, next.country);
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
      step.set(fieldName, input.value);
    }
    await nextTick();
    if (isAtEnd && input.value !== text.value) input.value = text.value;
  }

  /** An extension goes to its own field, which only calls have. */
  function takeExtension() {
    const { number: rest, extension } = splitExtension(text.value);
    if (extension === null) return;
    if (extension !== '') step.set(phoneField.extension, extension);
    read(rest, country.value);
  }

  /** Left with a complete international number, the field shows it as its country writes it. */
  function settle() {
    takeExtension();
    if (!text.value.startsWith('+')) return;
    const found = readPhoneNumber(text.value, country.value);
    if (!found.isPossible) return;
    step.set(phoneField.country, found.country);
    text.value = nationalText(text.value);
    step.set(fieldName, text.value);
  }

  step.addCheck(() =>
    text.value.trim() === '' || number.value.isPossible ? [] : [{ name: fieldName, key: 'phone' }],
  );

  return {
    country,
    text,
    e164: computed(() => number.value.e164),
    type,
    settle,
    /**
     * What the org gets: E.164, with the extension where a call is to be put through. Remembered,
     * so that the page of the code can send it again.
     */
    wireValue(method: string): string {
      takeExtension();
      const e164 = number.value.e164 ?? text.value;
      step.set(phoneField.sent, e164);
      return method === 'voice' ? withExtension(e164, step.textOf(phoneField.extension)) : e164;
    },
  };
}
