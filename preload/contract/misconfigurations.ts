import * as v from 'valibot';

/**
 * Where a misconfiguration shows: in the readiness check, only with a read-only token, or only to
 * somebody who signs up.
 */
export type Seen = 'check' | 'token' | 'wizard';

interface Row {
  /** The problem that it is a case of; several cases can look alike from outside. */
  readonly row: string;
  readonly seen: Seen;
}

/**
 * Everything that is known to keep an Okta org from signing people up, or to change what they meet.
 * The practice org can be set up wrong in each of these ways (`--misconfigure`).
 */
export const misconfigurationTable = {
  'sign-up-not-allowed': { row: 'Sign-up not allowed', seen: 'check' },
  'app-in-another-policy': { row: 'Sign-up not allowed', seen: 'check' },
  'sign-up-denied': { row: 'Sign-up denied at the start', seen: 'check' },
  'sign-up-paused': { row: 'Sign-up temporarily off', seen: 'check' },
  'org-read-only': { row: 'Sign-up temporarily off', seen: 'check' },
  'app-not-assigned': { row: 'App not assigned to everyone', seen: 'check' },
  'app-assigned-to-others': { row: 'App not assigned to everyone', seen: 'token' },
  'app-not-assigned-redirect': { row: 'App not assigned to everyone', seen: 'token' },
  'app-not-assigned-token': { row: 'App not assigned to everyone', seen: 'token' },
  'interaction-code-off': { row: 'Interaction Code off for the org', seen: 'check' },
  'classic-org': { row: 'Interaction Code off for the org', seen: 'check' },
  'grant-not-on-app': { row: 'Grant not on the app', seen: 'check' },
  'grant-not-in-access-policy': { row: 'Grant not in an access policy rule', seen: 'check' },
  'access-policy-denies': { row: 'Grant not in an access policy rule', seen: 'check' },
  'no-api-access-management': { row: 'API Access Management missing', seen: 'check' },
  'web-app': { row: 'Wrong client type', seen: 'check' },
  'service-app': { row: 'Wrong client type', seen: 'check' },
  'browser-origin-refused': { row: 'Browser origin rules', seen: 'wizard' },
  'issuer-unknown': { row: 'Issuer unknown', seen: 'check' },
  'client-unknown': { row: 'Client ID wrong or deactivated', seen: 'check' },
  'client-inactive': { row: 'Client ID wrong or deactivated', seen: 'check' },
  'redirect-uri-missing': { row: 'Redirect URI missing', seen: 'check' },
  'pkce-refused': { row: 'PKCE', seen: 'check' },
  'pkce-verification-failed': { row: 'PKCE', seen: 'wizard' },
  'scope-not-configured': { row: 'Scope', seen: 'check' },
  'scopes-rejected': { row: 'Scope', seen: 'check' },
  'activation-token-refused': { row: 'Activation token with a public client', seen: 'check' },
  'network-zone': { row: 'Client network zone', seen: 'check' },
  'network-policy': { row: 'Client network zone', seen: 'check' },
  'authenticators-required': { row: 'Authenticators required, not optional', seen: 'token' },
  'two-factors-required': { row: 'Sign-in policy needs two factors', seen: 'token' },
  'assurance-unsatisfiable': { row: 'Sign-in policy needs two factors', seen: 'wizard' },
  'email-verified-outside': { row: 'Email verification ends outside the app', seen: 'token' },
  'no-email-callback': { row: 'No email verification callback', seen: 'wizard' },
  'email-recovery': { row: 'Email recovery', seen: 'token' },
  'keep-me-signed-in': { row: 'Keep me signed in', seen: 'token' },
  'captcha-on-sign-up': { row: 'Captcha on sign-up', seen: 'check' },
  'hook-denies': { row: 'Registration hook', seen: 'wizard' },
  'hook-fails': { row: 'Registration hook', seen: 'wizard' },
  'duplicate-account': { row: 'Duplicate account', seen: 'wizard' },
  'invalid-login-email': { row: 'Email address or pattern refused', seen: 'wizard' },
  'pattern-mismatch': { row: 'Email address or pattern refused', seen: 'wizard' },
  'password-refused': { row: 'Password refused', seen: 'wizard' },
  'code-refused': { row: 'Code wrong or expired', seen: 'wizard' },
  'code-timed-out': { row: 'Code wrong or expired', seen: 'wizard' },
  'phone-invalid': { row: 'Phone invalid or blocked', seen: 'wizard' },
  'phone-region-blocked': { row: 'Phone invalid or blocked', seen: 'wizard' },
  'phone-limit-reached': { row: 'Phone invalid or blocked', seen: 'wizard' },
  'session-expired': { row: 'Sign-up idle for too long', seen: 'wizard' },
  'rate-limited': { row: 'Rate limits', seen: 'check' },
  'issuer-mismatch': { row: 'Issuer and custom domain differ', seen: 'check' },
  'custom-server-refused': { row: 'Issuer and custom domain differ', seen: 'check' },
  'grant-of-another-server': { row: 'Issuer and custom domain differ', seen: 'wizard' },
  'clock-skew': { row: 'Clock skew', seen: 'check' },
  'dpop-required': { row: 'DPoP required', seen: 'token' },
  'classic-sign-up': { row: 'Classic sign-up endpoint', seen: 'check' },
} as const satisfies Readonly<Record<string, Row>>;

export type Misconfiguration = keyof typeof misconfigurationTable;

export const misconfigurations = Object.keys(misconfigurationTable) as Misconfiguration[];

export const Misconfiguration = v.picklist(misconfigurations);
