import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { terminalReasons } from '../../../preload/schemas/registration';
import type { EndedView, TerminalReason } from '../../../preload/schemas/registration';
import { emailCode, field, message, password, phoneCode, picker, profile, stepView } from './views';
import { openWizard } from './wizard';

// Lazily loaded parts take their time on a busy machine.
const patience = { timeout: 15_000 };
vi.setConfig({ testTimeout: 20_000 });

const focused = () => document.activeElement?.getAttribute('name');

function ended(reason: TerminalReason, isAccountCreated = false): EndedView {
  return {
    phase: 'ended',
    serial: 9,
    outcome: { kind: 'terminal', reason, isAccountCreated, reference: 'ref-7', retryAfter: null },
    messages: [],
    detail: null,
    links: [],
  };
}

async function fillProfile(desk: Awaited<ReturnType<typeof openWizard>>) {
  await desk.input('userProfile.firstName').setValue('Mira');
  await desk.input('userProfile.lastName').setValue('Okafor');
  await desk.input('userProfile.email').setValue('mira@example.com');
}

describe('where one is', () => {
  it.each([
    [profile, 'enroll-profile', undefined],
    [picker, 'select-authenticator-enroll', undefined],
    [password, 'enroll-authenticator', 'okta_password'],
    [stepView({ step: 'something-new' }), 'something-new', undefined],
  ])('names the step once on the page: %#', async (view, step, authenticator) => {
    const { page } = await openWizard(view);
    const marked = page.findAll('[data-step]');
    expect(marked).toHaveLength(1);
    expect(marked[0]?.attributes('data-step')).toBe(step);
    expect(marked[0]?.attributes('data-authenticator')).toBe(authenticator);
  });

  it('puts the focus on the first field of the profile, the code box, else on the title', async () => {
    const desk = await openWizard(profile);
    expect(focused()).toBe('userProfile.firstName');
    await desk.push(picker);
    expect(document.activeElement?.tagName).toBe('H1');
    await desk.push(emailCode);
    expect(focused()).toBe('credentials.passcode');
  });

  it('keeps what is typed and where the focus is when the same form is drawn again', async () => {
    const desk = await openWizard(profile);
    await desk.input('userProfile.lastName').setValue('Oka');
    const input = desk.input('userProfile.lastName').element as HTMLInputElement;
    input.focus();
    await desk.push({ ...profile, serial: 7 });
    expect(document.activeElement).toBe(input);
    expect(input.value).toBe('Oka');
  });

  it('ignores a view that is older than the one shown', async () => {
    const desk = await openWizard(picker);
    await desk.push(profile);
    expect(desk.page.find('[data-step]').attributes('data-step')).toBe(
      'select-authenticator-enroll',
    );
  });
});

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
      expect(document.activeElement?.textContent).toContain('You can try again in 0:42.');
      expect((desk.input('userProfile.lastName').element as HTMLInputElement).value).toBe('Okafor');
      await desk.send();
      expect(desk.page.find('[data-step]').attributes('data-step')).toBe(picker.step);
      expect(desk.page.text()).not.toContain('try again in');
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

describe('leaving', () => {
  it('asks first, then tells main, and a late answer changes nothing', async () => {
    const desk = await openWizard(emailCode);
    let late: (view: typeof picker) => void = () => {};
    desk.answer(new Promise((resolve) => (late = resolve)));
    await desk.input('credentials.passcode').setValue('123456');
    await desk.send();
    await desk.button('Cancel sign-up').trigger('click');
    await vi.waitFor(
      () => expect(document.querySelector('[role="dialog"]')).not.toBeNull(),
      patience,
    );
    expect(desk.cancelled.count).toBe(0);
    const confirm = document.querySelector<HTMLElement>('[role="dialog"] .danger');
    confirm?.click();
    await flushPromises();
    expect(desk.cancelled.count).toBe(1);
    late({ ...picker, serial: 20 });
    await flushPromises();
    expect(desk.store.state).toEqual({ phase: 'idle' });
  });

  it.each([
    ['before the profile is sent', false, undefined, 'no account is made'],
    ['while the profile is being sent', true, undefined, 'may exist already'],
    ['when nobody answered the profile', true, 'timeout', 'may exist already'],
    ['when the profile was never sent', true, 'invalid-values', 'no account is made'],
  ] as const)('says what becomes of the account %s', async (_when, isSent, error, words) => {
    const desk = await openWizard(profile);
    await fillProfile(desk);
    desk.answer(error ? { error } : new Promise(() => {}));
    if (isSent) await desk.send();
    await desk.button('Cancel sign-up').trigger('click');
    await vi.waitFor(
      () => expect(document.querySelector('[role="dialog"]')?.textContent).toContain(words),
      patience,
    );
  });
});

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
    expect(desk.page.text()).toContain('in 0:30');
    expect(() => desk.button('Send again')).toThrow();
    await vi.advanceTimersByTimeAsync(30_000);
    desk.answer({ ...waiting, serial: 8, resendAvailableAt: Date.now() + 30_000 });
    await desk.button('Send again').trigger('click');
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.sent.map(({ action }) => action)).toEqual(['resend']);
    expect(desk.page.find('[aria-live="polite"]').text()).toContain('on its way');
  });
});

describe('endings', () => {
  it.each(terminalReasons)('%s says what happened and what to do', async (reason) => {
    const { page } = await openWizard(ended(reason));
    const ending = page.find('[data-step="terminal"]');
    expect(page.findAll('[data-step]')).toHaveLength(1);
    expect(ending.find('h1').text()).not.toMatch(/^registration\./);
    expect(ending.text()).toContain('What you can do');
    expect(ending.text()).toContain('ref-7');
    expect(ending.findAll('button.primary')).toHaveLength(1);
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('says that the account is there although the sign-up did not finish', async () => {
    const { page } = await openWizard(ended('server-error', true));
    expect(page.text()).toContain('Your account has been created');
  });

  it('starts again with what was typed, unless somebody else may sit there now', async () => {
    const desk = await openWizard(profile);
    await fillProfile(desk);
    await desk.push(ended('account-creation-failed'));
    await desk.button('Start again').trigger('click');
    await flushPromises();
    expect((desk.input('userProfile.firstName').element as HTMLInputElement).value).toBe('Mira');
    await desk.push(ended('session-expired'));
    await desk.button('Start again').trigger('click');
    await flushPromises();
    expect((desk.input('userProfile.firstName').element as HTMLInputElement).value).toBe('');
  });
});

describe('a step nobody foresaw', () => {
  it('is titled by the org and labelled by its fields', async () => {
    const desk = await openWizard(
      stepView({
        step: 'prove-yourself',
        title: 'Prove yourself',
        buttonLabel: 'Prove',
        fields: [field('proof.text', { label: 'Your proof', hasCustomLabel: true })],
      }),
    );
    expect(desk.page.find('h1').text()).toBe('Prove yourself');
    expect(desk.page.find('label').text()).toContain('Your proof');
    expect(desk.button('Prove').exists()).toBe(true);
  });
});
