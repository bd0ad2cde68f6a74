import type { Account } from '../accounts';
import { openChoices } from './choices';
import { messages } from './messages';
import type { Visit } from './visit';
import type { EnrollmentResult } from '../authenticators/authenticator';
import { oktaId } from '../ids';
import type { Outcome } from './visit';
import type { AuthenticatorKey } from '../policy/schema';

/** Moves on to the step that follows from what is set up so far. */
export function advance(visit: Visit): Outcome {
  const { org, transaction } = visit;
  const { account } = transaction;
  if (!account) {
    transaction.step = { at: 'identify' };
    return null;
  }
  if (org.accounts.find(account.id) !== account)
    return end(visit, 400, messages.registrationFailed);
  const choices = openChoices(org.policy, account, transaction.hasSkipped);
  if (choices && !choices.canSkip) {
    transaction.step = { at: 'picker' };
    return null;
  }
  // Nothing is missing any more: from here on the account stays, whatever the person does.
  if (isConfirmedAfterwards(visit)) return confirmAfterwards(visit, account);
  account.status = 'ACTIVE';
  if (choices) {
    transaction.step = { at: 'picker' };
    return null;
  }
  return finish(visit, account);
}

/** Ends the sign-up; the client has to start another one. */
export function end(
  { transaction }: Visit,
  status: number,
  message: (typeof messages)['notAssigned'],
): Outcome {
  transaction.step = { at: 'ended', status, message };
  return null;
}

/** Takes what an authenticator made of an answer. */
export function settle(visit: Visit, key: AuthenticatorKey, result: EnrollmentResult): Outcome {
  switch (result.kind) {
    case 'pending':
      return null;
    case 'refused':
      return result.refusal;
    case 'locked':
      return end(visit, 429, messages.tooManyRequests);
    case 'enrolled':
      enrol(visit.transaction.account, key, result.methods);
      return advance(visit);
  }
}

export function enrol(
  account: Account | null,
  key: AuthenticatorKey,
  methods: readonly string[],
): void {
  account?.enrollments.push({ id: oktaId('eae'), key, methods });
}

function finish(visit: Visit, account: Account): Outcome {
  const { org, transaction } = visit;
  if (org.policy.appAssignment === 'none') return end(visit, 400, messages.notAssigned);
  const grant = {
    accountId: account.id,
    request: transaction.request,
    authenticatedAt: org.now(),
    isRevoked: false,
  };
  transaction.step = {
    at: 'success',
    interactionCode: org.grants.issueInteractionCode(grant, org.policy.interactionCodeSeconds),
  };
  return null;
}

function isConfirmedAfterwards({ org }: Visit): boolean {
  const { emailVerification, authenticators } = org.policy;
  return emailVerification === 'afterwards' && authenticators.okta_email === 'off';
}

function confirmAfterwards(visit: Visit, account: Account): Outcome {
  const { org, origin, transaction } = visit;
  const link = org.emailLinks.add(origin, transaction.request.clientId, () => {
    account.status = 'ACTIVE';
    return { kind: 'verified' };
  });
  org.outbox.send({
    to: account.login,
    channel: 'email',
    subject: 'Activate your account',
    text: `Open this link to activate your account: ${link}`,
    link,
  });
  return end(visit, 200, messages.emailVerificationRequired);
}
