import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { FieldView } from '../../../../preload/contract/registration/field';
import type { StepView } from '../../../../preload/contract/registration/step';
import { emailData, field, message, option, profile, stepView } from '../views';
import { type Desk, openScreen, openWizard } from '../wizard';

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
    const desk = await openScreen(stepView({ step: 'something-new', fields: [one, field('a.c')] }));
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
