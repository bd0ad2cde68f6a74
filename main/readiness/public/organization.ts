import { inside, textOf } from '../json';
import { failed, notChecked, type Outcome, pass, type Seen } from '../outcome';
import type { Visit } from './visit';

/**
 * What the host says of itself: Identity Engine or Classic, and its own domain beside Okta's.
 * Whatever says nothing is judged by its metadata.
 */
export async function checkOrganization({ facts, connection }: Visit): Promise<Outcome> {
  const pipeline = textOf(facts.organization, 'pipeline');
  facts.isOktaOrg = pipeline !== null;
  const api = 'GET /.well-known/okta-organization';
  const seen: Seen[] = [
    ...at('pipeline', pipeline),
    ...at('oktaDomain', inside(facts.organization, '_links', 'organization', 'href')),
    ...at('customDomain', inside(facts.organization, '_links', 'alternate', 'href')),
  ];
  function at(label: Seen['label'], value: unknown): Seen[] {
    return typeof value === 'string' ? [{ label, value, api }] : [];
  }

  if (pipeline === 'v1') {
    return failed(['classic-org'], { seen, field: 'orgUrl', isFinal: true });
  }
  if (pipeline === null) return notChecked('organization-silent');
  const { host } = new URL(connection.orgUrl);
  const isNamed = seen.some(({ value }) => URL.canParse(value) && new URL(value).host === host);
  return pass({ seen, summary: isNamed ? null : 'organization-other-host' });
}
