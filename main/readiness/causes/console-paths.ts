/**
 * Places in the Okta Admin Console, in its own words: it is English in most orgs. What is in
 * brackets stands for the name that the thing has in the org.
 */
export const consolePaths = {
  account: 'Settings > Account > Embedded widget sign-in support',
  apps: 'Applications > Applications > Create App Integration',
  general: 'Applications > Applications > [app] > General',
  grants: 'Applications > Applications > [app] > General > Grant type > Advanced',
  redirects: 'Applications > Applications > [app] > General > Sign-in redirect URIs',
  initiateLogin: 'Applications > Applications > [app] > General > Initiate login URI',
  emailCallback: 'Applications > Applications > [app] > General > Email verification experience',
  appNetwork: 'Applications > Applications > [app] > General > User consent and network',
  signOn: 'Applications > Applications > [app] > Sign On',
  assignments: 'Applications > Applications > [app] > Assignments',
  zones: 'Security > Networks',
  profilePolicies: 'Security > User Profile Policies > [policy] > Enrollment',
  profilePolicyApps: 'Security > User Profile Policies > [policy] > Apps',
  enrollment: 'Security > Authenticators > Enrollment',
  authenticators: 'Security > Authenticators > Setup',
  phone: 'Security > Authenticators > Setup > Phone',
  password: 'Security > Authenticators > Setup > Password',
  signInPolicies: 'Security > Authentication Policies > App sign-in > [policy]',
  accessPolicies: 'Security > API > Authorization Servers > [server] > Access Policies',
  servers: 'Security > API > Authorization Servers',
  serverScopes: 'Security > API > Authorization Servers > [server] > Scopes',
  serverSettings: 'Security > API > Authorization Servers > [server] > Settings',
  tokens: 'Security > API > Tokens',
  captcha: 'Security > General > CAPTCHA integration',
  hooks: 'Workflow > Inline Hooks',
  domains: 'Customizations > Brands > [brand] > Domains',
  rateLimits: 'Reports > Rate Limits',
  log: 'Reports > System Log',
  directory: 'Directory > People',
  groupRules: 'Directory > Groups > Rules',
} as const;

export type ConsolePath = keyof typeof consolePaths;
