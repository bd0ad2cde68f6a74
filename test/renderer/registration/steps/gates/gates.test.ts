import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { action, field, message, stepView } from '../../views';
import { openScreen } from '../../wizard';

const submit = action('submit', 'submit');

describe('a busy org', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000, toFake: ['Date', 'setInterval'] }));

  it('is asked again by itself, visibly, and at once when the person wants', async () => {
    const view = stepView({
      step: 'poll',
      isPolling: true,
      asksAgainAt: 1_000_000 + 3000,
      actions: [action('check', 'check', { name: 'poll' })],
    });
    const desk = await openScreen(view);
    expect(desk.page.get('h1').text()).toBe('The organization is busy');
    expect(desk.page.get('main [aria-hidden="true"].muted').text()).toBe(
      'Time until the next try: 0:03',
    );
    await desk.push({ ...view, serial: 2, asksAgainAt: 1_000_000 + 9000 });
    expect(desk.page.text()).toContain('still busy');
    await desk.page.get('[data-action="poll"]').trigger('click');
    await flushPromises();
    expect(desk.sent.map(({ action: id }) => id)).toEqual(['check']);
    vi.useRealTimers();
  });
});

describe("the org's sign-in form", () => {
  const signUp = action('remediation:select-enroll-profile', 'remediation');
  const view = stepView({
    step: 'identify',
    fields: [field('identifier', { label: 'Username' })],
    actions: [submit, signUp],
  });

  it('leads to the sign-up where the org offers one', async () => {
    const desk = await openScreen(view);
    expect(desk.page.findAll('[data-action="select-enroll-profile"]')).toHaveLength(1);
    await desk.button('Create account').trigger('click');
    expect(desk.sent[0]?.action).toBe(signUp.id);
  });

  it('says so where it does not, and can be sent', async () => {
    const desk = await openScreen({ ...view, actions: [submit] });
    expect(desk.page.text()).toContain('does not offer to create one');
    await desk.input('identifier').setValue('mira');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({ identifier: 'mira' });
  });

  it('leads back to the sign-up form beside it', async () => {
    const back = action('show:enroll-profile', 'show');
    const desk = await openScreen({ ...view, step: 'select-identify', actions: [submit, back] });
    await desk.button('Back to the sign-up form').trigger('click');
    expect(desk.sent[0]?.action).toBe(back.id);
  });
});

describe('steps of a few words', () => {
  it.each([
    ['identify-recovery', 'Get back into your account'],
    ['unlock-account', 'Unlock your account'],
    ['select-enroll-profile', 'Create an account'],
    ['launch-authenticator', 'Use Okta Verify?'],
    ['keep-me-signed-in', 'Stay signed in?'],
    ['device-assurance-grace-period', 'This device needs attention soon'],
    ['request-activation-email', 'Ask for a new activation email'],
  ])('%s is titled, explained and sent', async (step, title) => {
    const desk = await openScreen(stepView({ step }));
    expect(desk.page.get('h1').text()).toBe(title);
    expect(desk.page.get('main').text()).not.toMatch(/\bgates\./);
    expect(desk.page.find('.step > p').text()).not.toBe('');
    expect(desk.page.get('[type="submit"]').attributes('data-action')).toBe('submit');
    await desk.send();
    expect(desk.sent).toHaveLength(1);
  });

  it('keeps nobody signed in unless asked to', async () => {
    const keep = field('keepMeSignedIn', {
      control: 'checkbox',
      label: 'Stay signed in',
      value: false,
    });
    const desk = await openScreen(stepView({ step: 'keep-me-signed-in', fields: [keep] }));
    expect(desk.page.get('label').text()).toBe('Keep me signed in');
    await desk.send();
    await desk.input('keepMeSignedIn').setValue(true);
    await desk.send();
    expect(desk.sent.map(({ values }) => values)).toEqual([
      { keepMeSignedIn: false },
      { keepMeSignedIn: true },
    ]);
  });

  it('can be nothing but a way past it', async () => {
    const desk = await openScreen(
      stepView({
        step: 'skip',
        messages: [message('Maintenance.')],
        actions: [action('skip', 'skip')],
      }),
    );
    expect(desk.page.get('button.primary').text()).toBe('Skip');
    expect(desk.page.text()).toContain('set it up later');
    await desk.button('Skip').trigger('click');
    expect(desk.sent[0]?.action).toBe('skip');
  });

  it.each(['success', 'failure'])('%s goes on in the browser', async (kind) => {
    const step = `${kind}-redirect`;
    const desk = await openScreen(stepView({ step, actions: [action(`open:${step}`, 'open')] }));
    const button = desk.page.get(`[data-action="${step}"]`);
    expect(button.classes('primary')).toBe(true);
    await button.trigger('click');
    await flushPromises();
    expect(desk.opened).toEqual([{ view: 1, link: `open:${step}` }]);
  });

  it.each(['success-redirect', 'redirect-idverify', 'redirect-idp', 'piv-idp'])(
    '%s can be begun again where its page cannot be opened',
    async (step) => {
      const desk = await openScreen(stepView({ step, actions: [] }));
      expect(desk.page.text()).toContain('cannot be opened from here');
      await desk.button('Try again').trigger('click');
      await flushPromises();
      expect([desk.cancelled.count, desk.store.answers]).toEqual([1, 1]);
    },
  );
});
