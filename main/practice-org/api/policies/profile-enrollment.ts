import type { Org } from '../../model/org';
import { defaultProfileRule, type ProfileRule } from '../../model/setup/profile-policy';
import { groupId } from '../groups';
import { hookId } from '../inline-hooks';
import { describePolicy, type ApiPolicy } from './api-policy';

/** User profile policies: the one of the sign-up, one of another app, and Okta's default. */
export function profileEnrollmentPolicies(org: Org, origin: string): readonly ApiPolicy[] {
  const { holdsForApp, rule } = org.setup.profilePolicy;
  const common = { type: 'PROFILE_ENROLLMENT' } as const;
  const catchAll = (actions: unknown) => ({ name: 'Catch-all Rule', isSystem: true, actions });
  return [
    describePolicy(org, origin, {
      ...common,
      key: 'partners',
      name: 'Partners',
      description: 'For people whom a partner has sent',
      priority: 1,
      isDefault: false,
      holdsForApp: !holdsForApp,
      rule: catchAll(profileEnrollment(org, defaultProfileRule)),
    }),
    describePolicy(org, origin, {
      ...common,
      key: 'sign-up',
      name: 'Sign-up',
      description: 'For people who register themselves',
      priority: 1,
      isDefault: false,
      holdsForApp,
      rule: catchAll(profileEnrollment(org, rule)),
    }),
    describePolicy(org, origin, {
      ...common,
      key: 'default',
      name: 'Default Policy',
      description: 'Default policy for apps without one of their own',
      priority: 99,
      isDefault: true,
      rule: catchAll(profileEnrollment(org, defaultProfileRule)),
    }),
  ];
}

function profileEnrollment(org: Org, { access, unknownUserAction }: ProfileRule) {
  const { profileAttributes, progressiveProfile, passwordOn, emailVerification, authenticators } =
    org.policy;
  const isRegistering = unknownUserAction === 'REGISTER';
  return {
    profileEnrollment: {
      access,
      unknownUserAction,
      preRegistrationInlineHooks:
        isRegistering && org.setup.hasRegistrationHook ? [{ inlineHookId: hookId(org) }] : null,
      profileAttributes: profileAttributes.map(({ name, label, required }) => ({
        name,
        label,
        required,
      })),
      targetGroupIds: isRegistering ? [groupId(org, 'members')] : null,
      activationRequirements: {
        emailVerification:
          emailVerification === 'afterwards' || authenticators.okta_email === 'required',
      },
      enrollAuthenticatorTypes: passwordOn === 'profile' ? ['password'] : null,
      progressiveProfilingAction: progressiveProfile ? 'ENABLED' : 'DISABLED',
      uiSchemaId: org.idOf('uis', 'sign-up'),
    },
  };
}
