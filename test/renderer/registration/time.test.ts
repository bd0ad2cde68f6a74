import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emailCode, phoneCode, picker, profile } from './views';
import { openWizard } from './wizard';

vi.setConfig({ testTimeout: 20_000 });

async function fillProfile(desk: Awaited<ReturnType<typeof openWizard>>) {
  await desk.input('userProfile.firstName').setValue('Mira');
  await desk.input('userProfile.lastName').setValue('Okafor');
  await desk.input('userProfile.email').setValue('mira@example.com');
}

describe('time', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it('warns two minutes before the org forgets the sign-up, then says it has', async () => {
    const desk = await openWizard({ ...profile, expiresAt: 1_000_000 + 200_000 });
    expect(desk.page.text()).not.toContain('about to expire');
    await vi.advanceTimersByTimeAsync(90_000);
    expect(desk.page.text()).toContain('about to expire');
    expect(desk.page.text()).toContain('1:50');
    await vi.advanceTimersByTimeAsync(111_000);
    expect(desk.page.find('[data-step="terminal"]').text()).toContain('This sign-up has expired');
  });

  it('has deleted what was typed when the time is up, and says nothing of an account', async () => {
    const desk = await openWizard({ ...profile, expiresAt: 1_000_000 + 60_000 });
    await fillProfile(desk);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(desk.page.text()).toContain('What you typed has been deleted');
    expect(desk.page.text()).not.toContain('Your account');
    expect(desk.store.valueOf(profile, 'userProfile.firstName')).toBeUndefined();
  });

  it('says that the account may exist when the time is up after the profile', async () => {
    const desk = await openWizard({ ...picker, expiresAt: 1_000_000 + 60_000 });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(desk.page.text()).toContain('Your account may exist already');
  });

  it('waits for any answer that is on its way before it says that the time is up', async () => {
    const desk = await openWizard({ ...emailCode, expiresAt: 1_000_000 + 60_000 });
    let late: (view: typeof emailCode) => void = () => {};
    desk.answer(new Promise((resolve) => (late = resolve)));
    await desk.button('Send again').trigger('click');
    await vi.advanceTimersByTimeAsync(61_000);
    expect(desk.page.find('[data-step="terminal"]').exists()).toBe(false);
    late({ ...emailCode, serial: 8, expiresAt: 1_000_000 + 300_000 });
    await vi.advanceTimersByTimeAsync(2000);
    expect(desk.page.find('[data-step="terminal"]').exists()).toBe(false);
  });

  it('says nothing at first, then that it works, then why it takes long and how to stop', async () => {
    const desk = await openWizard(emailCode);
    desk.answer(new Promise(() => {}));
    await desk.input('credentials.passcode').setValue('123456');
    await desk.send();
    expect(desk.page.text()).not.toContain('Still working');
    await vi.advanceTimersByTimeAsync(1000);
    expect(desk.page.text()).toContain('Still working');
    await vi.advanceTimersByTimeAsync(7000);
    expect(desk.page.text()).toContain('longer than usual');
    expect(desk.button('Stop waiting').exists()).toBe(true);
  });

  it('offers another code when it is polite to ask, and says that it is on its way', async () => {
    const waiting = { ...phoneCode, resendAvailableAt: 1_000_000 + 30_000 };
    const desk = await openWizard(waiting);
    expect(desk.page.text()).toContain('another text message: 0:30');
    expect(() => desk.button('Send again')).toThrow();
    await vi.advanceTimersByTimeAsync(30_000);
    desk.answer({ ...waiting, serial: 8, resendAvailableAt: Date.now() + 30_000 });
    await desk.button('Send again').trigger('click');
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.sent.map(({ action }) => action)).toEqual(['resend']);
    expect(desk.page.find('[aria-live="polite"]').text()).toContain('on its way');
  });
});
