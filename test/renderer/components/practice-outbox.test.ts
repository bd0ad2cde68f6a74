import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../preload/contract/define';
import PracticeOutbox from '../../../renderer/frame/PracticeOutbox.vue';
import { fakeBridge, outboxMessage } from '../fake-bridge';
import { mountWith } from '../mount-with';

const mail = outboxMessage();
const sms = outboxMessage({ id: 'message-2', channel: 'sms', to: '+16505550100', code: '771290' });

describe('PracticeOutbox', () => {
  it('says that nothing was sent yet and that nothing leaves the computer', async () => {
    const { wrapper } = mountWith(PracticeOutbox);
    await flushPromises();
    expect(wrapper.text()).toContain('never leave this computer');
    expect(wrapper.text()).toContain('Nothing sent yet');
  });

  it('shows messages in the order of main, and those that arrive later', async () => {
    const bridge = fakeBridge({ practice: { outbox: async () => ok([mail]) } });
    const { wrapper } = mountWith(PracticeOutbox, { bridge });
    await flushPromises();
    expect(wrapper.findAll('code').map((code) => code.text())).toEqual(['482913']);
    bridge.emit('practice.outboxChanged', [sms, mail]);
    await flushPromises();
    expect(wrapper.findAll('code').map((code) => code.text())).toEqual(['771290', '482913']);
    expect(wrapper.get('li').text()).toContain('+16505550100');
  });

  it('opens a link by the id of its message and says when no browser opened', async () => {
    const withLink = outboxMessage({ code: null, link: 'http://localhost:1/link' });
    const bridge = fakeBridge({
      practice: { outbox: async () => ok([withLink]), openLink: async () => fail('not-opened') },
    });
    const { wrapper } = mountWith(PracticeOutbox, { bridge });
    await flushPromises();
    const open = wrapper.findAll('button').find((button) => button.text() === 'Open link');
    await open?.trigger('click');
    await flushPromises();
    expect(bridge.asked).toContainEqual({
      channel: 'practice.openLink',
      request: { message: 'message-1' },
    });
    expect(wrapper.text()).toContain('No browser opened');
  });
});
