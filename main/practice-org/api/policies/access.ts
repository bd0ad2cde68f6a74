import type { Org } from '../../model/org';
import { describePolicy, type ApiPolicy } from './api-policy';

/** App sign-in policies: the one of the app, and the one that Okta gives every new app. */
export function accessPolicies(org: Org, origin: string): readonly ApiPolicy[] {
  const { factors, isUnsatisfiable } = org.setup.signInPolicy;
  const hardwareKey = {
    possession: {
      required: true,
      deviceBound: 'REQUIRED',
      hardwareProtection: 'REQUIRED',
      phishingResistant: 'REQUIRED',
    },
  };
  const signOn = (factorMode: '1FA' | '2FA', constraints: readonly unknown[]) => ({
    name: 'Catch-all Rule',
    isSystem: true,
    actions: {
      appSignOn: {
        access: 'ALLOW',
        verificationMethod: {
          type: 'ASSURANCE',
          factorMode,
          reauthenticateIn: 'PT12H',
          constraints,
        },
        keepMeSignedIn: {
          postAuth: org.policy.keepMeSignedIn ? 'ALLOWED' : 'NOT_ALLOWED',
          postAuthPromptFrequency: 'P30D',
        },
      },
    },
  });
  return [
    describePolicy(org, origin, {
      type: 'ACCESS_POLICY',
      key: 'frontdesk',
      name: 'Frontdesk',
      description: 'For the app that people sign up in',
      priority: 1,
      isDefault: false,
      holdsForApp: true,
      rule: signOn(factors, isUnsatisfiable ? [hardwareKey] : []),
    }),
    describePolicy(org, origin, {
      type: 'ACCESS_POLICY',
      key: 'default',
      name: 'Any two factors',
      description: 'For apps without one of their own',
      priority: 1,
      isDefault: true,
      rule: signOn('2FA', []),
    }),
  ];
}
