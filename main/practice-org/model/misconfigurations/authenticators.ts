import type { Policy } from '../../policy/schema';
import { both, orgIs, type Change } from './change';

const methods = (changed: Partial<Policy['authenticators']>): Change => ({
  policy: (policy) => ({
    ...policy,
    authenticators: { ...policy.authenticators, ...changed },
  }),
});

const needsTwoFactors = orgIs({ signInPolicy: { factors: '2FA', isUnsatisfiable: false } });

/** What people have to set up, and the pages around it. */
export const authenticators = {
  'authenticators-required': both(methods({ okta_email: 'required', phone_number: 'required' }), {
    policy: (policy) => ({ ...policy, gracePeriods: {} }),
    setup: (setup) => ({ ...setup, requiresEmail: true }),
  }),
  /** Password and mail are not enough: a method that may be skipped elsewhere has to be set up. */
  'two-factors-required': both(needsTwoFactors, {
    policy: (policy) => ({
      ...policy,
      authenticators: {
        ...policy.authenticators,
        phone_number:
          policy.authenticators.phone_number === 'off'
            ? 'optional'
            : policy.authenticators.phone_number,
      },
      requireOneOf: ['phone_number'],
    }),
  }),
  'assurance-unsatisfiable': orgIs({ signInPolicy: { factors: '2FA', isUnsatisfiable: true } }),
  'email-verified-outside': both(
    methods({ okta_password: 'required', okta_email: 'off', phone_number: 'off' }),
    {
      policy: (policy) => ({ ...policy, emailVerification: 'afterwards', requireOneOf: [] }),
      setup: (setup) => ({ ...setup, app: { ...setup.app, initiateLoginUri: null } }),
    },
  ),
  'no-email-callback': {
    policy: (policy) => ({ ...policy, magicLink: true, emailCallbackUri: undefined }),
  },
  'email-recovery': orgIs({ recoversByEmail: true }),
  'keep-me-signed-in': { policy: (policy) => ({ ...policy, keepMeSignedIn: true }) },
  'captcha-on-sign-up': {
    policy: (policy) => ({
      ...policy,
      captcha: policy.captcha === 'off' ? 'hcaptcha' : policy.captcha,
    }),
  },
} as const satisfies Readonly<Record<string, Change>>;
