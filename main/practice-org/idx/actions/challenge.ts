import { record } from '../../http/exchange';
import { settle } from '../advance';
import { badRequest, type Action } from '../../model/visit';

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

/** Where a link is to be sent, with which a phone sets the method up. */
export const send: Action = {
  path: '/idp/idx/challenge/send',
  act(visit) {
    const { step } = visit.transaction;
    if (step.at !== 'enrollment' || !step.enrollment.send) return badRequest;
    return settle(visit, step.enrollment.authenticator.key, step.enrollment.send(visit.body));
  },
};
