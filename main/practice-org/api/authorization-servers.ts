import { json, type Reply } from '../http/exchange';
import { oktaError } from '../http/okta-error';
import type { Route } from '../model/route';
import { defaultServer } from '../model/authorization-server';
import { issuerOf } from '../model/issuer';
import type { Org } from '../model/org';
import { dated, link } from './dated';
import { groupId } from './groups';
import { onePage } from './paging';
import { readRoute, type Reading } from './read-route';

const read = (path: string, show: (reading: Reading) => Reply): Route =>
  readRoute(path, 'okta.authorizationServers.read', (reading) =>
    reading.org.setup.hasApiAccessManagement ? show(reading) : oktaError('E0000015'),
  );

export const authorizationServerRoutes: readonly Route[] = [
  read('authorizationServers', (reading) => {
    const { org, origin } = reading;
    return onePage(reading, org.setup.server.exists ? [drawServer(org, origin)] : [], 200);
  }),
  read(
    'authorizationServers/{id}',
    ofServer(({ org, origin }) => json(200, drawServer(org, origin))),
  ),
  read(
    'authorizationServers/{id}/policies',
    ofServer(({ org, origin }) => json(200, [drawPolicy(org, origin)])),
  ),
  read(
    'authorizationServers/{id}/policies/{policy}/rules',
    ofServer(({ org, origin, segment }) =>
      segment(3) === policyIdOf(org) ? json(200, [drawRule(org, origin)]) : oktaError('E0000007'),
    ),
  ),
  read(
    'authorizationServers/{id}/scopes',
    ofServer((reading) => onePage(reading, drawScopes(reading.org), 200)),
  ),
];

/** The server goes by its id and by its name, as Okta's `default` does. */
function ofServer(show: (reading: Reading) => Reply) {
  return (reading: Reading): Reply => {
    const { org, segment } = reading;
    const isKnown = [serverIdOf(org), 'default'].includes(segment(1));
    return isKnown && org.setup.server.exists ? show(reading) : oktaError('E0000007');
  };
}

function serverIdOf({ idOf }: Org): string {
  return idOf('aus', 'default');
}

function policyIdOf({ idOf }: Org): string {
  return idOf('00p', 'default server');
}

function addressOf(org: Org, origin: string): string {
  return `${origin}/api/v1/authorizationServers/${serverIdOf(org)}`;
}

function drawServer(org: Org, origin: string) {
  const address = addressOf(org, origin);
  return {
    id: serverIdOf(org),
    name: 'default',
    description: 'Default Authorization Server',
    audiences: ['api://default'],
    issuer: issuerOf(org.setup, defaultServer, origin),
    issuerMode: org.setup.hasCustomDomain ? 'CUSTOM_URL' : 'ORG_URL',
    status: 'ACTIVE',
    ...dated(org),
    credentials: { signing: { rotationMode: 'AUTO' } },
    default: true,
    _links: {
      self: link(address),
      policies: link(`${address}/policies`),
      scopes: link(`${address}/scopes`),
    },
  };
}

function drawPolicy(org: Org, origin: string) {
  const id = policyIdOf(org);
  const address = `${addressOf(org, origin)}/policies/${id}`;
  return {
    id,
    type: 'OAUTH_AUTHORIZATION_POLICY',
    status: 'ACTIVE',
    name: 'Default Policy',
    description: 'Default policy for all clients',
    priority: 1,
    system: false,
    ...dated(org),
    conditions: { clients: { include: ['ALL_CLIENTS'] } },
    _links: { self: link(address), rules: link(`${address}/rules`) },
  };
}

function drawRule(org: Org, origin: string) {
  const { rule } = org.setup.server;
  const id = org.idOf('0pr', 'default server');
  // Okta's word for the group Everyone is a word here, and no id.
  const people = rule.people === 'everyone' ? 'EVERYONE' : groupId(org, rule.people);
  return {
    id,
    type: 'RESOURCE_ACCESS',
    status: 'ACTIVE',
    name: 'Default Policy Rule',
    priority: 1,
    system: false,
    ...dated(org),
    conditions: {
      people: {
        users: { include: [], exclude: [] },
        groups: { include: [people], exclude: [] },
      },
      grantTypes: { include: rule.grantTypes },
      scopes: { include: rule.scopes },
    },
    actions: {
      token: {
        accessTokenLifetimeMinutes: Math.max(5, Math.round(org.policy.tokenLifetimeSeconds / 60)),
        refreshTokenLifetimeMinutes: 0,
        refreshTokenWindowMinutes: 10_080,
      },
    },
    _links: {
      self: link(`${addressOf(org, origin)}/policies/${policyIdOf(org)}/rules/${id}`),
    },
  };
}

function drawScopes(org: Org) {
  return org.setup.server.scopes.map((name) => ({
    id: org.idOf('scp', name),
    name,
    displayName: name,
    description: `The scope ${name}`,
    system: true,
    metadataPublish: 'ALL_CLIENTS',
    consent: 'IMPLICIT',
    default: false,
    optional: false,
  }));
}
