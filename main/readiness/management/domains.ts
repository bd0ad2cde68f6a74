import { type Outcome, pass, warn } from '../outcome';
import { scopes } from './scopes';
import { show } from './show';
import type { Subject } from './subject';

/** Is the org URL one of the org's domains, and the issuer on the same one? */
export async function checkDomains({ api, connection }: Subject): Promise<Outcome> {
  const domains = await api.list('/api/v1/domains', scopes.domains);
  if (!domains.ok) return domains.outcome;
  const verified = domains.value.filter((one) =>
    ['VERIFIED', 'COMPLETED'].includes(String(one['validationStatus'])),
  );
  const names = verified.map(({ domain }) => domain);
  const seen = [
    {
      label: 'domains' as const,
      value: show(names),
      api: 'GET /api/v1/domains',
      console: 'domains' as const,
    },
  ];
  const isOneDomain = new URL(connection.issuer).host === new URL(connection.orgUrl).host;
  return isOneDomain ? pass({ seen }) : warn(['issuer-mismatch'], { seen, field: 'issuer' });
}
