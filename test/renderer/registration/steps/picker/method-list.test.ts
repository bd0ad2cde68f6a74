import { describe, expect, it, vi } from 'vitest';
import { action, authenticator, option, picker } from '../../views';
import { openWizard } from '../../wizard';

vi.setConfig({ testTimeout: 20_000 });

describe('the list of methods', () => {
  it('names each button after its method and sends the one chosen', async () => {
    const desk = await openWizard(picker);
    const buttons = desk.page.findAll('button[name="authenticator"]');
    const names = buttons.map((one) => {
      const id = one.attributes('aria-labelledby') ?? '';
      return document.getElementById(id)?.textContent;
    });
    expect(names).toEqual(['Email', 'Phone']);
    await buttons[1]?.trigger('click');
    expect(desk.sent[0]?.values).toEqual({ authenticator: '1' });
  });

  it('says what is required: all of it without a way to skip, nothing with one', async () => {
    const desk = await openWizard(picker);
    expect(desk.page.find('h2').text()).toBe('Required now');
    await desk.push({ ...picker, actions: [...picker.actions, action('skip', 'skip')] });
    expect(desk.page.find('h2').text()).toBe('Optional');
    await desk.button('Finish').trigger('click');
    expect(desk.sent[0]?.action).toBe('skip');
  });

  it('puts methods with a deadline in a group of their own', async () => {
    const due = { kind: 'count', remaining: 2 } as const;
    const late = option('2', {
      label: 'Okta Verify',
      authenticator: authenticator('okta_verify', { gracePeriod: due }),
    });
    const fields = picker.fields.map((one) => ({ ...one, options: [...one.options, late] }));
    const { page } = await openWizard({ ...picker, fields });
    expect(page.findAll('h2').map((one) => one.text())).toEqual(['Required now', 'Required soon']);
    expect(page.text()).toContain('Can be skipped 2 more times');
  });
});
