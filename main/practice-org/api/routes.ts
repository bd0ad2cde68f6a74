import type { Route } from '../model/route';
import { appRoutes } from './apps';
import { authenticatorRoutes } from './authenticators';
import { authorizationServerRoutes } from './authorization-servers';
import { groupRoutes } from './groups';
import { inlineHookRoutes } from './inline-hooks';
import { logRoutes } from './logs';
import { orgRoutes } from './org';
import { policyRoutes } from './policies/routes';

export const apiPath = '/api/v1';

/** Okta's management API, as far as it tells how an org is set up; nothing of it changes anything. */
export const apiRoutes: readonly Route[] = [
  ...policyRoutes,
  ...appRoutes,
  ...groupRoutes,
  ...authenticatorRoutes,
  ...authorizationServerRoutes,
  ...inlineHookRoutes,
  ...orgRoutes,
  ...logRoutes,
];
