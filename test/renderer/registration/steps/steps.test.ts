import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import {
  action,
  authenticator,
  emailCode,
  emailData,
  field,
  message,
  option,
  password,
  phone,
  phoneCode,
  picker,
  profile,
  stepView,
} from '../views';
import { openWizard } from '../wizard';

// Lazily loaded parts take their time on a busy machine.
const patience = { timeout: 15_000 };
vi.setConfig({ testTimeout: 20_000 });

const rule = (desk: Awaited<ReturnType<typeof openWizard>>, name: string) =>
  desk.page.find(`[data-rule="${name}"]`).text();

describe('the generic form', () => {
  const controls = ['text', 'email', 'tel', 'password', 'code', 'checkbox', 'country', 'timezone'];
  const listed = ['select', 'radio', 'choice'];
  const view = stepView({
    step: 'something-new',
    messages: [
      message('Read this.', { level: 'info' }),
      message('And that.', { level: 'warning' }),
    ],
    fields: [
      ...controls.map((control) =>
        field(`a.${control}`, { control: control as 'text', isRequired: false }),
      ),
      ...listed.map((control) =>
        field(`b.${control}`, {
          control: control as 'select',
          isRequired: false,
          options: [option('1', { label: 'One' }), option('2', { label: 'Two' })],
        }),
      ),
    ],
    actions: [
      action('submit', 'submit'),
      action('skip', 'skip'),
      action('resend', 'resend'),
      action('remediation:call-me-maybe', 'remediation'),
      action('show:other', 'show', { label: 'The other form' }),
      action('cancel', 'cancel'),
    ],
  });

  it('has a labelled control under the name of every field, and every option', async () => {
    const { page } = await openWizard(view);
    for (const { name } of view.fields) {
      const control = page.find<HTMLInputElement>(`[name="${name}"]`).element;
      expect(control.labels?.length, name).toBeGreaterThan(0);
    }
    for (const { name } of view.fields.slice(-3)) {
      const values = page.findAll(`[name="${name}"][value], [name="${name}"] option[value]`);
      const given = values.map((one) => one.attributes('value'));
      expect(given, name).toEqual(expect.arrayContaining(['1', '2']));
    }
  });

  it('shows every message and offers every action', async () => {
    const desk = await openWizard(view);
    expect(desk.page.text()).toContain('Read this.');
    expect(desk.page.text()).toContain('And that.');
    for (const label of ['Skip', 'Send again', 'Call me maybe', 'The other form']) {
      await desk.button(label).trigger('click');
      await flushPromises();
    }
    expect(desk.sent.map(({ action: id }) => id)).toEqual([
      'skip',
      'resend',
      'remediation:call-me-maybe',
      'show:other',
    ]);
  });

  it('offers signing in quietly, after everything else', async () => {
    const actions = [
      action('submit', 'submit'),
      action('remediation:select-identify', 'remediation'),
      action('skip', 'skip'),
    ];
    const { page } = await openWizard({ ...view, actions });
    const buttons = page.findAll('.step > .actions button');
    expect(buttons.map((one) => one.text())).toEqual(['Skip', 'I already have an account']);
    expect(buttons.map((one) => one.classes('quiet'))).toEqual([false, true]);
  });

  it('sends only the fields of the option that was chosen', async () => {
    const desk = await openWizard(
      stepView({
        step: 'something-new',
        fields: [
          field('kind', {
            control: 'choice',
            options: [
              option('0', { fields: [field('kind.key'), field('kind.answer')] }),
              option('1', { fields: [field('kind.question'), field('kind.answer')] }),
            ],
          }),
        ],
      }),
    );
    await desk.page.find('[name="kind"][value="1"]').setValue();
    await desk.input('kind.question').setValue('Why?');
    await desk.input('kind.answer').setValue('Because.');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      kind: '1',
      'kind.question': 'Why?',
      'kind.answer': 'Because.',
    });
  });
});

describe('the profile', () => {
  it('tells browsers what each field is for', async () => {
    const { page } = await openWizard(profile);
    const tokens = page.findAll('input').map((one) => one.attributes('autocomplete'));
    expect(tokens).toEqual(['given-name', 'family-name', 'email', 'nickname']);
    expect(page.find('[name="userProfile.email"]').attributes('type')).toBe('email');
  });

  it("keeps an administrator's label", async () => {
    const fields = [
      field('userProfile.email', { label: 'Your best address', hasCustomLabel: true }),
      field('userProfile.city', { label: 'Town' }),
      field('userProfile.zipCode', { label: 'Zip code' }),
    ];
    const { page } = await openWizard({ ...profile, fields });
    const labels = page.findAll('label').map((one) => one.text());
    expect(labels).toEqual(['Your best address', 'Town', 'Postal code']);
  });

  it('checks a password against the name that stands beside it', async () => {
    const passcode = password.fields[0];
    const desk = await openWizard({
      ...profile,
      fields: [...profile.fields, ...(passcode ? [passcode] : [])],
      passwordRules: password.passwordRules,
    });
    await desk.input('userProfile.firstName').setValue('Zelda');
    await desk.input('credentials.passcode').setValue('xxZeldaxx');
    expect(rule(desk, 'firstName')).toContain('not met');
    await desk.input('credentials.passcode').setValue('xxLinkxx');
    expect(rule(desk, 'firstName')).not.toContain('not met');
  });
});

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
    expect(desk.page.find('.summary').text()).toContain('does not meet every rule');
    expect(desk.page.find('.summary').text()).toContain('two passwords are different');
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

describe('the e-mail address', () => {
  it('gets a mail when the person says so, the only way to get one being chosen already', async () => {
    const desk = await openWizard(emailData);
    expect(desk.page.text()).toContain('mira@example.com');
    const way = desk.page.get<HTMLInputElement>('[name="authenticator.methodType"]');
    expect(way.element.checked).toBe(true);
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ 'authenticator.methodType': 'email' });
  });
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
    const link = { channel: 'email', destination: null, hasLink: true } as const;
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
    const called = { channel: 'voice', destination: null, hasLink: false } as const;
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
