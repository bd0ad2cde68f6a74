import { enrol, type Account } from '../model/accounts';
import { openChoices } from './choices';
import { deviceDenied } from './device-messages';
import type { Gate, GateResult } from '../model/gate';
import { nextGate } from './gates/registry';
import { messages, type Message } from '../model/messages';
import type { Visit } from '../model/visit';
import type { EnrollmentResult } from '../model/authenticator';
import type { Outcome } from '../model/visit';
import type { AuthenticatorKey } from '../policy/schema';
import { userHomePath } from '../pages/user-home';
import { isAssigned } from '../model/setup/org-setup';

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
  const gateBefore = nextGate('before-methods', visit, account);
  if (gateBefore) return open(visit, gateBefore);
  const choices = transaction.isFederated
    ? null
    : openChoices(org, account, transaction.hasSkipped);
  if (choices && !choices.canSkip) {
    if (org.policy.safeMode === 'required') return end(visit, 200, messages.enrollmentUnavailable);
    transaction.step = { at: 'picker' };
    return null;
  }
  // Nothing is missing any more: from here on the account stays, whatever the person does.
  if (isConfirmedAfterwards(visit)) return confirmAfterwards(visit, account);
  account.status = 'ACTIVE';
  const gate = nextGate(choices ? 'instead-of-optional-methods' : 'after-methods', visit, account);
  if (gate) return open(visit, gate);
  if (choices) {
    transaction.step = { at: 'picker' };
    return null;
  }
  return finish(visit, account);
}

function open({ transaction }: Visit, gate: Gate): Outcome {
  transaction.step = { at: 'gate', gate };
  return null;
}

/** Takes what a gate made of an answer. */
export function goThrough(visit: Visit, gate: Gate, result: GateResult): Outcome {
  switch (result.kind) {
    case 'waiting':
      return null;
    case 'refused':
      return result.refusal;
    case 'ended':
      return end(visit, result.status, ...result.messages);
    case 'passed':
      visit.transaction.passed.add(gate.name);
      return advance(visit);
  }
}

/** Ends the sign-up; the client has to start another one. */
export function end(
  { transaction }: Visit,
  status: number,
  ...ending: readonly Message[]
): Outcome {
  transaction.step = { at: 'ended', status, messages: ending };
  return null;
}

/** Takes what an authenticator made of an answer. */
export function settle(visit: Visit, key: AuthenticatorKey, result: EnrollmentResult): Outcome {
  switch (result.kind) {
    case 'pending':
      return null;
    case 'refused':
      return result.refusal;
    case 'ended':
      return end(visit, result.status, ...result.messages);
    case 'locked':
      return end(visit, 429, messages.tooManyRequests);
    case 'enrolled':
      enrol(visit.transaction.account, key, result.methods, result.credentialId);
      return advance(visit);
  }
}

function finish(visit: Visit, account: Account): Outcome {
  const { org, transaction } = visit;
  const { setup } = org;
  if (!isAssigned(setup)) {
    org.systemLog.note('app.generic.unauth_app_access_attempt', 'FAILURE');
    switch (setup.defects.unassignedShows) {
      case 'first-page':
      case 'end':
        return end(visit, 400, messages.notAssigned);
      case 'redirect':
        return leadAway(visit);
      case 'token':
        break;
    }
  }
  if (setup.signInPolicy.isUnsatisfiable) return startOver(visit);
  if (org.policy.deviceAssurance === 'deny') return end(visit, 403, ...deviceDenied);
  const { request, declinedScopes } = transaction;
  const grant = {
    accountId: account.id,
    request: { ...request, scopes: request.scopes.filter((scope) => !declinedScopes.has(scope)) },
    authenticatedAt: org.now(),
    identityProvider: transaction.identityProvider,
    isRevoked: false,
  };
  org.systemLog.note('app.oauth2.interact.interaction_code', 'SUCCESS');
  transaction.step = {
    at: 'success',
    interactionCode: org.grants.issueInteractionCode(grant, org.policy.interactionCodeSeconds),
  };
  return null;
}

/** Whoever the app is not assigned to is taken to the page that the org has for them. */
function leadAway({ transaction }: Visit): Outcome {
  transaction.step = {
    at: 'ended',
    status: 403,
    messages: [messages.appNotAllowed('user_not_assigned')],
    forms: [{ name: 'failure-redirect', path: userHomePath, link: { handleName: 'stateToken' } }],
  };
  return null;
}

/** The first page, with the reason, as recorded; the account stays. */
function startOver({ org, transaction }: Visit): Outcome {
  org.systemLog.note('policy.evaluate_sign_on', 'DENY');
  transaction.step = { at: 'identify' };
  transaction.account = null;
  return { status: 400, messages: [messages.assuranceUnsatisfiable(org.app.label)] };
}

function isConfirmedAfterwards({ org, transaction }: Visit): boolean {
  const { emailVerification, authenticators } = org.policy;
  return (
    emailVerification === 'afterwards' &&
    authenticators.okta_email === 'off' &&
    !transaction.isFederated
  );
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
