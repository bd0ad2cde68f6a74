import type { Route } from '../http/route';
import { authorizationServers } from './authorization-server';
import { interact } from './interact';
import { metadataRoutes } from './metadata';
import { organizationRoutes } from './organization';
import { revoke } from './revoke';
import { token } from './token';
import { userinfo } from './userinfo';

export const oauthRoutes: readonly Route[] = [
  ...organizationRoutes,
  ...authorizationServers.flatMap((server): Route[] => [
    ...metadataRoutes(server),
    {
      method: 'POST',
      path: `${server.endpointPath}/interact`,
      handle: (exchange, org) => interact(server, exchange, org),
    },
    {
      method: 'POST',
      path: `${server.endpointPath}/token`,
      handle: (exchange, org) => token(server, exchange, org),
    },
    { method: 'GET', path: `${server.endpointPath}/userinfo`, handle: userinfo },
    { method: 'POST', path: `${server.endpointPath}/userinfo`, handle: userinfo },
    { method: 'POST', path: `${server.endpointPath}/revoke`, handle: revoke },
  ]),
];
