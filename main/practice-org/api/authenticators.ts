import { authenticators } from '../authenticators/registry';
import { json } from '../http/exchange';
import { oktaError } from '../http/okta-error';
import type { Route } from '../model/route';
import type { Org } from '../model/org';
import { authenticatorKeys, type AuthenticatorKey } from '../policy/schema';
import { dated, link } from './dated';
import { readRoute } from './read-route';

const scope = 'okta.authenticators.read';

/** In every org; the others only where somebody added them. */
const everywhere: readonly AuthenticatorKey[] = ['okta_password', 'okta_email', 'phone_number'];

export const authenticatorRoutes: readonly Route[] = [
  readRoute('authenticators', scope, ({ org, origin }) =>
    json(
      200,
      keysOf(org).map((key) => drawAuthenticator(org, origin, key)),
    ),
  ),
  readRoute('authenticators/{id}/methods', scope, ({ org, origin, segment }) => {
    const key = keysOf(org).find((known) => org.authenticatorIds[known] === segment(1));
    return key ? json(200, drawMethods(org, origin, key)) : oktaError('E0000007');
  }),
];

function keysOf({ policy }: Org): readonly AuthenticatorKey[] {
  return authenticatorKeys.filter(
    (key) => everywhere.includes(key) || policy.authenticators[key] !== 'off',
  );
}

function drawAuthenticator(org: Org, origin: string, key: AuthenticatorKey) {
  const { type, displayName, allowedFor } = authenticators[key];
  const id = org.authenticatorIds[key];
  const address = `${origin}/api/v1/authenticators/${id}`;
  return {
    id,
    key,
    type,
    name: displayName,
    status: 'ACTIVE',
    ...dated(org),
    settings: { allowedFor: org.policy.authenticatorUsage[key] ?? allowedFor },
    _links: { self: link(address), methods: link(`${address}/methods`) },
  };
}

/** A telephone's methods are always two, each of which can be off. */
function drawMethods(org: Org, origin: string, key: AuthenticatorKey) {
  const active = authenticators[key].methods(org.policy);
  const all = key === 'phone_number' ? ['sms', 'voice'] : active;
  const address = `${origin}/api/v1/authenticators/${org.authenticatorIds[key]}/methods`;
  return all.map((type) => ({
    type,
    status: active.includes(type) ? 'ACTIVE' : 'INACTIVE',
    _links: { self: link(`${address}/${type}`) },
  }));
}
