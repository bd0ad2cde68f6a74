import type { Org } from '../../model/org';
import { groupId } from '../groups';
import { accessPolicies } from './access';
import type { ApiPolicy, PolicyType } from './api-policy';
import { authenticatorEnrollmentPolicies } from './authenticator-enrollment';
import { passwordPolicies } from './password';
import { profileEnrollmentPolicies } from './profile-enrollment';

/** The policies of a type, in the order in which they are tried; the default one is last. */
export const policiesOfType: Readonly<
  Record<PolicyType, (org: Org, origin: string) => readonly ApiPolicy[]>
> = {
  PROFILE_ENROLLMENT: profileEnrollmentPolicies,
  MFA_ENROLL: authenticatorEnrollmentPolicies,
  PASSWORD: passwordPolicies,
  ACCESS_POLICY: accessPolicies,
};

/** Which of them applies to the app, or to people of these groups. */
export function appliedPolicy(
  org: Org,
  policies: readonly ApiPolicy[],
  groupIds: readonly string[],
): ApiPolicy | undefined {
  const isFor = ({ people, holdsForApp }: ApiPolicy) =>
    people === undefined ? holdsForApp : groupIds.includes(groupId(org, people));
  return policies.find(isFor) ?? policies.find(({ isDefault }) => isDefault);
}
