import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyInput } from '../../../../main/practice-org/policy/schema';
import {
  list,
  openSignUp,
  optionLabels,
  startTestOrg,
  type SignUp,
  type TestOrg,
} from '../practice';
import { answer, isFinished } from './methods';

let org: TestOrg;
afterEach(() => org.close());

async function begin(policy: PolicyInput) {
  org = await startTestOrg({
    ...policy,
    authenticators: {
      okta_password: 'off',
      okta_email: 'off',
      phone_number: 'off',
      ...policy.authenticators,
    },
  });
  const signUp = await openSignUp(org);
  await signUp.profile();
  return signUp;
}

const listed = (signUp: SignUp) => list(signUp.last().json['authenticators']?.['value']);
const labels = (signUp: SignUp) => optionLabels(signUp.form('select-authenticator-enroll'));
const question = { questionKey: 'favorite_toy', answer: 'Teddy' };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const dueIn = (days: number) => ({ type: 'BY_DATE_TIME', expiry: inDays(days) }) as const;

describe('the list of methods', () => {
  it('tells what each is for: its usual use, or the one that the policy names', async () => {
    const signUp = await begin({
      authenticators: { okta_email: 'required', security_question: 'required', tac: 'required' },
      authenticatorUsage: { okta_email: 'recovery', tac: 'none' },
    });
    expect(listed(signUp)).toMatchObject([
      { key: 'okta_email', allowedFor: 'recovery' },
      { key: 'security_question', allowedFor: 'recovery' },
      { key: 'tac', allowedFor: 'none' },
    ]);
  });

  it.each([
    ['until a date', dueIn(3)],
    ['a number of times', { type: 'BY_SKIP_COUNT', remainingSkips: 2 }],
  ] as const)('lets required methods wait %s', async (_, gracePeriod) => {
    const signUp = await begin({
      authenticators: { security_question: 'required', google_otp: 'optional' },
      gracePeriods: { security_question: gracePeriod },
    });
    expect(listed(signUp)).toMatchObject([{ key: 'security_question', gracePeriod }]);
    expect(signUp.steps()).toEqual(['select-authenticator-enroll', 'skip']);
    await signUp.post('skip');
    expect(isFinished(signUp)).toBe(true);
  });

  it('cannot be skipped while one of its methods is due now', async () => {
    const signUp = await begin({
      authenticators: { security_question: 'required', google_otp: 'required' },
      gracePeriods: { google_otp: dueIn(3) },
    });
    expect(labels(signUp)).toEqual(['Google Authenticator', 'Security Question']);
    expect(signUp.steps()).toEqual(['select-authenticator-enroll']);
    await signUp.choose('Security Question');
    await answer(signUp, question);
    expect(labels(signUp)).toEqual(['Google Authenticator']);
    await signUp.post('skip');
    expect(isFinished(signUp)).toBe(true);
  });

  it.each([
    ['the date has passed', dueIn(-1)],
    ['the times are used up', { type: 'BY_SKIP_COUNT', remainingSkips: 0 }],
  ] as const)('cannot be skipped when %s', async (_, gracePeriod) => {
    const signUp = await begin({
      authenticators: { security_question: 'required' },
      gracePeriods: { security_question: gracePeriod },
    });
    expect(signUp.steps()).toEqual(['select-authenticator-enroll']);
    expect((await signUp.act('/idp/idx/skip')).status).toBe(400);
  });

  it('goes on offering what may be set up more than once', async () => {
    const signUp = await begin({
      authenticators: { security_question: 'required' },
      enrollSeveral: ['security_question'],
    });
    await signUp.choose('Security Question');
    await answer(signUp, question);
    expect(labels(signUp)).toEqual(['Security Question']);
    expect(list(signUp.last().json['authenticatorEnrollments']?.['value'])).toMatchObject([
      { key: 'security_question' },
    ]);
    await signUp.choose('Security Question');
    await answer(signUp, question);
    await signUp.post('skip');
    expect(isFinished(signUp)).toBe(true);
  });
});
