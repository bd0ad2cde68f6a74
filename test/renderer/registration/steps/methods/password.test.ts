import { describe, expect, it, vi } from 'vitest';
import { password } from '../../views';
import { openWizard } from '../../wizard';

// Lazily loaded parts take their time on a busy machine.
const patience = { timeout: 15_000 };
vi.setConfig({ testTimeout: 20_000 });

const rule = (desk: Awaited<ReturnType<typeof openWizard>>, name: string) =>
  desk.page.find(`[data-rule="${name}"]`).text();

describe('the password', () => {
  it('ticks off the rules with their counts while one types', async () => {
    const desk = await openWizard(password);
    expect(desk.page.findAll('[data-rule]')).toHaveLength(7);
    expect(rule(desk, 'upperCase')).toContain('At least 2 uppercase letters');
    await desk.input('credentials.passcode').setValue('ABcdefg1');
    expect(desk.page.findAll('[data-rule].met')).toHaveLength(7);
    expect(desk.page.text()).toContain('Not the same as your last 4 passwords');
    expect(desk.page.text()).toContain('after 2 hours');
  });

  it('is not sent before every rule is met and both are the same', async () => {
    const desk = await openWizard(password);
    await desk.input('credentials.passcode').setValue('short');
    await desk.input('confirmPassword').setValue('other');
    await desk.send();
    const problems = desk.page.findAll('.summary li').map((one) => one.text());
    expect(problems).toEqual([
      expect.stringContaining('does not meet every rule'),
      expect.stringContaining('two passwords are different'),
    ]);
    await desk.input('credentials.passcode').setValue('ABcdefg1');
    await desk.input('confirmPassword').setValue('ABcdefg1');
    await desk.send();
    expect(desk.sent.map(({ values }) => values)).toEqual([{ 'credentials.passcode': 'ABcdefg1' }]);
  });

  it('can be seen', async () => {
    const desk = await openWizard(password);
    const input = desk.input('credentials.passcode');
    expect(input.attributes('type')).toBe('password');
    await desk.button('Show').trigger('click');
    expect(input.attributes('type')).toBe('text');
  });

  it('is announced after a pause, once, not with every key', async () => {
    const desk = await openWizard(password);
    const spoken = () => desk.page.findAll('[aria-live="polite"]').map((one) => one.text());
    await desk.input('credentials.passcode').setValue('ABcdefgh');
    expect(spoken().join('')).toBe('');
    await vi.waitFor(() => expect(spoken().join('')).toBe('1 rule is not met yet.'), patience);
  });
});
