import { computed } from 'vue';
import { useRegistrationStore } from '../../../../stores/registration';
import { useStep } from '../../../step-context';

export const channelField = 'authenticator.channel';

/** From one way of setting up Okta Verify to the others. */
export function useChannels() {
  const step = useStep();
  const store = useRegistrationStore();
  /** Okta's form of the ways; a recorded answer leaves nothing in it to choose. */
  const others = computed(
    () =>
      step.action('show:select-enrollment-channel') ??
      step.action('remediation:select-enrollment-channel'),
  );

  async function showOthers() {
    if (others.value) await step.take(others.value);
  }

  return {
    others,
    showOthers,
    /** Goes on with another way at once, or to the list where it is not among them. */
    async choose(channel: string) {
      await showOthers();
      const view = store.step;
      const field = view?.fields.find(({ name }) => name === channelField);
      if (!view || view.step !== 'select-enrollment-channel') return;
      if (!field?.options.some(({ id }) => id === channel)) return;
      store.setValue(view, channelField, channel);
      await store.submit('submit', { [channelField]: channel });
    },
  };
}
