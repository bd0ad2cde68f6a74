import { flushPromises } from '@vue/test-utils';
import { createApp, h } from 'vue';
import { describe, expect, it } from 'vitest';
import TroubleNotice from '../../renderer/frame/TroubleNotice.vue';
import { useAppStore } from '../../renderer/stores/app';
import { hearUnforeseen } from '../../renderer/unforeseen';
import { fakeBridge } from './fake-bridge';
import { mountWith } from './mount-with';

function listen() {
  const told: string[] = [];
  const page = new EventTarget();
  const vue = createApp({
    setup() {
      throw new TypeError('ada@example.com');
    },
    render: () => h('p'),
  });
  hearUnforeseen(vue, page as Window, (detail) => told.push(detail));
  return { told, page, vue };
}

describe('an error that nothing in the page caught', () => {
  it('is told by its place: one of a component', () => {
    const { told, vue } = listen();
    vue.mount(document.createElement('div'));
    expect(told).toEqual([expect.stringMatching(/^TypeError in [\w.<>]+$/)]);
  });

  it('is told by its place: one of the page, and one of a promise', () => {
    const { told, page } = listen();
    page.dispatchEvent(Object.assign(new Event('error'), { error: new RangeError('x') }));
    page.dispatchEvent(Object.assign(new Event('error'), { error: null }));
    page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: { toString: 1 } }));
    expect(told).toEqual([expect.stringMatching(/^RangeError in /), 'object']);
  });

  it('does not fill the log from a loop', () => {
    const { told, page } = listen();
    for (let round = 0; round < 100; round += 1) {
      page.dispatchEvent(Object.assign(new Event('error'), { error: new Error('x') }));
    }
    expect(told).toHaveLength(20);
  });
});

describe('the notice', () => {
  it('shows the reference of main, until it is closed', async () => {
    const bridge = fakeBridge();
    const { wrapper: notice } = mountWith(TroubleNotice, { bridge });
    useAppStore();
    expect(notice.find('.trouble').exists()).toBe(false);
    bridge.emit('app.troubled', { reference: 'reference-7' });
    await flushPromises();
    expect(notice.get('[role="alert"]').text()).toContain('reference-7');
    await notice.get('button').trigger('click');
    expect(notice.find('.trouble').exists()).toBe(false);
  });

  it('shows the reference that main gave for an error of the page', async () => {
    const bridge = fakeBridge();
    const { wrapper: notice } = mountWith(TroubleNotice, { bridge });
    await useAppStore().noteUnforeseen('TypeError in setup');
    expect(bridge.asked).toContainEqual({
      channel: 'app.noteUnforeseen',
      request: { detail: 'TypeError in setup' },
    });
    expect(notice.text()).toContain('reference-1');
  });
});
