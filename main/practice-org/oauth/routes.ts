import type { Route } from '../http/route';
import { oktaError } from '../http/okta-error';
import { authorizationServers, isCustom, type AuthorizationServer } from './authorization-server';
import { interact } from './interact';
import { metadataRoutes } from './metadata';
import { featureNotEnabled } from './oauth-error';
import { organizationRoutes } from './organization';
import { revoke } from './revoke';
import { token } from './token';
import { userinfo } from './userinfo';

export const oauthRoutes: readonly Route[] = [
  ...organizationRoutes,
  ...authorizationServers.flatMap((server) =>
    routesOf(server).map((route) => whereServed(server, route)),
  ),
];

function routesOf(server: AuthorizationServer): readonly Route[] {
  return [
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
  ];
}

/** A custom server is there only where somebody made it, in an org that has the product. */
function whereServed(server: AuthorizationServer, route: Route): Route {
  if (!isCustom(server)) return route;
  return {
    ...route,
    handle: (exchange, org) => {
      if (!org.setup.server.exists) return oktaError('E0000007');
      return org.setup.hasApiAccessManagement ? route.handle(exchange, org) : featureNotEnabled;
    },
  };
}
