import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { terminalReasons } from '../../../preload/contract/registration/ending';
import type { EndedView, TerminalReason } from '../../../preload/contract/registration/ending';
import { emailCode, field, password, picker, profile, stepView } from './views';
import { openWizard } from './wizard';

// Lazily loaded parts take their time on a busy machine.
const patience = { timeout: 15_000 };
vi.setConfig({ testTimeout: 20_000 });

const focused = () => document.activeElement?.getAttribute('name');

function ended(reason: TerminalReason, isAccountCreated = false): EndedView {
  return {
    phase: 'ended',
    serial: 9,
    outcome: {
      kind: 'terminal',
      reason,
      isAccountCreated,
      reference: 'ref-7',
      retryAfter: null,
      misconfigurations: [],
    },
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
    expect(desk.store.state).toMatchObject({ phase: 'idle' });
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
    await desk.push({ ...ended('session-expired'), serial: desk.nextSerial() });
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
