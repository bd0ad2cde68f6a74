import { json, type Reply } from '../../http/exchange';
import { oktaError } from '../../http/okta-error';
import type { Route } from '../../model/route';
import { drawApp } from '../apps';
import { link } from '../dated';
import { onePage } from '../paging';
import { readRoute, type Reading } from '../read-route';
import { policyTypes, type ApiPolicy } from './api-policy';
import { policiesOfType } from './applied';
import { simulate } from './simulate';

const scope = 'okta.policies.read';

export const policyRoutes: readonly Route[] = [
  readRoute('policies/simulate', scope, simulate, 'POST'),
  readRoute('policies', scope, (reading) => {
    const { org, origin, exchange } = reading;
    const type = policyTypes.find((known) => known === exchange.query.get('type'));
    if (!type) return oktaError('E0000001');
    return onePage(reading, policiesOfType[type](org, origin), 20, ({ body }) => body);
  }),
  readRoute(
    'policies/{id}',
    scope,
    ofPolicy(({ body }) => json(200, body)),
  ),
  readRoute(
    'policies/{id}/rules',
    scope,
    ofPolicy(({ rules }) => json(200, rules)),
  ),
  readRoute(
    'policies/{id}/mappings',
    scope,
    ofPolicy(({ id, holdsForApp }, { org, origin }) =>
      json(
        200,
        holdsForApp && org.setup.app.exists
          ? [mapping(id, origin, org.idOf('rsm', id), org.app.id)]
          : [],
      ),
    ),
  ),
  // What mappings replace, and still there.
  readRoute(
    'policies/{id}/app',
    scope,
    ofPolicy(({ holdsForApp }, { org, origin }) =>
      json(200, holdsForApp && org.setup.app.exists ? [drawApp(org, origin)] : []),
    ),
  ),
];

function ofPolicy(show: (policy: ApiPolicy, reading: Reading) => Reply) {
  return (reading: Reading): Reply => {
    const { org, origin, segment } = reading;
    const all = policyTypes.flatMap((type) => policiesOfType[type](org, origin));
    const policy = all.find(({ id }) => id === segment(1));
    return policy ? show(policy, reading) : oktaError('E0000007');
  };
}

function mapping(policy: string, origin: string, id: string, app: string) {
  const address = `${origin}/api/v1/policies/${policy}`;
  return {
    id,
    _links: {
      self: link(`${address}/mappings/${id}`),
      application: link(`${origin}/api/v1/apps/${app}`),
      policy: link(address),
    },
  };
}
