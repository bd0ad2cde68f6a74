import { misconfigured } from '../misconfigurations/registry';
import type { Policy } from '../../policy/schema';
import { setUpOrg, type OrgSetup } from './org-setup';

/** What holds in an org. */
export interface InForce {
  /** The policy as it was given. */
  readonly given: Policy;
  /** The policy as people meet it, with what its misconfigurations make of it. */
  readonly policy: Policy;
  readonly setup: OrgSetup;
}

export function putInForce(given: Policy): InForce {
  const changes = given.misconfigurations.map((name) => misconfigured[name]);
  const policy = changes.reduce((now, change) => change.policy?.(now) ?? now, given);
  const setup = changes.reduce((now, change) => change.setup?.(now) ?? now, setUpOrg(policy));
  return { given, policy, setup };
}
