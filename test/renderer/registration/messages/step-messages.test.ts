import { describe, expect, it } from 'vitest';
import type { StepView } from '../../../../preload/contract/registration/step';
import { field, message, profile, stepView } from '../views';
import { type Desk, openWizard } from '../wizard';

const focused = () => document.activeElement?.getAttribute('name');
const alerts = ({ page }: Desk) => page.findAll('[role="alert"]');
const notes = ({ page }: Desk) => page.get('[role="status"].notices');

function withMessages(
  view: StepView,
  texts: Readonly<Record<string, readonly string[]>>,
): StepView {
  const fields = view.fields.map((one) => ({
    ...one,
    messages: (texts[one.name] ?? []).map((text) => message(text)),
  }));
  return { ...view, fields };
}

async function sendProfile(desk: Desk) {
  await desk.input('userProfile.firstName').setValue('Mira');
  await desk.input('userProfile.lastName').setValue('Okafor');
  await desk.input('userProfile.email').setValue('mira@example.com');
  await desk.send();
}

const wrong = message('', { key: 'registration.error.generic' });

describe('an error of the whole form', () => {
  it('is announced once, and the focus goes to it', async () => {
    const desk = await openWizard(profile);
    desk.answer({ ...profile, serial: 2, messages: [wrong] });
    await sendProfile(desk);
    expect(alerts(desk)).toHaveLength(1);
    expect(alerts(desk)[0]?.text()).toContain('could not be created');
    expect(document.activeElement?.contains(alerts(desk)[0]?.element ?? null)).toBe(true);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Please check this');
  });

  it('is announced anew when the next answer says it again, and not in between', async () => {
    const desk = await openWizard(profile);
    desk.answer(
      { ...profile, serial: 2, messages: [wrong] },
      { ...profile, serial: 3, messages: [wrong] },
    );
    await sendProfile(desk);
    const first = alerts(desk)[0]?.element;
    await desk.input('userProfile.firstName').setValue('M');
    await desk.send();
    expect(alerts(desk)[0]?.element).toBe(first);
    await sendProfile(desk);
    expect(alerts(desk)[0]?.element).not.toBe(first);
    expect(document.activeElement?.textContent).toContain('could not be created');
  });

  it('comes with the others in one announcement', async () => {
    const desk = await openWizard({ ...profile, messages: [wrong, message('Ask at reception.')] });
    expect(alerts(desk)).toHaveLength(1);
    expect(desk.page.findAll('[role="alert"] .notice')).toHaveLength(2);
  });

  it('has the focus when it comes with a new step', async () => {
    await openWizard({ ...profile, messages: [wrong] });
    expect(document.activeElement?.textContent).toContain('could not be created');
  });

  it('does not take the focus when it comes by itself', async () => {
    const desk = await openWizard(profile);
    await desk.push({ ...profile, serial: 2, messages: [wrong] });
    expect(focused()).toBe('userProfile.firstName');
    expect(alerts(desk)[0]?.text()).toContain('could not be created');
  });
});

describe('a note', () => {
  it('is announced politely in a place that was there before, and takes no focus', async () => {
    const desk = await openWizard(profile);
    const place = notes(desk).element;
    expect(place.textContent).toBe('');
    const note = message('We are closed on Friday.', { level: 'info' });
    desk.answer({ ...profile, serial: 2, messages: [note] });
    const before = document.activeElement;
    await sendProfile(desk);
    expect(notes(desk).element).toBe(place);
    expect(place.textContent).toContain('closed on Friday');
    expect(alerts(desk)).toHaveLength(0);
    expect(document.activeElement).toBe(before);
  });
});

describe('the links of a message', () => {
  const link = (id: string) => ({ id, label: null });

  it.each(['error', 'info'] as const)('stand below it: %s', async (level) => {
    const said = message('Call us.', { level, links: [link('link:0')] });
    const desk = await openWizard({ ...profile, messages: [said, message('Else.', { level })] });
    const [first, second] = desk.page.findAll('.notice');
    expect(first?.findAll('button')).toHaveLength(1);
    expect(second?.findAll('button')).toHaveLength(0);
    await first?.get('button').trigger('click');
    expect(desk.opened).toEqual([{ view: 1, link: 'link:0' }]);
  });

  it('stand above the form where the message is at a field', async () => {
    const at = field('a.b', { messages: [message('No.', { links: [link('link:3')] })] });
    const desk = await openWizard(stepView({ step: 'something-new', fields: [at] }));
    expect(desk.page.get('.step .links button').attributes('aria-label')).toContain('No.');
    await desk.page.get('.step .links button').trigger('click');
    expect(desk.opened).toEqual([{ view: 1, link: 'link:3' }]);
  });

  it('stand at each step of what a device lacks', async () => {
    const line = (name: string, id: string) =>
      message('', {
        key: `idx.error.code.access_denied.device_assurance.remediation.${name}`,
        links: [link(id)],
      });
    const desk = await openWizard({
      ...profile,
      messages: [
        line('title', 'link:0'),
        line('android.use_lock_screen', 'link:1'),
        line('additional_help_default', 'link:2'),
      ],
    });
    const names = desk.page
      .findAll('.step .links button')
      .map((one) => one.attributes('aria-label'));
    expect(names).toHaveLength(3);
    expect(names[1]).toContain('Turn on the screen lock');
    await desk.page.findAll('.step .links button')[1]?.trigger('click');
    expect(desk.opened).toEqual([{ view: 1, link: 'link:1' }]);
  });
});

describe('a call that led nowhere', () => {
  it('has the focus also where a field has a problem', async () => {
    const desk = await openWizard(withMessages(profile, { 'userProfile.email': ['No.'] }));
    desk.answer({ error: 'timeout' });
    await sendProfile(desk);
    expect(document.activeElement?.textContent).toContain('did not answer in time');
    expect(alerts(desk)).toHaveLength(1);
  });
});
