import { oktaError } from '../http/okta-error';
import type { Route } from '../model/route';
import type { Org } from '../model/org';
import { groupNames, groups, type GroupName } from '../model/setup/groups';
import { dated, link } from './dated';
import { parseFilter } from './filter';
import { onePage } from './paging';
import { readRoute } from './read-route';

export const groupRoutes: readonly Route[] = [
  readRoute('groups', 'okta.groups.read', (reading) => {
    const { org, origin, exchange } = reading;
    const matches = parseFilter(exchange.query.get('filter'));
    if (!matches) return oktaError('E0000031');
    const all = groupNames.map((name) => drawGroup(org, origin, name));
    return onePage(reading, all.filter(matches), 200);
  }),
];

export function groupId({ idOf }: Org, name: GroupName): string {
  return idOf('00g', name);
}

export function drawGroup(org: Org, origin: string, key: GroupName) {
  const { type, name, description } = groups[key];
  const id = groupId(org, key);
  const { created, lastUpdated } = dated(org);
  return {
    id,
    created,
    lastUpdated,
    lastMembershipUpdated: lastUpdated,
    objectClass: ['okta:user_group'],
    type,
    profile: { name, description },
    _links: {
      users: link(`${origin}/api/v1/groups/${id}/users`),
      apps: link(`${origin}/api/v1/groups/${id}/apps`),
    },
  };
}
