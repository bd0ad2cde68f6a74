import type { Route } from '../model/route';
import { oktaError } from '../http/okta-error';
import {
  authorizationServers,
  isCustom,
  type AuthorizationServer,
} from '../model/authorization-server';
import { authorize } from './authorize';
import { interact } from './interact';
import { introspectToken } from './introspect';
import { logout } from './logout';
import { metadataRoutes } from './metadata';
import { featureNotEnabled } from '../http/oauth-error';
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
    {
      method: 'POST',
      path: `${server.endpointPath}/introspect`,
      handle: (exchange, org) => introspectToken(server, exchange, org),
    },
    { method: 'GET', path: `${server.endpointPath}/authorize`, handle: authorize },
    { method: 'POST', path: `${server.endpointPath}/authorize`, handle: authorize },
    { method: 'GET', path: `${server.endpointPath}/logout`, handle: logout },
    { method: 'POST', path: `${server.endpointPath}/logout`, handle: logout },
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
