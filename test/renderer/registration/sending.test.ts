import { describe, expect, it, vi } from 'vitest';
import { emailCode, message, picker, profile } from './views';
import { openWizard } from './wizard';

vi.setConfig({ testTimeout: 20_000 });

const focused = () => document.activeElement?.getAttribute('name');

async function fillProfile(desk: Awaited<ReturnType<typeof openWizard>>) {
  await desk.input('userProfile.firstName').setValue('Mira');
  await desk.input('userProfile.lastName').setValue('Okafor');
  await desk.input('userProfile.email').setValue('mira@example.com');
}

describe('sending a form', () => {
  it('sends the values by field name with the serial of the view', async () => {
    const desk = await openWizard(profile);
    await fillProfile(desk);
    desk.answer(picker);
    await desk.send();
    expect(desk.sent).toEqual([
      {
        view: 1,
        action: 'submit',
        values: {
          'userProfile.firstName': 'Mira',
          'userProfile.lastName': 'Okafor',
          'userProfile.email': 'mira@example.com',
          'userProfile.nickName': '',
        },
      },
    ]);
    expect(desk.page.text()).toContain('Choose a way to protect your account');
  });

  it('sends once however often it is asked to while the first is on its way', async () => {
    const desk = await openWizard(profile);
    await fillProfile(desk);
    desk.answer(new Promise(() => {}));
    await desk.send();
    await desk.send();
    await desk.button('Creating your account').trigger('click');
    expect(desk.sent).toHaveLength(1);
  });

  it('says what is missing, leads there, and sends nothing', async () => {
    const desk = await openWizard(profile);
    await desk.input('userProfile.firstName').setValue('M');
    await desk.input('userProfile.lastName').setValue('Okafor');
    await desk.input('userProfile.email').setValue('mira@example');
    await desk.send();
    expect(desk.sent).toHaveLength(0);
    expect(focused()).toBe('userProfile.firstName');
    expect(desk.page.find('.summary').text()).toContain('Enter at least 2 characters.');
    const email = desk.input('userProfile.email');
    expect(email.attributes('aria-invalid')).toBe('true');
    await desk.page.findAll('.summary a').at(-1)?.trigger('click');
    expect(focused()).toBe('userProfile.email');
  });

  it('keeps everything typed when the server says no, with the message on its field', async () => {
    const desk = await openWizard(profile);
    await fillProfile(desk);
    const taken = message('A user with this Email already exists', {
      key: 'registration.error.notUniqueWithinOrg',
      params: ['Email'],
    });
    const fields = profile.fields.map((one) =>
      one.name === 'userProfile.email' ? { ...one, messages: [taken] } : one,
    );
    desk.answer({ ...profile, serial: 2, fields });
    await desk.send();
    expect((desk.input('userProfile.firstName').element as HTMLInputElement).value).toBe('Mira');
    const described = desk.input('userProfile.email').attributes('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toContain('already exists');
    expect(focused()).toBe('userProfile.email');
  });

  it.each(['unreachable', 'timeout', 'server-error', 'too-many-requests'] as const)(
    'explains %s, keeps the form and can send again',
    async (error) => {
      const desk = await openWizard(profile);
      await fillProfile(desk);
      desk.answer({ error, retryAfter: 42 }, picker);
      await desk.send();
      expect(document.activeElement?.textContent).toContain('Time until you can try again: 0:42');
      expect((desk.input('userProfile.lastName').element as HTMLInputElement).value).toBe('Okafor');
      await desk.send();
      expect(desk.page.find('[data-step]').attributes('data-step')).toBe(picker.step);
      expect(desk.page.text()).not.toContain('you can try again');
    },
  );

  it('marks words of the server that the app has no text for', async () => {
    const desk = await openWizard({ ...profile, messages: [message('Ask at reception.')] });
    expect(desk.page.text()).toMatch(/Your organization says: .?Ask at reception\./);
  });
});

describe('secrets', () => {
  const value = (desk: Awaited<ReturnType<typeof openWizard>>) =>
    (desk.input('credentials.passcode').element as HTMLInputElement).value;

  it('survive a refusal and are gone when the form is left', async () => {
    const desk = await openWizard(emailCode);
    await desk.input('credentials.passcode').setValue('123456');
    desk.answer({ ...emailCode, serial: 5, messages: [message('No.')] });
    await desk.send();
    expect(value(desk)).toBe('123456');
    await desk.push({ ...picker, serial: 6 });
    await desk.push({ ...emailCode, serial: 7 });
    expect(value(desk)).toBe('');
  });
});
