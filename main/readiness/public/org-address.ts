import { pass, type Outcome } from '../outcome';
import { ask } from './ask';
import type { Visit } from './visit';

/** Does anything answer at the org URL, over a connection that this computer trusts? */
export async function checkOrgAddress(visit: Visit): Promise<Outcome> {
  const { orgUrl } = visit.connection;
  const asked = await ask(visit, `${orgUrl}/.well-known/okta-organization`, {
    method: 'GET',
    headers: { accept: 'application/json' },
  });
  if (!asked.ok) return asked.outcome;
  visit.facts.organization = asked.value.json;
  return pass({ values: { host: new URL(orgUrl).host } });
}
