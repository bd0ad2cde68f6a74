import { json, record, type Reply } from '../../http/exchange';
import { oktaError } from '../../http/okta-error';
import type { Reading } from '../read-route';
import { policyTypes, type ApiPolicy } from './api-policy';
import { appliedPolicy, policiesOfType } from './applied';

/** `POST /policies/simulate`: which policies would apply. Okta's documents name the types two ways. */
export function simulate({ org, origin, exchange }: Reading): Reply {
  const sent = record(exchange.body.kind === 'json' ? exchange.body.value : undefined);
  const { appInstance } = sent;
  const named = [sent['policyTypes'] ?? sent['policyType']].flat();
  const types = policyTypes.filter((type) => named.includes(type));
  if (typeof appInstance !== 'string' || types.length === 0) return oktaError('E0000001');
  if (appInstance !== org.app.id || !org.setup.app.exists) return oktaError('E0000007');
  const { ids } = record(record(sent['policyContext'])['groups']);
  const groupIds = Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  return json(200, {
    evaluation: types.map((policyType) => {
      const all = policiesOfType[policyType](org, origin);
      const applied = appliedPolicy(org, all, groupIds);
      const others = all.filter((policy) => policy !== applied);
      return {
        status: null,
        policyType,
        result: { policies: applied ? [evaluated(applied, 'MATCH')] : [] },
        undefined: { policies: [] },
        evaluated: { policies: others.map((policy) => evaluated(policy, 'UNMATCHED')) },
      };
    }),
  });
}

function evaluated({ id, name, rules }: ApiPolicy, status: 'MATCH' | 'UNMATCHED') {
  return {
    id,
    name,
    status,
    conditions: [],
    rules: rules.map((rule) => ({ id: rule.id, name: rule.name, status, conditions: [] })),
  };
}
