import type { Policy } from '../../policy/schema';
import type { AppSetup } from '../setup/app';
import type { AuthorizationServerSetup } from '../setup/authorization-server';
import type { Defects } from '../setup/defects';
import type { OrgSetup } from '../setup/org-setup';

/** What a misconfiguration changes: the policy where a policy can say it, and else the setup. */
export interface Change {
  readonly policy?: (policy: Policy) => Policy;
  readonly setup?: (setup: OrgSetup) => OrgSetup;
}

export function orgIs(patch: Partial<OrgSetup>): Change {
  return { setup: (setup) => ({ ...setup, ...patch }) };
}

export function appIs(patch: Partial<AppSetup>): Change {
  return { setup: (setup) => ({ ...setup, app: { ...setup.app, ...patch } }) };
}

export function ruleIs(patch: Partial<AuthorizationServerSetup['rule']>): Change {
  return {
    setup: (setup) => ({
      ...setup,
      server: { ...setup.server, rule: { ...setup.server.rule, ...patch } },
    }),
  };
}

export function defect(patch: Partial<Defects>): Change {
  return { setup: (setup) => ({ ...setup, defects: { ...setup.defects, ...patch } }) };
}

export function both(first: Change, second: Change): Change {
  return {
    policy: (policy) => {
      const between = first.policy?.(policy) ?? policy;
      return second.policy?.(between) ?? between;
    },
    setup: (setup) => {
      const between = first.setup?.(setup) ?? setup;
      return second.setup?.(between) ?? between;
    },
  };
}
