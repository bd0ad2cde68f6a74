import { afterEach, describe, expect, it } from 'vitest';
import { list, messageKeys, type SignUp, type TestOrg } from '../practice';
import { answer, contextual, isFinished, startWith } from './methods';

let org: TestOrg;
afterEach(() => org.close());

async function begin() {
  const started = await startWith('security_question');
  ({ org } = started);
  await started.signUp.choose('Security Question');
  return started.signUp;
}

const forms = (signUp: SignUp) =>
  list(signUp.form('enroll-authenticator')?.['value']?.['0']?.['options']);

/** Messages on each of the two forms, as `field: key`. */
const problems = (signUp: SignUp) =>
  forms(signUp).map((option) =>
    list(option['value']?.['form']?.['value']).flatMap((field) =>
      list(field['messages']?.['value']).map(
        (message) => `${String(field['name'])}: ${String(message['i18n']?.['key'])}`,
      ),
    ),
  );

const tooShort = 'answer: securityQuestion.answer.tooShort.arg';

describe('a security question', () => {
  it('is one of nineteen, or one’s own', async () => {
    const signUp = await begin();
    const [chosen, custom] = forms(signUp);
    expect([chosen?.['label'], custom?.['label']]).toEqual([
      'Choose a security question',
      'Create my own security question',
    ]);
    const [questionKey, answerField] = list(chosen?.['value']?.['form']?.['value']);
    expect(list(questionKey?.['options'])).toHaveLength(19);
    expect(answerField).toMatchObject({ name: 'answer', secret: true, required: true });
    expect(list(custom?.['value']?.['form']?.['value'])).toMatchObject([
      { name: 'questionKey', value: 'custom', mutable: false },
      { name: 'question', required: true },
      { name: 'answer' },
    ]);
    expect(list(contextual(signUp)['questions'])[0]).toEqual({
      questionKey: 'disliked_food',
      question: 'What is the food you least liked as a child?',
    });
    expect(list(contextual(signUp)['questionKeys'])).toHaveLength(19);
  });

  it.each([
    ['a listed one', { questionKey: 'favorite_toy', answer: 'Teddy' }],
    ['one’s own', { questionKey: 'custom', question: 'Where is my key?', answer: 'Under the mat' }],
  ])('is set up with %s', async (_, credentials) => {
    const signUp = await begin();
    expect((await answer(signUp, credentials)).status).toBe(200);
    expect(isFinished(signUp)).toBe(true);
  });

  it('needs an answer of four characters, and says so on both forms', async () => {
    const signUp = await begin();
    const refused = await answer(signUp, { questionKey: 'favorite_toy', answer: ' abc ' });
    expect(refused.status).toBe(400);
    expect(problems(signUp)).toEqual([[tooShort], [tooShort]]);
    await answer(signUp, { questionKey: 'favorite_toy', answer: 'abcd' });
    expect(isFinished(signUp)).toBe(true);
  });

  it('takes no HTML', async () => {
    const signUp = await begin();
    await answer(signUp, { questionKey: 'custom', question: 'Who is <b>it</b>?', answer: '<i>x' });
    expect(problems(signUp)).toEqual([
      ['answer: tagsNotAllowed'],
      ['question: tagsNotAllowed', 'answer: tagsNotAllowed'],
    ]);
  });

  it('cannot be empty, or one that nobody listed', async () => {
    const signUp = await begin();
    await answer(signUp, { questionKey: 'custom', answer: 'Under the mat' });
    expect(problems(signUp)).toEqual([[], ['question: model.validation.field.blank']]);
    const unknown = await answer(signUp, { questionKey: 'toString', answer: 'Under the mat' });
    expect(messageKeys(unknown.json)).toEqual(['E0000020']);
  });
});
