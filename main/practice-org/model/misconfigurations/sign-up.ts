import { both, defect, orgIs, type Change } from './change';

const denied = { access: 'ALLOW', unknownUserAction: 'DENY' } as const;

/** The user profile policy, and the org as a whole. */
export const signUp = {
  'sign-up-not-allowed': orgIs({ profilePolicy: { holdsForApp: true, rule: denied } }),
  'app-in-another-policy': {
    setup: (setup) => ({
      ...setup,
      profilePolicy: { ...setup.profilePolicy, holdsForApp: false },
    }),
  },
  'sign-up-denied': orgIs({
    profilePolicy: { holdsForApp: true, rule: { access: 'DENY', unknownUserAction: 'REGISTER' } },
  }),
  'sign-up-paused': defect({ isSignUpPaused: true }),
  'org-read-only': defect({
    outages: [{ paths: ['/idp/idx'], answer: 'E0000010', coversMetadata: false }],
  }),
  'classic-sign-up': defect({
    outages: [{ paths: ['/idp/idx/enroll'], answer: 'E0000060', coversMetadata: false }],
  }),
  'rate-limited': both(
    orgIs({ enforcesClientLimits: true }),
    // The limits of the management API are other ones.
    defect({
      outages: [{ paths: ['/oauth2', '/idp', '/sso'], answer: 'E0000047', coversMetadata: false }],
    }),
  ),
  'network-policy': defect({
    outages: [{ paths: ['/'], answer: 'network-policy', coversMetadata: true }],
  }),
  'clock-skew': defect({ clockAheadMinutes: 10 }),
} as const satisfies Readonly<Record<string, Change>>;
