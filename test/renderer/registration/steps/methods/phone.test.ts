import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { StepView } from '../../../../../preload/contract/registration/step';
import { phone, phoneCode, picker } from '../../views';
import { openWizard } from '../../wizard';

// Lazily loaded parts take their time on a busy machine.
const patience = { timeout: 15_000 };
vi.setConfig({ testTimeout: 20_000 });

describe('the phone', () => {
  async function openPhone() {
    const desk = await openWizard(phone);
    await vi.waitFor(
      () => expect(desk.input('authenticator.phoneNumber').exists()).toBe(true),
      patience,
    );
    return desk;
  }

  it('sends E.164 by text message unless told otherwise', async () => {
    const desk = await openPhone();
    await desk.input('authenticator.phoneNumber').setValue('+4930123456');
    expect(desk.page.find('[data-preview]').text()).toBe('+4930123456');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      'authenticator.methodType': 'sms',
      'authenticator.phoneNumber': '+4930123456',
    });
  });

  it('shows a pasted international number as its country writes it', async () => {
    const desk = await openPhone();
    const input = desk.input('authenticator.phoneNumber');
    await input.setValue('+49 30 123456');
    await input.trigger('blur');
    expect((input.element as HTMLInputElement).value).toBe('030 123456');
    const country = desk.page.find<HTMLInputElement>('[role="combobox"]').element.value;
    expect(country).toContain('Germany');
  });

  it('asks for an extension only for calls, and sends it with the number', async () => {
    const desk = await openPhone();
    expect(desk.input('phone.extension').exists()).toBe(false);
    await desk.page.find('[value="voice"]').setValue();
    await desk.input('authenticator.phoneNumber').setValue('+15551234567');
    await desk.input('phone.extension').setValue('123');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      'authenticator.methodType': 'voice',
      'authenticator.phoneNumber': '+15551234567x123',
    });
  });

  it('finds a country by what is typed, from the first key on', async () => {
    const desk = await openPhone();
    await desk.page.find('[role="combobox"]').setValue('+44');
    await vi.waitFor(
      () => expect(desk.page.findAll('[role="option"]').length).toBeGreaterThan(0),
      patience,
    );
    const found = desk.page.findAll('[role="option"]').map((one) => one.text());
    expect(found).toContain('United Kingdom+44');
    expect(found).not.toContain('Germany+49');
  });

  it('does not send half a number', async () => {
    const desk = await openPhone();
    await desk.input('authenticator.phoneNumber').setValue('+49 30');
    await desk.send();
    expect(desk.sent).toHaveLength(0);
    expect(desk.page.find('.summary').text()).toContain('not a complete phone number');
  });

  it.each([
    ['sms', '+12025550143'],
    ['voice', '+12025550143x22'],
  ])('takes an extension off the number, for %s', async (method, wanted) => {
    const desk = await openPhone();
    await desk.page.find(`[value="${method}"]`).setValue();
    await desk.input('authenticator.phoneNumber').setValue('+12025550143 ext. 22');
    await desk.send();
    expect(desk.sent[0]?.values['authenticator.phoneNumber']).toBe(wanted);
  });

  it('shows a pasted extension in its own field once the number is left', async () => {
    const desk = await openPhone();
    await desk.page.find('[value="voice"]').setValue();
    const input = desk.input('authenticator.phoneNumber');
    await input.setValue('+12025550143x22');
    await input.trigger('blur');
    expect((input.element as HTMLInputElement).value).toBe('(202) 555-0143');
    expect((desk.input('phone.extension').element as HTMLInputElement).value).toBe('22');
  });

  it('calls the same number at once instead of sending a text message', async () => {
    const desk = await openPhone();
    await desk.input('authenticator.phoneNumber').setValue('+4930123456');
    const called: StepView['delivery'] = {
      channel: 'voice',
      destination: null,
      hasLink: false,
      phoneMethods: ['sms', 'voice'],
    };
    desk.answer(phoneCode, { ...phone, serial: 7 }, { ...phoneCode, serial: 8, delivery: called });
    await desk.send();
    await desk.button('Get a call instead').trigger('click');
    await flushPromises();
    expect(desk.sent.slice(1)).toEqual([
      { view: 6, action: 'show:authenticator-enrollment-data', values: {} },
      {
        view: 7,
        action: 'submit',
        values: {
          'authenticator.methodType': 'voice',
          'authenticator.phoneNumber': '+4930123456',
        },
      },
    ]);
    expect(desk.page.text()).toContain('calling your phone');
    expect(desk.button('Get a text message instead').exists()).toBe(true);
  });

  it.each([
    ['no other way of reaching the number', ['sms'], ['Change number']],
    ['no way back to the number', null, []],
  ] as const)('offers %s where the org has none', async (_what, phoneMethods, offered) => {
    const delivery = { channel: 'sms', destination: null, hasLink: false } as const;
    const desk = await openWizard({
      ...phoneCode,
      delivery: { ...delivery, phoneMethods: phoneMethods && [...phoneMethods] },
    });
    const words = desk.page.findAll('button').map((button) => button.text());
    expect(words.filter((text) => /number|instead/.test(text))).toEqual(offered);
  });

  it('leads to the form with a call chosen where the number is not known any more', async () => {
    const desk = await openWizard(phoneCode);
    desk.answer({ ...phone, serial: 7 });
    await desk.button('Get a call instead').trigger('click');
    await vi.waitFor(() => expect(desk.page.find('[value="voice"]').exists()).toBe(true), patience);
    expect(desk.sent).toHaveLength(1);
    expect(desk.page.find<HTMLInputElement>('[value="voice"]').element.checked).toBe(true);
  });

  it('walks over the list of methods where the org offers no other way back', async () => {
    const actions = phoneCode.actions.filter(
      ({ name }) => name !== 'authenticator-enrollment-data',
    );
    const desk = await openWizard({ ...phoneCode, actions });
    desk.answer({ ...picker, serial: 7 }, { ...phone, serial: 8 });
    await desk.button('Change number').trigger('click');
    await flushPromises();
    expect(desk.sent.map(({ action: id }) => id)).toEqual([
      'show:select-authenticator-enroll',
      'submit',
    ]);
    expect(desk.sent[1]?.values).toEqual({ authenticator: '1' });
  });
});
