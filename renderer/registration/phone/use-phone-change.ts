import { computed } from 'vue';
import { useRegistrationStore } from '../../stores/registration';
import { useStep } from '../step-context';
import { withExtension } from './extension';

export const phoneField = {
  number: 'authenticator.phoneNumber',
  method: 'authenticator.methodType',
  country: 'phone.country',
  extension: 'phone.extension',
  /** The number that was sent last, as E.164. */
  sent: 'phone.sent',
} as const;

type Method = 'sms' | 'voice';

/**
 * From the code of a phone back to its number. Where the org offers the number's form beside the
 * code that is one click; else the way leads over the list of methods, which is walked here.
 */
export function usePhoneChange() {
  const step = useStep();
  const store = useRegistrationStore();
  const back = computed(
    () =>
      step.action('show:authenticator-enrollment-data') ??
      step.action('show:select-authenticator-enroll'),
  );
  const current = computed<Method>(() =>
    step.view.value.delivery?.channel === 'voice' ? 'voice' : 'sms',
  );

  const offered = computed(() => step.view.value.delivery?.phoneMethods ?? null);

  async function toNumber() {
    if (!back.value) return;
    await step.take(back.value);
    const view = store.step;
    const [list] = view?.step === 'select-authenticator-enroll' ? view.fields : [];
    const phone = list?.options.find(({ authenticator }) => authenticator?.key === 'phone_number');
    if (list && phone) await store.submit('submit', { [list.name]: phone.id });
  }

  return {
    canChange: computed(() => back.value !== undefined && offered.value !== null),
    /** The way of reaching the phone that is not in use now, where the org offers it. */
    otherChannel: computed(() => offered.value?.find((method) => method !== current.value)),
    changeNumber: toNumber,
    /**
     * Sends the same number again by the other channel. Where the number is not known any more, or
     * the form asks for more, it leads to the form with that channel chosen.
     */
    async switchChannel() {
      const wanted = current.value === 'sms' ? 'voice' : 'sms';
      await toNumber();
      const view = store.step;
      const method = view?.fields.find(({ name }) => name === phoneField.method);
      if (!view || !method?.options.some(({ id }) => id === wanted)) return;
      store.setValue(view, phoneField.method, wanted);
      const textOf = (name: string) => String(store.valueOf(view, name) ?? '');
      const sent = textOf(phoneField.sent);
      const asksForMore = view.fields.some(
        ({ name }) => name !== phoneField.method && name !== phoneField.number,
      );
      if (sent === '' || asksForMore) return;
      const number = wanted === 'voice' ? withExtension(sent, textOf(phoneField.extension)) : sent;
      await store.submit('submit', { [phoneField.method]: wanted, [phoneField.number]: number });
    },
  };
}
