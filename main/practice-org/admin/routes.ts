import type { OutboxMessage } from '../../../preload/contract/practice';
import { empty, json, record, type Exchange, type Reply } from '../http/exchange';
import type { Route } from '../model/route';
import type { Org } from '../model/org';
import { mintAccessToken } from './access-token';
import { nextRoutes } from './next';
import { phoneRoutes } from './phone';
import { parsePolicy, resolvePolicy } from '../policy/read';
import { putInForce } from '../model/setup/in-force';
import { isPresetName } from '../policy/presets';

export const outboxPath = '/practice/outbox';
export const adminPath = '/practice/admin';

/** Not part of Okta: how people, tests and training look into the org and steer it. */
export const practiceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: outboxPath,
    handle: (_, { outbox }) => json(200, outbox.list().map(drawMessage)),
  },
  { method: 'DELETE', path: outboxPath, handle: done(({ outbox }) => outbox.clear()) },
  {
    method: 'GET',
    path: adminPath,
    handle: ({ origin }) =>
      json(200, {
        endpoints: practiceRoutes.map(({ method, path }) => `${method} ${origin}${path}`),
      }),
  },
  {
    method: 'GET',
    path: `${adminPath}/requests`,
    handle: (_, { switchboard }) => json(200, switchboard.requests()),
  },
  {
    method: 'DELETE',
    path: `${adminPath}/requests`,
    handle: done(({ switchboard }) => switchboard.forgetRequests()),
  },
  { method: 'GET', path: `${adminPath}/users`, handle: (_, org) => json(200, drawUsers(org)) },
  {
    method: 'DELETE',
    path: `${adminPath}/users`,
    handle: done(({ accounts }) => accounts.clear()),
  },
  {
    method: 'GET',
    path: `${adminPath}/policy`,
    handle: (_, { inForce }) => json(200, inForce.given),
  },
  { method: 'POST', path: `${adminPath}/policy`, handle: setPolicy },
  { method: 'POST', path: `${adminPath}/access-token`, handle: mintAccessToken },
  ...nextRoutes(`${adminPath}/next`),
  ...phoneRoutes(adminPath),
  {
    method: 'POST',
    path: `${adminPath}/expire-sessions`,
    handle: done(({ transactions }) => transactions.expireAll()),
  },
  {
    method: 'POST',
    path: `${adminPath}/down`,
    handle: done(({ switchboard }) => {
      switchboard.isDown = true;
    }),
  },
  { method: 'POST', path: `${adminPath}/slow`, handle: setDelay },
  {
    method: 'POST',
    path: `${adminPath}/up`,
    handle: done(({ switchboard }) => {
      switchboard.isDown = false;
      switchboard.delay = 0;
    }),
  },
];

function done(change: (org: Org) => void): Route['handle'] {
  return (_, org) => {
    change(org);
    return empty(204);
  };
}

/** `{"milliseconds": N}`: what the org waits before each answer, a minute at most. */
function setDelay({ body }: Exchange, { switchboard }: Org): Reply {
  const { milliseconds } = record(body.kind === 'json' ? body.value : undefined);
  if (typeof milliseconds !== 'number' || !(milliseconds >= 0 && milliseconds <= 60_000)) {
    return json(400, { problems: ['milliseconds is a number from 0 to 60000'] });
  }
  switchboard.delay = milliseconds;
  return empty(204);
}

/** A whole policy, or `{"preset": NAME}`. It holds from the next request on. */
function setPolicy({ body }: Exchange, org: Org): Reply {
  const value = body.kind === 'json' ? body.value : undefined;
  const { preset } = record(value);
  const reading =
    typeof preset === 'string' && isPresetName(preset) ? resolvePolicy(preset) : parsePolicy(value);
  if (!reading.ok) return json(400, { problems: reading.problems });
  org.inForce = putInForce(reading.policy);
  return json(200, reading.policy);
}

/** Absent parts are left out, and the time is ISO 8601. */
function drawMessage({ subject, code, link, sentAt, ...message }: OutboxMessage) {
  return {
    ...message,
    ...(subject !== null && { subject }),
    ...(code !== null && { code }),
    ...(link !== null && { link }),
    sentAt: new Date(sentAt).toISOString(),
  };
}

function drawUsers({ accounts }: Org) {
  return accounts.list().map(({ id, status, profile, enrollments, createdAt }) => ({
    id,
    status,
    profile,
    authenticators: enrollments.map(({ key, methods }) => ({ key, methods })),
    created: new Date(createdAt).toISOString(),
  }));
}
