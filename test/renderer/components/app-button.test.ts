import { describe, expect, it, vi } from 'vitest';
import AppButton from '../../../renderer/components/AppButton.vue';
import { mountWith } from '../mount-with';

describe('AppButton', () => {
  it('says what is going on and ignores clicks while it is busy', async () => {
    const onClick = vi.fn();
    const { wrapper } = mountWith(AppButton, {
      props: { isBusy: true, busyLabel: 'Saving…', onClick },
      slots: { default: 'Save' },
    });
    await wrapper.trigger('click');
    expect(onClick).not.toHaveBeenCalled();
    expect(wrapper.attributes('aria-disabled')).toBe('true');
    expect(wrapper.get('[aria-hidden]').text()).toBe('Save');
    expect(wrapper.text()).toContain('Saving…');

    await wrapper.setProps({ isBusy: false });
    await wrapper.trigger('click');
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('does not submit its form while it is busy', async () => {
    const { wrapper } = mountWith(AppButton, { props: { type: 'submit', isBusy: true } });
    const form = document.createElement('form');
    const onSubmit = vi.fn((event: Event) => event.preventDefault());
    form.addEventListener('submit', onSubmit);
    document.body.append(form);
    form.append(wrapper.element);
    await wrapper.trigger('click');
    expect(onSubmit).not.toHaveBeenCalled();
    await wrapper.setProps({ isBusy: false });
    await wrapper.trigger('click');
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it('keeps room for its longer words from the start', () => {
    const { wrapper } = mountWith(AppButton, {
      props: { busyLabel: 'Connecting to the organization…' },
      slots: { default: 'Go' },
    });
    expect(wrapper.attributes('data-reserve')).toBe('Connecting to the organization…');
  });
});
