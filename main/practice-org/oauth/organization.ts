import { json } from '../http/exchange';
import type { Route } from '../model/route';
import { customDomain } from '../model/issuer';

/** Which product the org runs: `idx` is Identity Engine, `v1` would be Classic. */
export const organizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/.well-known/okta-organization',
    isPublic: true,
    handle: ({ origin }, org) =>
      json(200, {
        id: org.id,
        pipeline: org.setup.pipeline,
        settings: {
          analyticsCollectionEnabled: false,
          bugReportingEnabled: false,
          omEnabled: false,
        },
        _links: {
          organization: { href: origin },
          ...(org.setup.hasCustomDomain && { alternate: { href: customDomain(origin) } }),
        },
      }),
  },
];
