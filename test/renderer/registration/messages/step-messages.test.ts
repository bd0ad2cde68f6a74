import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { FieldView, StepView } from '../../../../preload/schemas/registration';
import { emailData, field, message, option, profile, stepView } from '../views';
import { type Desk, openWizard } from '../wizard';

const focused = () => document.activeElement?.getAttribute('name');
const alerts = ({ page }: Desk) => page.findAll('[role="alert"]');
const notes = ({ page }: Desk) => page.get('[role="status"].notices');

/** What a screen reader says of a control besides its name. */
function described(desk: Desk, name: string): string[] {
  const ids = desk.input(name).attributes('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent.trim() ?? '');
}

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

describe('an error of a field', () => {
  it('leads to the first such field, and is not announced besides', async () => {
    const desk = await openWizard(profile);
    const refused = withMessages(profile, {
      'userProfile.email': ['No.'],
      'userProfile.lastName': ['Nor this.'],
    });
    desk.answer({ ...refused, serial: 2 }, { ...refused, serial: 3 });
    await sendProfile(desk);
    expect(focused()).toBe('userProfile.lastName');
    expect(alerts(desk)).toHaveLength(0);
    desk.input('userProfile.nickName').element.dispatchEvent(new Event('focus'));
    (desk.input('userProfile.nickName').element as HTMLInputElement).focus();
    await desk.send();
    expect(focused()).toBe('userProfile.lastName');
  });

  it('goes before an error of the whole form', async () => {
    const refused = withMessages(profile, { 'userProfile.email': ['No.'] });
    const desk = await openWizard({ ...refused, messages: [wrong] });
    expect(focused()).toBe('userProfile.email');
    expect(alerts(desk)).toHaveLength(1);
  });

  it('is listed above the form with the name of its field, and leads there', async () => {
    const same = 'This value is not accepted.';
    const desk = await openWizard(
      withMessages(profile, {
        'userProfile.firstName': [same],
        'userProfile.email': [same, 'And more.'],
      }),
    );
    const items = desk.page.findAll('.summary li').map((one) => one.text());
    expect(items.map((one) => one.split(':')[0])).toEqual(['First name', 'Email', 'Email']);
    expect(described(desk, 'userProfile.firstName')).toHaveLength(1);
    expect(described(desk, 'userProfile.firstName')[0]).toContain(same);
    expect(described(desk, 'userProfile.email')[0]).toContain(same);
    expect(described(desk, 'userProfile.email')[1]).toContain('And more.');
    expect(described(desk, 'userProfile.lastName')).toEqual([]);
    await desk.page.findAll('.summary a')[2]?.trigger('click');
    expect(focused()).toBe('userProfile.email');
  });

  it('is gone with the next answer that does not say it', async () => {
    const desk = await openWizard(withMessages(profile, { 'userProfile.email': ['No.'] }));
    await desk.push({ ...profile, serial: 2 });
    expect(desk.page.find('.summary').exists()).toBe(false);
    expect(desk.page.find('[aria-invalid="true"]').exists()).toBe(false);
  });
});

describe('every kind of control', () => {
  const controls = [
    ...(['text', 'email', 'tel', 'password', 'code', 'checkbox', 'country', 'timezone'] as const),
    ...(['select', 'radio', 'choice'] as const),
  ];

  it.each(controls)('%s is marked and describes its problem', async (control) => {
    const one = field('a.b', {
      control,
      options: ['select', 'radio', 'choice'].includes(control) ? [option('1'), option('2')] : [],
      messages: [message('Not like this.')],
    });
    const desk = await openWizard(stepView({ step: 'something-new', fields: [one, field('a.c')] }));
    const control1 = desk.page.get('[name="a.b"]');
    expect(control1.attributes('aria-invalid')).toBe('true');
    const carrier = control1.element.closest('fieldset') ?? control1.element;
    const ids = carrier.getAttribute('aria-describedby')?.split(' ') ?? [];
    const texts = ids.map((id) => document.getElementById(id)?.textContent ?? '');
    expect(texts.join(' ')).toContain('Not like this.');
    expect(focused()).toBe('a.b');
  });
});

describe('a message of a field that is not on the page', () => {
  const answer = (text: string): FieldView =>
    field('kind.answer', { label: 'Answer', messages: [message(text)] });
  const choice = stepView({
    step: 'something-new',
    fields: [
      field('kind', {
        control: 'choice',
        options: [
          option('0', { label: 'One', fields: [answer('Too short.')] }),
          option('1', { label: 'Two', fields: [field('kind.answer', { label: 'Answer' })] }),
        ],
      }),
    ],
  });

  it('is said above the form with the name of the field', async () => {
    const desk = await openWizard(choice);
    expect(alerts(desk)[0]?.text()).toMatch(/Answer: Your organization says: .?Too short\./);
  });

  it('is said at the field once its option is chosen, and only there', async () => {
    const desk = await openWizard(choice);
    await desk.page.get('[name="kind"][value="0"]').setValue();
    await flushPromises();
    expect(alerts(desk)).toHaveLength(0);
    expect(described(desk, 'kind.answer')[0]).toContain('Too short.');
    await desk.page.get('[name="kind"][value="1"]').setValue();
    await flushPromises();
    expect(described(desk, 'kind.answer')).toEqual([]);
    expect(alerts(desk)[0]?.text()).toContain('Too short.');
  });

  it('is said once where every option has the same field with the same message', async () => {
    const twice = ['One', 'Two'].map((label, id) =>
      option(String(id), { label, fields: [answer('Too short.')] }),
    );
    const desk = await openWizard(
      stepView({
        step: 'something-new',
        fields: [field('kind', { control: 'choice', options: twice })],
      }),
    );
    expect(
      alerts(desk)[0]
        ?.text()
        .match(/Too short/g),
    ).toHaveLength(1);
    await desk.page.get('[name="kind"][value="1"]').setValue();
    await flushPromises();
    expect(alerts(desk)).toHaveLength(0);
    expect(described(desk, 'kind.answer')[0]).toContain('Too short.');
  });

  it('is not lost with a question that the screen does not ask', async () => {
    const desk = await openWizard({
      ...emailData,
      step: 'poll',
      fields: [field('way', { label: 'Way', messages: [message('Not now.')] })],
    });
    await vi.waitFor(() => expect(alerts(desk)).toHaveLength(1));
    expect(desk.page.find('.summary').exists()).toBe(false);
    expect(alerts(desk)[0]?.text()).toMatch(/Way: Your organization says: .?Not now\./);
    expect(document.activeElement?.textContent).toContain('Not now.');
  });

  it('is a note where it is one', async () => {
    const noted = [message('By the way.', { level: 'info' })];
    const desk = await openWizard({
      ...emailData,
      step: 'poll',
      fields: [field('way', { label: 'Way', messages: noted })],
    });
    await vi.waitFor(() => expect(notes(desk).text()).toContain('By the way.'));
    expect(alerts(desk)).toHaveLength(0);
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
