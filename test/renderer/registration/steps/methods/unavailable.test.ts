import { describe, expect, it, vi } from 'vitest';
import type { StepView } from '../../../../../preload/contract/registration/step';
import { action, authenticator, field, stepView } from '../../views';
import { type Desk, openScreen, openWizard } from '../../wizard';

vi.setConfig({ testTimeout: 20_000 });

const backToList = action('show:select-authenticator-enroll', 'show');
const code = field('credentials.passcode', {
  control: 'code',
  label: 'Enter code',
  isSecret: true,
});

function enrollment(key: string, given: Partial<StepView> = {}): StepView {
  return stepView({
    step: 'enroll-authenticator',
    authenticator: authenticator(key, { displayName: key }),
    actions: [action('submit', 'submit'), backToList, action('cancel', 'cancel')],
    ...given,
  });
}

/** The wizard, once the screen of the step is loaded. */
const title = ({ page }: Desk) => page.find('h1').text();

describe('a method that cannot be finished here', () => {
  it.each([
    ['duo', 'ended', 'Duo has shut down the service'],
    ['custom_otp', 'administrator', 'Only an administrator of your organization'],
    ['custom_app', 'administrator', 'Only an administrator of your organization'],
    ['tac', 'administrator', 'Only an administrator of your organization'],
  ] as const)('says why: %s', async (key, unavailable, reason) => {
    const named = authenticator(key, { displayName: 'Acme', unavailable });
    const desk = await openScreen(enrollment(key, { authenticator: named }));
    expect(title(desk)).toBe('Cannot be set up here: Acme');
    expect(desk.page.text()).toContain(reason);
    expect(desk.page.find('form').exists()).toBe(false);
    const back = desk.button('Choose another method');
    expect(back.classes('primary')).toBe(true);
    await back.trigger('click');
    expect(desk.sent[0]?.action).toBe('show:select-authenticator-enroll');
  });

  it('can be left out where the org allows that', async () => {
    const named = authenticator('duo', { displayName: 'Acme', unavailable: 'ended' });
    const actions = [action('submit', 'submit'), action('skip', 'skip')];
    const desk = await openScreen(enrollment('duo', { authenticator: named, actions }));
    await desk.button('Go on without it').trigger('click');
    expect(desk.sent[0]?.action).toBe('skip');
  });

  it('gets a form where the org can do it another way', async () => {
    const desk = await openWizard(enrollment('duo', { fields: [code] }));
    expect(desk.page.find('form').exists()).toBe(true);
  });
});
