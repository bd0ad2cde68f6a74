import type { Policy } from '../../policy/schema';
import { setUpApp, type AppSetup } from './app';
import { defaultAuthorizationServer, type AuthorizationServerSetup } from './authorization-server';
import { noDefects, type Defects } from './defects';
import { appliedProfileRule, setUpProfilePolicy, type ProfilePolicySetup } from './profile-policy';

/** What signing in to the app takes, beyond having signed up. */
export interface SignInPolicySetup {
  readonly factors: '1FA' | '2FA';
  /** Whether it wants a key in hardware, which nobody has who only just signed up. */
  readonly isUnsatisfiable: boolean;
}

/**
 * How an org is set up, beyond what its policy says of the sign-up itself. The endpoints that
 * clients meet and the ones that administrators read both go by this.
 */
export interface OrgSetup {
  /** `idx` is Identity Engine, `v1` Classic. */
  readonly pipeline: 'idx' | 'v1';
  readonly hasInteractionCode: boolean;
  readonly hasApiAccessManagement: boolean;
  readonly app: AppSetup;
  readonly server: AuthorizationServerSetup;
  readonly profilePolicy: ProfilePolicySetup;
  readonly signInPolicy: SignInPolicySetup;
  /** Whether mail is required by the enrollment policy itself, and not only verified at sign-up. */
  readonly requiresEmail: boolean;
  /** Whether a lost password is recovered by mail. */
  readonly recoversByEmail: boolean;
  /** Whether it has an address of its own, 127.0.0.1, which its issuers are called after. */
  readonly hasCustomDomain: boolean;
  readonly hasRegistrationHook: boolean;
  readonly enforcesClientLimits: boolean;
  readonly defects: Defects;
}

export function setUpOrg(policy: Policy): OrgSetup {
  return {
    pipeline: 'idx',
    hasInteractionCode: true,
    hasApiAccessManagement: true,
    app: setUpApp(policy),
    server: defaultAuthorizationServer,
    profilePolicy: setUpProfilePolicy(policy),
    signInPolicy: { factors: '1FA', isUnsatisfiable: false },
    requiresEmail: false,
    recoversByEmail: false,
    hasCustomDomain: false,
    hasRegistrationHook: policy.registrationHook !== undefined,
    enforcesClientLimits: false,
    defects: noDefects,
  };
}

/** Whether whoever signs up may use the app: the policy puts them into the group of members. */
export function isAssigned({ app }: OrgSetup): boolean {
  return (
    app.implicitAssignment ||
    app.assignedTo.includes('everyone') ||
    app.assignedTo.includes('members')
  );
}

/** Whether the first page offers a sign-up. */
export function isSignUpOffered(setup: OrgSetup): boolean {
  const { access, unknownUserAction } = appliedProfileRule(setup.profilePolicy);
  const isHidden = !isAssigned(setup) && setup.defects.unassignedShows === 'first-page';
  return access === 'ALLOW' && unknownUserAction === 'REGISTER' && !isHidden;
}
