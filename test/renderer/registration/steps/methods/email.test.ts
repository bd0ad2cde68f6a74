import { describe, expect, it, vi } from 'vitest';
import { emailCode, emailData } from '../../views';
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
