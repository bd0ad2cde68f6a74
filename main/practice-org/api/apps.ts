import { json } from '../http/exchange';
import { oktaError } from '../http/okta-error';
import type { Route } from '../model/route';
import type { Org } from '../model/org';
import { dated, link } from './dated';
import { drawGroup } from './groups';
import { onePage } from './paging';
import { policyId } from './policies/api-policy';
import { readRoute, type Reading } from './read-route';

const scope = 'okta.apps.read';

export const appRoutes: readonly Route[] = [
  readRoute('apps/{id}', scope, (reading) =>
    isApp(reading) ? json(200, drawApp(reading.org, reading.origin)) : oktaError('E0000007'),
  ),
  readRoute('apps/{id}/groups', scope, (reading) => {
    if (!isApp(reading)) return oktaError('E0000007');
    const isEmbedded = reading.exchange.query.get('expand') === 'group';
    return onePage(reading, drawAssignments(reading.org, reading.origin, isEmbedded), 20);
  }),
];

function isApp({ org, segment }: Reading): boolean {
  return segment(1) === org.app.id && org.setup.app.exists;
}

export function drawApp(org: Org, origin: string) {
  const { app } = org.setup;
  const { id, label } = org.app;
  const address = `${origin}/api/v1/apps/${id}`;
  const policy = (type: 'ACCESS_POLICY' | 'PROFILE_ENROLLMENT', key: string) => ({
    href: `${origin}/api/v1/policies/${policyId(org, type, key)}`,
  });
  return {
    id,
    name: 'oidc_client',
    label,
    status: app.status,
    ...dated(org),
    features: [],
    signOnMode: 'OPENID_CONNECT',
    accessibility: { selfService: false, errorRedirectUrl: null, loginRedirectUrl: null },
    visibility: { autoSubmitToolbar: false, hide: { iOS: true, web: true } },
    credentials: {
      userNameTemplate: { template: '${source.login}', type: 'BUILT_IN' },
      oauthClient: {
        autoKeyRotation: true,
        client_id: id,
        token_endpoint_auth_method: app.tokenEndpointAuthMethod,
        pkce_required: true,
      },
    },
    settings: {
      app: {},
      implicitAssignment: app.implicitAssignment,
      oauthClient: drawClient(org),
    },
    _links: {
      self: link(address),
      groups: link(`${address}/groups`),
      users: link(`${address}/users`),
      accessPolicy: policy('ACCESS_POLICY', 'frontdesk'),
      profileEnrollment: policy(
        'PROFILE_ENROLLMENT',
        org.setup.profilePolicy.holdsForApp ? 'sign-up' : 'partners',
      ),
    },
  };
}

function drawClient({ setup: { app }, policy, idOf }: Org) {
  const { rotation_type, leeway } = policy.refreshTokens;
  return {
    client_uri: null,
    logo_uri: null,
    redirect_uris: app.redirectUris,
    wildcard_redirect: 'DISABLED',
    post_logout_redirect_uris: [],
    response_types: ['code'],
    grant_types: app.grantTypes,
    initiate_login_uri: app.initiateLoginUri,
    application_type: app.applicationType,
    consent_method: app.consentMethod,
    issuer_mode: app.issuerMode,
    idp_initiated_login: { mode: 'DISABLED', default_scope: [] },
    refresh_token: rotation_type === 'ROTATE' ? { rotation_type, leeway } : { rotation_type },
    dpop_bound_access_tokens: app.dpopBoundAccessTokens,
    network: app.isKeptToZone
      ? { connection: 'ZONE', include: [idOf('nzo', 'office')] }
      : { connection: 'ANYWHERE' },
  };
}

function drawAssignments(org: Org, origin: string, isEmbedded: boolean) {
  return org.setup.app.assignedTo.map((name, priority) => {
    const group = drawGroup(org, origin, name);
    const app = `${origin}/api/v1/apps/${org.app.id}`;
    return {
      id: group.id,
      lastUpdated: group.lastUpdated,
      priority,
      profile: {},
      _links: {
        app: link(app),
        self: link(`${app}/groups/${group.id}`),
        group: link(`${origin}/api/v1/groups/${group.id}`),
      },
      ...(isEmbedded && { _embedded: { group } }),
    };
  });
}
