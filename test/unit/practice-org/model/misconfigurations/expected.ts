import type { Misconfiguration } from '../../../../../preload/contract/misconfigurations';
import type { Portrait } from './portrait';

/** An org in which everything is as it should be. */
export const sound: Portrait = {
  clock: '0 minutes ahead',
  organization: '200 | idx',
  metadata: '200 | ORG/oauth2/default | openid profile email address phone offline_access',
  'org server': '200',
  interact: '200',
  introspect: '200 | identify, select-enroll-profile',
  enroll: '200 | enroll-profile, select-identify',
  profile: '200 | select-authenticator-enroll Password Email',
  'choose password': '200 | enroll-authenticator, select-authenticator-enroll Password Email',
  password: '200 | select-authenticator-enroll Email',
  email: '200 | enroll-authenticator, select-authenticator-enroll Email and no link',
  'email code': '200 | select-authenticator-enroll Phone, skip',
  phone: '200 | enroll-authenticator, select-authenticator-enroll Phone, skip',
  'phone code': '200',
  token: '200',
};

/** Like a sound org but for this. */
function differs(difference: Portrait): Portrait {
  return { ...sound, ...difference };
}

/** It goes no further than this. */
function endsAt(stage: string, seen: string, before: Portrait = {}): Portrait {
  const stages = Object.keys(sound);
  const until = stages.slice(0, stages.indexOf(stage));
  const earlier = Object.fromEntries(until.map((name) => [name, sound[name] ?? '']));
  return { ...earlier, ...before, [stage]: seen };
}

/** Both authorization servers refuse. */
const refusedAtInteract = (seen: string, before: Portrait = {}) =>
  endsAt('interact', seen, { 'org server': seen, ...before });

const notOffered = endsAt('introspect', '200 | identify');
const unknownClient = refusedAtInteract(
  "401 invalid_client: Invalid value for 'client_id' parameter.",
);
const noInteractionCode =
  "400 access_denied: The requested feature (Interaction Code flow) isn't enabled in this environment. Ensure that you have Okta Identity Engine enabled and the Interaction Code flow enabled for this application and authorization server.";
const noFeature = '400 access_denied: The requested feature is not enabled in this environment.';
const blocked = '403 Access denied by network policy';
const notFound = '404 E0000007: Not found: Resource not found';
const profileAgain =
  '400 | enroll-profile, select-identify | userProfile.email: registration.error';
const phoneAgain = 'authenticator-enrollment-data, select-authenticator-enroll Phone, skip';

/** What a client meets in each: status, then steps, then keys; or status, error and sentence. */
export const expected: Readonly<Record<Misconfiguration, Portrait>> = {
  'sign-up-not-allowed': notOffered,
  'app-in-another-policy': notOffered,
  'sign-up-denied': refusedAtInteract(
    '403 access_denied: Sign-up denied. Please contact support for assistance.',
  ),
  'sign-up-paused': endsAt(
    'enroll',
    '400 | identify, select-enroll-profile | idx.error.registration.unavailable',
  ),
  'org-read-only': endsAt('introspect', '503 E0000010: Service is in read only mode'),
  'app-not-assigned': notOffered,
  'app-assigned-to-others': endsAt('phone code', '400 | idx.error.user.not.assigned.to.app'),
  'app-not-assigned-redirect': endsAt(
    'phone code',
    '403 | failure-redirect | idx.error.code.user_not_assigned',
  ),
  'app-not-assigned-token': endsAt(
    'token',
    '400 access_denied: User is not assigned to the client application.',
  ),
  'interaction-code-off': refusedAtInteract(noInteractionCode),
  'classic-org': refusedAtInteract(noInteractionCode, { organization: '200 | v1' }),
  'grant-not-on-app': refusedAtInteract(
    '400 unauthorized_client: The client is not authorized to use the provided grant type. Configured grant types: [refresh_token, implicit, authorization_code].',
  ),
  'grant-not-in-access-policy': endsAt('introspect', '400 | idx.error.code.no_matching_policy'),
  'access-policy-denies': endsAt(
    'interact',
    '401 access_denied: Policy evaluation failed for this request, please check the policy configurations.',
  ),
  'no-api-access-management': endsAt('interact', noFeature, { metadata: noFeature }),
  'web-app': refusedAtInteract('401 invalid_client: No client credentials found.'),
  'service-app': refusedAtInteract(
    "400 unauthorized_client: Clients with 'application_type' of 'service' are not allowed to access the 'interact' endpoint.",
  ),
  'browser-origin-refused': endsAt(
    'token',
    '400 invalid_request: Browser requests to the token endpoint must be part of at least one whitelisted redirect_uri.',
  ),
  'issuer-unknown': endsAt('interact', notFound, { metadata: notFound }),
  'client-unknown': unknownClient,
  'client-inactive': unknownClient,
  'redirect-uri-missing': refusedAtInteract(
    "400 invalid_request: The 'redirect_uri' parameter must be a Login redirect URI in the client app settings.",
  ),
  'pkce-refused': refusedAtInteract(
    '400 invalid_request: PKCE code challenge is required to use the interaction code flow.',
  ),
  'pkce-verification-failed': endsAt('token', '400 invalid_grant: PKCE verification failed.'),
  'scope-not-configured': endsAt(
    'interact',
    '400 invalid_scope: One or more scopes are not configured for the authorization server resource.',
    { metadata: '200 | ORG/oauth2/default | openid' },
  ),
  'scopes-rejected': endsAt(
    'interact',
    '400 access_denied: Policy evaluation succeeded but all the requested scopes were rejected.',
  ),
  'activation-token-refused': refusedAtInteract(
    '400 invalid_request: Only confidential clients can use the activation token flow',
  ),
  'network-zone': refusedAtInteract(
    "403 access_denied: The request is made from outside the client's permitted network zones.",
  ),
  'network-policy': refusedAtInteract(blocked, { organization: blocked, metadata: blocked }),
  'authenticators-required': differs({
    profile: '200 | select-authenticator-enroll Password Email Phone',
    'choose password':
      '200 | enroll-authenticator, select-authenticator-enroll Password Email Phone',
    password: '200 | select-authenticator-enroll Email Phone',
    email: '200 | enroll-authenticator, select-authenticator-enroll Email Phone and no link',
    'email code': '200 | select-authenticator-enroll Phone',
    phone: '200 | enroll-authenticator, select-authenticator-enroll Phone',
  }),
  'two-factors-required': differs({
    'email code': '200 | select-authenticator-enroll Phone',
    phone: '200 | enroll-authenticator, select-authenticator-enroll Phone',
  }),
  'assurance-unsatisfiable': endsAt(
    'phone code',
    '400 | identify, select-enroll-profile | oie.assurance.unsatisfiable',
  ),
  'email-verified-outside': endsAt('password', '200 | idx.email.verification.required', {
    profile: '200 | select-authenticator-enroll Password',
    'choose password': '200 | enroll-authenticator, select-authenticator-enroll Password',
  }),
  'no-email-callback': differs({
    email:
      '200 | enroll-authenticator, select-authenticator-enroll Email and a link to: 200 Success! Return to the original tab or window',
  }),
  'email-recovery': endsAt('password', '200 | authenticator-verification-data'),
  'keep-me-signed-in': endsAt('phone code', '200 | keep-me-signed-in'),
  'captcha-on-sign-up': endsAt(
    'profile',
    '400 | enroll-profile, select-identify | captcha | undefined',
    { enroll: '200 | enroll-profile, select-identify | captcha' },
  ),
  'hook-denies': endsAt('profile', '400 | registration.error.generic'),
  'hook-fails': endsAt('profile', '400 | registration.error.request.not.completed'),
  'duplicate-account': endsAt('profile', `${profileAgain}.notUniqueWithinOrg`),
  'invalid-login-email': endsAt('profile', `${profileAgain}.invalidLoginEmail`),
  'pattern-mismatch': endsAt('profile', `${profileAgain}.doesNotMatchPattern`),
  'password-refused': endsAt(
    'password',
    '400 | enroll-authenticator, select-authenticator-enroll Password Email | credentials.passcode: password.common',
  ),
  'code-refused': endsAt(
    'email code',
    '401 | enroll-authenticator, select-authenticator-enroll Email | credentials.passcode: api.authn.error.PASSCODE_INVALID',
  ),
  'code-timed-out': endsAt('email code', '404 | core.system.transaction_resource_not_found'),
  'phone-invalid': endsAt('phone', `400 | ${phoneAgain} | api.factors.error.sms.invalid_phone`),
  'phone-region-blocked': endsAt('phone', `403 | ${phoneAgain} | errors.E0000099`),
  'phone-limit-reached': endsAt('phone', `403 | ${phoneAgain} | errors.E0000150`),
  'session-expired': endsAt('choose password', '401 | idx.session.expired'),
  'rate-limited': refusedAtInteract(
    '429 E0000047: API call exceeded rate limit due to too many requests.',
  ),
  'issuer-mismatch': differs({
    organization: '200 | idx | http://127.0.0.1:PORT',
    metadata:
      '200 | http://127.0.0.1:PORT/oauth2/default | openid profile email address phone offline_access',
  }),
  'custom-server-refused': endsAt(
    'interact',
    '400 unauthorized_client: This client cannot use a custom authorization server.',
  ),
  'grant-of-another-server': endsAt(
    'token',
    '400 invalid_grant: The grant was issued for another authorization server.',
  ),
  'clock-skew': differs({ clock: '10 minutes ahead' }),
  'dpop-required': endsAt('token', '400 invalid_dpop_proof: The DPoP proof JWT header is missing.'),
  'classic-sign-up': endsAt('enroll', '501 E0000060: Unsupported operation.'),
};
