import type { Policy } from '../policy/schema';

/** What a user profile policy says about people whom the org does not know. */
export interface ProfileRule {
  readonly access: 'ALLOW' | 'DENY';
  readonly unknownUserAction: 'REGISTER' | 'DENY';
}

/** The user profile policy of the app; an app that is in none falls under the org's default one. */
export interface ProfilePolicySetup {
  readonly holdsForApp: boolean;
  readonly rule: ProfileRule;
}

/** As in every new org: nobody signs up. */
export const defaultProfileRule: ProfileRule = { access: 'ALLOW', unknownUserAction: 'DENY' };

export function setUpProfilePolicy({ signUpAllowed }: Policy): ProfilePolicySetup {
  return {
    holdsForApp: true,
    rule: { access: 'ALLOW', unknownUserAction: signUpAllowed ? 'REGISTER' : 'DENY' },
  };
}

export function appliedProfileRule({ holdsForApp, rule }: ProfilePolicySetup): ProfileRule {
  return holdsForApp ? rule : defaultProfileRule;
}
