import { describe, expect, it, vi } from 'vitest';
import type { StepView } from '../../../../../preload/contract/registration/step';
import { action, authenticator, field, message, option, stepView } from '../../views';
import { type Desk, openScreen } from '../../wizard';

vi.setConfig({ testTimeout: 20_000 });

const backToList = action('show:select-authenticator-enroll', 'show');

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
const labels = ({ page }: Desk) => page.findAll('label').map((one) => one.text());
const isMasked = (desk: Desk, name: string) => desk.input(name).attributes('type') === 'password';

describe('the security question', () => {
  const tooShort = message('Too short', {
    key: 'securityQuestion.answer.tooShort.arg',
    params: ['4'],
  });
  const answer = field('credentials.answer', {
    label: 'Answer',
    control: 'password',
    isSecret: true,
  });
  const predefined = option('0', {
    label: 'Choose a security question',
    fields: [
      field('credentials.questionKey', {
        label: 'Choose a security question',
        control: 'select',
        options: [
          option('disliked_food', { label: 'Which food did you dislike?' }),
          option('first_award', { label: 'What was your first award?' }),
        ],
      }),
      answer,
    ],
  });
  const own = option('1', {
    label: 'Create my own security question',
    fields: [field('credentials.question', { label: 'Create a security question' }), answer],
  });
  const refused = (one: typeof own) => ({
    ...one,
    fields: one.fields.map((each) => ({ ...each, messages: each.isSecret ? [tooShort] : [] })),
  });
  const view = (...options: (typeof own)[]) =>
    enrollment('security_question', {
      fields: [field('credentials', { control: 'choice', options })],
    });

  it("offers the org's questions first, in the org's words", async () => {
    const desk = await openScreen(view(predefined, own));
    expect(title(desk)).toBe('Set up a security question');
    expect(labels(desk)).toEqual(['Choose a question', 'Write my own', 'Question', 'Answer']);
    expect(desk.page.text()).toContain('Which food did you dislike?');
    await desk.input('credentials.questionKey').setValue('first_award');
    await desk.input('credentials.answer').setValue('a spoon');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      credentials: '0',
      'credentials.questionKey': 'first_award',
      'credentials.answer': 'a spoon',
    });
  });

  it('takes a question of one’s own', async () => {
    const desk = await openScreen(view(predefined, own));
    await desk.page.find('[name="credentials"][value="1"]').setValue();
    await desk.input('credentials.question').setValue('Why?');
    await desk.input('credentials.answer').setValue('because');
    await desk.send();
    expect(desk.sent[0]?.values).toEqual({
      credentials: '1',
      'credentials.question': 'Why?',
      'credentials.answer': 'because',
    });
  });

  it('hides the answer until it is to be seen', async () => {
    const desk = await openScreen(view(predefined, own));
    expect(isMasked(desk, 'credentials.answer')).toBe(true);
    await desk.button('Show').trigger('click');
    expect(isMasked(desk, 'credentials.answer')).toBe(false);
  });

  it('shows the errors of the chosen kind only, though the org gives them for both', async () => {
    const desk = await openScreen(view(predefined, own));
    await desk.page.find('[name="credentials"][value="1"]').setValue();
    await desk.push({ ...view(refused(predefined), refused(own)), serial: 2 });
    expect(desk.page.findAll('.summary li')).toHaveLength(1);
    expect(desk.page.find<HTMLInputElement>('[value="1"]').element.checked).toBe(true);
    expect(desk.input('credentials.question').exists()).toBe(true);
    expect(desk.page.text()).toContain('at least 4 characters');
  });

  it('begins with the kind that was refused', async () => {
    const desk = await openScreen(view(predefined, refused(own)));
    expect(desk.page.find<HTMLInputElement>('[value="1"]').element.checked).toBe(true);
  });

  it('has the only kind chosen already', async () => {
    const desk = await openScreen(view(own));
    expect(labels(desk)).toEqual(['Write my own', 'Your question', 'Answer']);
    expect(desk.page.find<HTMLInputElement>('[name="credentials"]').element.checked).toBe(true);
  });
});
