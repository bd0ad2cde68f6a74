import { administrator, type Explanation, later, never, now } from './explanation';

const app = 'Applications > Applications > General';
const servers = 'Security > API > Authorization Servers';

/** Messages about where the sign-up stands, and about how the org is set up for it. */
export const organizationMessages = {
  registrationUnavailable: {
    ...administrator('Security > User Profile Policies', 'idx.error.registration.unavailable'),
    again: 'later',
  },
  signUpOff: administrator('Security > User Profile Policies', 'oie.registration.is.not.enabled'),
  maintenance: later('idx.error.server.safe.mode.enrollment.unavailable'),
  checkMail: now('idx.email.verification.required'),
  enterInOriginal: now('idx.enter.otp.in.original.tab'),
  returnToOriginal: now('idx.return.to.original.tab'),
  linkExpired: now('idx.return.link.expired', 'E0000105', 'E0000110'),
  linkStale: now('idx.return.stale'),
  linkFailed: now('idx.return.error'),
  continuedElsewhere: never('idx.transferred.to.new.tab'),
  sessionExpired: now(
    'idx.session.expired',
    'error.expired.session',
    'E0000005',
    'E0000011',
    'http.401',
  ),
  cancelled: now('idx.operation.cancelled.by.user'),
  stepOver: now('E0000007', 'E0000079', 'E0000107'),
  notAssigned: administrator(
    'Applications > Applications > Assignments',
    'idx.error.code.user_not_assigned',
    'idx.error.user.not.assigned.to.app',
  ),
  noMatchingPolicy: administrator(
    `${servers} > Access Policies`,
    'idx.error.code.no_matching_policy',
  ),
  assurance: {
    ...administrator(
      'Security > Authentication Policies, Security > Authenticators > Enrollment',
      'oie.assurance.unsatisfiable',
    ),
    params: ['app'],
  },
  accessDenied: administrator(
    'Reports > System Log',
    'security.access_denied',
    'access_denied',
    'E0000006',
  ),
  accessDeniedCustom: {
    ...administrator('Reports > System Log', 'security.access_denied_custom_message'),
    isQuoted: true,
  },
  networkZone: administrator('Security > Networks'),
  providerFailed: administrator(
    'Security > Identity Providers',
    'idx.identity.provider.auth.error',
    'error.jit_failure',
  ),
  needsBrowser: administrator(
    'Security > Authentication Policies',
    'login_required',
    'interaction_required',
    'consent_required',
    'account_selection_required',
  ),
  featureMissing: administrator('Settings > Features', 'oie.feature.disabled', 'E0000015'),
  misconfigured: administrator(app, 'oie.configuration.error'),
  interactionCodeOff: administrator(
    'Settings > Account > Embedded widget sign-in support',
    'unsupported_grant_type',
  ),
  grantNotAllowed: administrator(`${app} > Grant type`, 'unauthorized_client'),
  clientUnknown: administrator(`${app} > Client Credentials`, 'invalid_client', 'E0000013'),
  clientType: administrator('Applications > Applications > Create App Integration'),
  customServer: administrator(servers),
  redirectUri: administrator(`${app} > Sign-in redirect URIs`),
  scopesRefused: administrator(`${servers} > Scopes`, 'invalid_scope'),
  requestRefused: { ...administrator(app, 'invalid_request'), isQuoted: true },
  exchangeExpired: now('invalid_grant'),
  proofNeeded: administrator(app, 'invalid_dpop_proof', 'use_dpop_nonce'),
  clockWrong: now('error.unsynced.clock'),
  notIdentityEngine: administrator('Settings > Account', 'E0000060'),
} as const satisfies Readonly<Record<string, Explanation>>;
