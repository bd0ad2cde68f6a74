import type { Policy } from '../../policy/schema';

/** What a user profile policy says about people whom the org does not know. */
export interface ProfileRule {
  readonly access: 'ALLOW' | 'DENY';
  readonly unknownUserAction: 'REGISTER' | 'DENY';
}

/** The user profile policy for sign-ups, and whether the app is in it or in that of partners. */
export interface ProfilePolicySetup {
  readonly holdsForApp: boolean;
  readonly rule: ProfileRule;
}

/** Every other policy of the org, its default one too: nobody signs up. */
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
