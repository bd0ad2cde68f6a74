/** What an access token needs for each part of the management API. */
export const scopes = {
  policies: 'okta.policies.read',
  apps: 'okta.apps.read',
  authenticators: 'okta.authenticators.read',
  groups: 'okta.groups.read',
  servers: 'okta.authorizationServers.read',
  captchas: 'okta.captchas.read',
  domains: 'okta.domains.read',
  hooks: 'okta.inlineHooks.read',
  rateLimits: 'okta.rateLimits.read',
  logs: 'okta.logs.read',
} as const;
