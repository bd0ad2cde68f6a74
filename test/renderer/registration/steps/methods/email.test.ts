import { describe, expect, it, vi } from 'vitest';
import { ok } from '../../../../../preload/contract/define';
import { appState } from '../../../fake-bridge';
import { emailCode, emailData, field, password, profile } from '../../views';
import { openWizard } from '../../wizard';

vi.setConfig({ testTimeout: 20_000 });

describe('the e-mail address', () => {
  it.each([
    ['has to be', true],
    ['may be', false],
  ])(
    'gets a mail when the person says so; the only way that %s chosen is',
    async (_may, isRequired) => {
      const fields = emailData.fields.map((field) => ({ ...field, isRequired }));
      const desk = await openWizard({ ...emailData, fields });
      expect(desk.page.text()).toContain('mira@example.com');
      const way = desk.page.get<HTMLInputElement>('[name="authenticator.methodType"]');
      expect(way.element.checked).toBe(true);
      await desk.send();
      expect(desk.sent[0]?.values).toEqual({ 'authenticator.methodType': 'email' });
    },
  );
});

describe('the e-mail code', () => {
  it('takes a whole message and sends it as it is', async () => {
    const desk = await openWizard(emailCode);
    const text = 'Hello Mira,\n\nyour code is 123456\nBye';
    const pasted = Object.assign(new Event('paste', { cancelable: true }), {
      clipboardData: { getData: () => text },
    });
    desk.input('credentials.passcode').element.dispatchEvent(pasted);
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      'credentials.passcode': 'Hello Mira, your code is 123456 Bye',
    });
  });

  it('is one box without a limit, first on its page, also where the mail holds a link', async () => {
    const link = {
      channel: 'email',
      destination: null,
      hasLink: true,
      phoneMethods: null,
    } as const;
    const { page } = await openWizard({ ...emailCode, delivery: link });
    const [first] = page.findAll('main input');
    expect(first?.attributes('name')).toBe('credentials.passcode');
    expect(first?.attributes('autocomplete')).toBe('one-time-code');
    expect(first?.attributes('maxlength')).toBeUndefined();
    expect(page.text()).toContain('open the link on any device');
  });

  it('says when a link belongs to another sign-up', async () => {
    const desk = await openWizard(emailCode);
    await desk.input('credentials.passcode').setValue('https://org.example/?otp=1&state=x');
    desk.answer({ error: 'foreign-link' });
    await desk.send();
    expect(document.activeElement?.textContent).toContain('belongs to another sign-up');
  });
});

describe('a mail to the wrong address', () => {
  const way = 'Wrong address? Change it';
  const form = {
    ...profile,
    fields: [
      ...profile.fields,
      field('userProfile.terms', { control: 'checkbox', isRequired: false }),
      ...password.fields,
    ],
    passwordRules: null,
  };

  /** At the code, with a profile that was typed; main's start shows the profile again. */
  async function atCode(answers: Parameters<typeof openWizard>[1] = {}, step = emailCode.step) {
    const desk = await openWizard(form, answers);
    await desk.input('userProfile.firstName').setValue('Ada');
    await desk.input('userProfile.lastName').setValue('Lovelace');
    await desk.input('userProfile.email').setValue('ada@wrong.example');
    await desk.input('userProfile.terms').setValue(true);
    desk.store.setValue(form, 'credentials.passcode', 'Secret-1234');
    await desk.push({ ...emailCode, step, serial: desk.nextSerial() });
    return desk;
  }

  it.each(['enroll-authenticator', 'challenge-authenticator'])(
    'leads back from %s to what was typed, without secrets and consent',
    async (step) => {
      const desk = await atCode({}, step);
      expect(desk.page.text()).toContain('may stay at the organization, unfinished');
      await desk.button(way).trigger('click');
      await vi.waitFor(() => expect(desk.store.step?.step).toBe('enroll-profile'));
      expect(desk.cancelled.count).toBe(1);
      const kept = (name: string) => desk.store.valueOf(form, name);
      expect(kept('userProfile.email')).toBe('ada@wrong.example');
      expect(kept('userProfile.firstName')).toBe('Ada');
      expect(kept('userProfile.terms')).toBeUndefined();
      expect(kept('credentials.passcode')).toBeUndefined();
      expect(desk.input('userProfile.email').element).toHaveProperty('value', 'ada@wrong.example');
    },
  );

  it('is forgotten by a cancel, and by any other start', async () => {
    const cancelled = await atCode();
    await cancelled.store.cancel();
    expect(cancelled.store.valueOf(form, 'userProfile.email')).toBeUndefined();
    const restarted = await atCode();
    await restarted.store.start();
    expect(restarted.store.valueOf(form, 'userProfile.email')).toBeUndefined();
  });

  it('is offered neither on a kiosk nor where the address was not typed here', async () => {
    const kiosk = await atCode({ app: { read: async () => ok(appState({ mode: 'kiosk' })) } });
    expect(kiosk.page.text()).not.toContain(way);
    await kiosk.store.startOver();
    expect(kiosk.cancelled.count).toBe(0);
    const reloaded = await openWizard(emailCode);
    expect(reloaded.page.text()).not.toContain(way);
  });
});
