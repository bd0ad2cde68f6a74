import { ion, record, type Exchange, type Reply } from '../http/exchange';
import { oktaError } from '../http/okta-error';
import type { Route } from '../model/route';
import type { Org } from '../model/org';
import { answer, resend, send } from './actions/challenge';
import { credentialEnroll } from './actions/credential';
import { enroll, enrollNew } from './actions/enroll';
import { identify, selectIdentify } from './actions/identify';
import { requestActivation } from './actions/activation';
import { cancel, skip } from './actions/leave';
import { cancelPolling, poll, pollAuthenticator } from './actions/wait';
import { goThrough } from './advance';
import { gates } from './gates/registry';
import { draw } from './draw';
import { takeInWhatHappenedElsewhere } from './elsewhere';
import { messages } from '../model/messages';
import type { Transaction } from '../model/transactions';
import { standIn } from './stand-in';
import { badRequest, type Action, type Outcome, type Visit } from '../model/visit';

const introspect: Action = { path: '/idp/idx/introspect', isPassive: true, act: () => null };

const ownActions: readonly Action[] = [
  introspect,
  identify,
  selectIdentify,
  enroll,
  enrollNew,
  credentialEnroll,
  answer,
  resend,
  send,
  poll,
  pollAuthenticator,
  cancelPolling,
  skip,
  requestActivation,
  cancel,
];

/** Addresses that mean something to a gate alone. */
const gateActions: readonly Action[] = [
  ...new Set(gates.flatMap(({ answers }) => Object.keys(answers))),
]
  .filter((path) => !ownActions.some((action) => action.path === path))
  .map((path) => ({ path, isPassive: path.endsWith('/poll'), act: () => badRequest }));

const actions = [...ownActions, ...gateActions];

export const idxRoutes: readonly Route[] = actions.map((action) => ({
  method: 'POST',
  path: action.path,
  handle: (exchange, org) => respond(action, exchange, org),
}));

function respond(action: Action, { body, origin, path }: Exchange, org: Org): Reply {
  if (body.kind === 'malformed') return oktaError('E0000003');
  if (body.kind !== 'json') return oktaError('E0000021');
  const sent = record(body.value);
  const transaction = findTransaction(action, sent, org);
  if (!transaction || (hasRunOut(transaction, org) && action !== cancel)) {
    return ion(401, sessionExpired);
  }
  if (!action.isPassive) {
    transaction.expiresAt = org.now() + org.policy.sessionLifetimeSeconds * 1000;
  }
  const visit: Visit = { org, transaction, origin, body: sent };
  // Nobody is shown the answer to a cancel: the next sign-up may have begun meanwhile.
  const injection = action === cancel ? null : org.switchboard.injections.take(path);
  const { isMisled } = transaction;
  transaction.isMisled = injection !== null;
  if (injection) return standIn(injection, visit);
  const happened = action === cancel ? null : takeInWhatHappenedElsewhere(visit);
  const { refusal } = happened ?? { refusal: act(action, visit) };
  return show(visit, isMisled && refusal === badRequest ? null : refusal);
}

/** A sign-up that is over says how it ended, whatever else is asked of it: two reasons would contradict each other. */
function isOver({ transaction: { step } }: Visit): boolean {
  return step.at === 'ended' || step.at === 'success';
}

/** A gate takes what it asks for, also at addresses that other steps use. */
function act(action: Action, visit: Visit): Outcome {
  if (isOver(visit) && action !== cancel) return null;
  const { step } = visit.transaction;
  const answer = step.at === 'gate' ? step.gate.answers[action.path] : undefined;
  if (step.at !== 'gate' || !answer) return action.act(visit);
  return goThrough(visit, step.gate, answer(visit));
}

function show(visit: Visit, refused: Outcome): Reply {
  const { step, notices } = visit.transaction;
  visit.transaction.notices = [];
  const refusal =
    notices.length > 0 && step.at !== 'ended'
      ? { status: 200, ...refused, messages: [...notices, ...(refused?.messages ?? [])] }
      : refused;
  const status = refusal?.status ?? (step.at === 'ended' ? step.status : 200);
  return ion(status, draw(visit, refusal));
}

/** A form of an injected answer may lead anywhere: the current step follows. Else null. */
export function answerUnknownForm(exchange: Exchange, org: Org): Reply | null {
  const { method, path, body } = exchange;
  if (method !== 'POST' || !path.startsWith('/idp/idx/') || body.kind !== 'json') return null;
  const transaction = findTransaction(unknown, record(body.value), org);
  return transaction?.isMisled ? respond(unknown, exchange, org) : null;
}
const unknown: Action = { path: '', act: () => badRequest };

/** Unknown and expired handles are answered alike, as recorded. */
const sessionExpired = {
  version: '1.0.0',
  messages: { type: 'array', value: [messages.sessionExpired] },
};

/** In an org whose sign-ups last no longer than their first form. */
function hasRunOut({ account }: Transaction, { setup }: Org): boolean {
  return account !== null && setup.defects.expiresAfterProfile;
}

function findTransaction(
  action: Action,
  sent: Readonly<Record<string, unknown>>,
  org: Org,
): Transaction | null {
  const { interactionHandle, stateHandle, stateToken } = sent;
  if (action === introspect && typeof interactionHandle === 'string') {
    return org.transactions.byInteractionHandle(interactionHandle);
  }
  // okta-auth-js introspects a state handle as `stateToken`.
  const handle = action === introspect ? (stateToken ?? stateHandle) : stateHandle;
  return typeof handle === 'string' ? org.transactions.byStateHandle(handle) : null;
}
