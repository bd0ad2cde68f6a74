import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { StepView } from '../../../../../preload/contract/registration/step';
import { action, authenticator, stepView } from '../../views';
import { openScreen, openWizard } from '../../wizard';

vi.setConfig({ testTimeout: 20_000 });

const backToList = action('show:select-authenticator-enroll', 'show');

function enrollment(key: string, given: Partial<StepView> = {}): StepView {
  return stepView({
    step: 'enroll-authenticator',
    authenticator: authenticator(key, { displayName: key }),
    actions: [action('submit', 'submit'), backToList, action('cancel', 'cancel')],
    ...given,
  });
}

/** The wizard, once the screen of the step is loaded. */
describe('a passkey', () => {
  const passkey = (isAvailable: boolean, given: Partial<StepView> = {}) =>
    enrollment('webauthn', { detail: { kind: 'passkey', isAvailable }, ...given });
  const promotion = (isAvailable: boolean) =>
    passkey(isAvailable, {
      step: 'enroll-authenticator-promotion',
      actions: [action('submit', 'submit'), action('skip', 'skip')],
    });

  it('is made with one button, and a word about the other window meanwhile', async () => {
    const desk = await openScreen(passkey(true));
    let finish = () => {};
    desk.answer(new Promise((resolve) => (finish = () => resolve(passkey(true)))));
    await desk.page.find('form').trigger('submit');
    expect(desk.page.text()).toContain('Follow the instructions in the other window.');
    expect(desk.sent).toEqual([{ view: 1, action: 'submit', values: {} }]);
    finish();
    await flushPromises();
    expect(desk.page.text()).not.toContain('Follow the instructions');
  });

  it('does not call the org slow while the person is busy in the other window', async () => {
    vi.useFakeTimers();
    try {
      const desk = await openWizard(passkey(true));
      await vi.runOnlyPendingTimersAsync();
      desk.answer(new Promise(() => {}));
      await desk.page.find('form').trigger('submit');
      await vi.advanceTimersByTimeAsync(20_000);
      expect(desk.page.text()).toContain('Follow the instructions in the other window.');
      expect(desk.page.text()).not.toContain('longer than usual');
    } finally {
      vi.useRealTimers();
    }
  });

  it('cannot be made in every edition, which says who can', async () => {
    const desk = await openScreen(passkey(false));
    expect(desk.page.find('form').exists()).toBe(false);
    expect(desk.page.text()).toContain('ask an administrator for another way');
    await desk.button('Choose another method').trigger('click');
    expect(desk.sent[0]?.action).toBe('show:select-authenticator-enroll');
  });

  it('needs a security key where the computer keeps none, which is said', async () => {
    const needs = authenticator('webauthn', { needs: 'security-key' });
    const desk = await openScreen(passkey(true, { authenticator: needs }));
    expect(desk.page.find('form').text()).toContain('Create a passkey');
    expect(desk.page.text()).toContain('it takes a security key');
    const suggested = await openScreen({ ...promotion(true), authenticator: needs });
    expect(suggested.page.text()).toContain('On your security key');
    expect(suggested.page.text()).not.toContain('On this device');
  });

  it('that would have to be kept here and cannot says so, and the way on', async () => {
    const notKept = authenticator('webauthn', { needs: 'security-key', unavailable: 'not-kept' });
    const desk = await openScreen(passkey(false, { authenticator: notKept }));
    expect(desk.page.find('form').exists()).toBe(false);
    expect(desk.page.text()).toContain('only a passkey that the computer itself keeps');
    expect(desk.page.text()).not.toContain('it takes a security key');
    expect(desk.button('Choose another method').exists()).toBe(true);
  });

  it('is suggested with three short answers, and can wait', async () => {
    const desk = await openScreen(promotion(true));
    expect(desk.page.findAll('dt').map((one) => one.text())).toEqual([
      'Why?',
      'What is it?',
      'Where is it saved?',
    ]);
    const buttons = desk.page.findAll('.step button').map((one) => one.text());
    expect(buttons.filter((text) => text.includes('Maybe later'))).toHaveLength(1);
    await desk.button('Maybe later').trigger('click');
    expect(desk.sent[0]?.action).toBe('skip');
  });

  it('that is suggested but cannot be made can wait as well', async () => {
    const desk = await openScreen(promotion(false));
    expect(desk.page.find('form').exists()).toBe(false);
    await desk.button('Maybe later').trigger('click');
    expect(desk.sent[0]?.action).toBe('skip');
  });
});
