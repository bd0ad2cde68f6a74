import { settle } from '../advance';
import { badRequest, type Action, type Visit } from '../../model/visit';

/** The same step again, or the next one: what happened elsewhere is taken in for every request. */
export const poll: Action = { path: '/idp/idx/challenge/poll', isPassive: true, act: ask };

/** Okta polls at an address of its own for what is held to a reader. */
export const pollAuthenticator: Action = {
  path: '/idp/idx/authenticators/poll',
  isPassive: true,
  act: ask,
};

/** Back to the list of methods. */
export const cancelPolling: Action = {
  path: '/idp/idx/authenticators/poll/cancel',
  act({ transaction }) {
    const { step } = transaction;
    if (step.at !== 'enrollment' || !step.enrollment.view().canCancelPolling) return badRequest;
    transaction.step = { at: 'picker' };
    return null;
  },
};

function ask(visit: Visit) {
  const { step } = visit.transaction;
  if (step.at !== 'enrollment' || !step.enrollment.poll) return null;
  return settle(visit, step.enrollment.authenticator.key, step.enrollment.poll());
}
