import { findAuthenticator } from '../../authenticators/registry';
import { record } from '../../http/exchange';
import { openChoices } from '../choices';
import { badRequest, type Action } from '../../model/visit';

/** `select-authenticator-enroll` and `authenticator-enrollment-data`: both name an authenticator. */
export const credentialEnroll: Action = {
  path: '/idp/idx/credential/enroll',
  act({ org, transaction, origin, body }) {
    const { account, step } = transaction;
    if (!account || (step.at !== 'picker' && step.at !== 'enrollment')) return badRequest;
    const { id, ...chosen } = record(body['authenticator']);
    const authenticator = findAuthenticator(org, id);
    const choices = openChoices(org, account, transaction.hasSkipped);
    if (!authenticator || !choices?.keys.includes(authenticator.key)) return badRequest;
    const begun = authenticator.begin({ org, transaction, account, origin }, chosen);
    const { enrollment } = begun;
    transaction.step = enrollment ? { at: 'enrollment', enrollment } : { at: 'picker' };
    return begun.refusal ?? null;
  },
};
