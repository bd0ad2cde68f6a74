import { appIs, both, defect, orgIs, ruleIs, type Change } from './change';

/** Authorization servers, their access policies, and the features that they need. */
export const authorizationServer = {
  'interaction-code-off': orgIs({ hasInteractionCode: false }),
  'classic-org': orgIs({ pipeline: 'v1', hasInteractionCode: false }),
  'no-api-access-management': orgIs({ hasApiAccessManagement: false }),
  'grant-not-in-access-policy': ruleIs({ grantTypes: ['authorization_code', 'refresh_token'] }),
  'access-policy-denies': ruleIs({ people: 'staff' }),
  'scopes-rejected': ruleIs({ scopes: ['staff.read'] }),
  'scope-not-configured': {
    setup: (setup) => ({ ...setup, server: { ...setup.server, scopes: ['openid'] } }),
  },
  'issuer-unknown': {
    setup: (setup) => ({ ...setup, server: { ...setup.server, exists: false } }),
  },
  'issuer-mismatch': both(orgIs({ hasCustomDomain: true }), appIs({ issuerMode: 'CUSTOM_URL' })),
  'custom-server-refused': defect({ refusesCustomServer: true }),
} as const satisfies Readonly<Record<string, Change>>;
