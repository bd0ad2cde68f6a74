import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Failure } from '../../preload/contract/define';
import type { OutboxMessage } from '../../preload/contract/practice';
import { useBridge } from '../bridge';

/** What the practice org sent in place of real mail, text messages and calls, newest first. */
export const usePracticeStore = defineStore('practice', () => {
  const bridge = useBridge();
  const messages = shallowRef<readonly OutboxMessage[]>([]);
  const failure = shallowRef<Failure<string> | null>(null);

  bridge.on('practice.outboxChanged', (changed) => {
    messages.value = changed;
    failure.value = null;
  });

  async function load(): Promise<void> {
    const result = await bridge.practice.outbox({});
    if (result.ok) messages.value = result.value;
    failure.value = result.ok ? null : result.error;
  }

  async function openLink(message: OutboxMessage): Promise<void> {
    const result = await bridge.practice.openLink({ message: message.id });
    failure.value = result.ok ? null : result.error;
  }

  return { messages, failure, load, openLink };
});
