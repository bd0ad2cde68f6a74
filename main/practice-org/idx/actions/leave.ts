import { advance } from '../advance';
import { openChoices } from '../choices';
import { badRequest, type Action } from '../../model/visit';

/** Passes over every optional method that is left. */
export const skip: Action = {
  path: '/idp/idx/skip',
  act(visit) {
    const { org, transaction } = visit;
    const { account, step, hasSkipped } = transaction;
    const isOffered = step.at === 'picker' || step.at === 'enrollment';
    if (!account || !isOffered || !openChoices(org, account, hasSkipped)?.canSkip) {
      return badRequest;
    }
    transaction.hasSkipped = true;
    return advance(visit);
  },
};

/** Forgets an unfinished account, and answers with a first page under a new state handle. */
export const cancel: Action = {
  path: '/idp/idx/cancel',
  act({ org, transaction }) {
    const { account } = transaction;
    if (account?.status === 'STAGED' && org.accounts.find(account.id) === account) {
      org.accounts.remove(account.id);
    }
    org.transactions.restart(transaction);
    return null;
  },
};
