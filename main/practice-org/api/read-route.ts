import { oktaError } from '../http/okta-error';
import type { Exchange, Reply } from '../http/exchange';
import type { Route } from '../model/route';
import type { Org } from '../model/org';

/** Scopes of Okta's management API that read. */
export type ReadScope =
  | 'okta.apps.read'
  | 'okta.authenticators.read'
  | 'okta.authorizationServers.read'
  | 'okta.captchas.read'
  | 'okta.domains.read'
  | 'okta.groups.read'
  | 'okta.inlineHooks.read'
  | 'okta.logs.read'
  | 'okta.policies.read'
  | 'okta.rateLimits.read';

export interface Reading {
  readonly org: Org;
  readonly origin: string;
  readonly exchange: Exchange;
  /** A segment of the path, counted from `/api/v1/`: 0 is the kind of thing, 1 its id. */
  readonly segment: (index: number) => string;
}

/** An endpoint of the management API. `POST` is for the one question that has a body. */
export function readRoute(
  path: string,
  scope: ReadScope,
  read: (reading: Reading) => Reply,
  method: 'GET' | 'POST' = 'GET',
): Route {
  return {
    method,
    path: `/api/v1/${path}`,
    handle: (exchange, org) => {
      const reach = org.apiAccess.reachOf(exchange.headers.authorization);
      if (!reach) return oktaError('E0000011');
      if (reach !== 'everything' && !reach.has(scope)) {
        return oktaError('E0000006', insufficientScope(exchange, scope));
      }
      const segments = exchange.path.split('/').slice(3);
      const segment = (index: number) => segments[index] ?? '';
      return read({ org, origin: exchange.origin, exchange, segment });
    },
  };
}

/** RFC 6750 section 3.1. */
function insufficientScope({ origin, path }: Exchange, scope: ReadScope) {
  return {
    'WWW-Authenticate': `Bearer authorization_uri="${origin}/oauth2/v1/authorize", realm="${origin}", scope="${scope}", error="insufficient_scope", error_description="The access token provided does not contain the required scopes.", resource="${path}"`,
  };
}
