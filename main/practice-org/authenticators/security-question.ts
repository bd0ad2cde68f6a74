import type { Field, FormOption } from '../model/form';
import { messages, type Message } from '../model/messages';
import { answerForm } from './answer-form';
import type { Authenticator, Enrollment, EnrollmentResult } from '../model/authenticator';
import { enrollmentMessages } from './enrollment-messages';
import { refuse, refuseFields, typed } from './refusals';
import { securityQuestions } from './security-questions';

export const securityQuestion: Authenticator = {
  key: 'security_question',
  type: 'security_question',
  displayName: 'Security Question',
  allowedFor: 'recovery',
  methods: () => ['security_question'],
  optionFields: () => [
    { name: 'methodType', required: false, value: 'security_question', mutable: false },
  ],
  begin: () => ({ enrollment }),
};

const questions = Object.entries(securityQuestions).map(([questionKey, question]) => ({
  questionKey,
  question,
}));

const answer: Field = { name: 'answer', label: 'Answer', required: true, secret: true };

const chosen: FormOption = {
  label: 'Choose a security question',
  value: {
    form: {
      value: [
        {
          name: 'questionKey',
          type: 'string',
          label: 'Choose a security question',
          required: true,
          options: questions.map(({ questionKey, question }) => ({
            label: question,
            value: questionKey,
          })),
        },
        answer,
      ],
    },
  },
};

const custom: FormOption = {
  label: 'Create my own security question',
  value: {
    form: {
      value: [
        { name: 'questionKey', required: true, value: 'custom', mutable: false },
        { name: 'question', label: 'Create a security question', required: true },
        answer,
      ],
    },
  },
};

/** Nothing of it is kept: nobody recovers an account here. */
const enrollment: Enrollment = {
  authenticator: securityQuestion,
  view: () => ({
    form: answerForm({
      name: 'credentials',
      type: 'object',
      required: true,
      choices: [chosen, custom],
    }),
    contextualData: { questionKeys: questions.map(({ questionKey }) => questionKey), questions },
  }),
  answer: check,
};

const shortestAnswer = 4;

function check(credentials: Readonly<Record<string, unknown>>): EnrollmentResult {
  const key = typed(credentials, 'questionKey');
  if (key !== 'custom' && !Object.hasOwn(securityQuestions, key)) {
    return refuse(messages.badRequest);
  }
  const problems = {
    ...(key === 'custom' && onField('question', checkQuestion(typed(credentials, 'question')))),
    ...onField('answer', checkAnswer(typed(credentials, 'answer'))),
  };
  return Object.keys(problems).length > 0
    ? refuseFields(problems)
    : { kind: 'enrolled', methods: ['security_question'] };
}

function checkQuestion(question: string): Message | null {
  if (question === '') return messages.required;
  return hasTags(question) ? enrollmentMessages.tagsNotAllowed : null;
}

function checkAnswer(text: string): Message | null {
  if ([...text].length < shortestAnswer) return enrollmentMessages.answerTooShort(shortestAnswer);
  return hasTags(text) ? enrollmentMessages.tagsNotAllowed : null;
}

function hasTags(text: string): boolean {
  return /<[^>]*>/.test(text);
}

function onField(name: string, message: Message | null) {
  return message && { [`credentials.${name}`]: [message] };
}
