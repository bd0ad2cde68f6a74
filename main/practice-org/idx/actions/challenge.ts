import { record } from '../../http/exchange';
import { settle } from '../advance';
import { badRequest, type Action } from '../visit';

export const answer: Action = {
  path: '/idp/idx/challenge/answer',
  act(visit) {
    const { step } = visit.transaction;
    if (step.at !== 'enrollment') return badRequest;
    const { enrollment } = step;
    const result = enrollment.answer(record(visit.body['credentials']));
    return settle(visit, enrollment.authenticator.key, result);
  },
};

export const resend: Action = {
  path: '/idp/idx/challenge/resend',
  act(visit) {
    const { step } = visit.transaction;
    if (step.at !== 'enrollment' || !step.enrollment.resend) return badRequest;
    return settle(visit, step.enrollment.authenticator.key, step.enrollment.resend());
  },
};

/** The same step again, or the next one: what happened elsewhere is taken in for every request. */
export const poll: Action = {
  path: '/idp/idx/challenge/poll',
  isPassive: true,
  act: () => null,
};
