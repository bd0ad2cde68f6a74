import type { Connection } from '../../network/connection';
import { inside, type Json, textOf, textsOf } from '../json';
import { failed, type Outcome, pass, type Seen } from '../outcome';
import type { Managed } from './api';
import { scopes } from './scopes';
import { show } from './show';
import type { Subject } from './subject';

const root = '/api/v1/authorizationServers';
const grant = 'interaction_code';

/** Does a custom authorization server exist, with a rule that lets this app's people in? */
export async function checkAuthorizationServer(subject: Subject): Promise<Outcome> {
  const { connection, api } = subject;
  if (connection.issuer === connection.orgUrl) return pass({ summary: 'org-server' });
  const listed = await api.list(`${root}?limit=200`, scopes.servers);
  if (!listed.ok) return absent(listed) ?? listed.outcome;
  const server = meant(listed.value, connection);
  if (!server)
    return failed(['issuer-unknown'], { field: 'issuer', seen: [issuers(listed.value)] });

  const seen: Seen[] = [
    { label: 'issuerNamed', value: show(server['issuer']), api: `GET ${root}`, console: 'servers' },
    {
      label: 'issuerMode',
      value: show(server['issuerMode']),
      api: `GET ${root}`,
      console: 'serverSettings',
    },
    {
      label: 'serverStatus',
      value: show(server['status']),
      api: `GET ${root}`,
      console: 'servers',
    },
  ];
  if (server['status'] !== 'ACTIVE') return failed(['issuer-unknown'], { seen, field: 'issuer' });
  if (server['issuer'] !== connection.issuer) {
    return failed(['issuer-mismatch'], { seen, field: 'issuer' });
  }
  const own = `${root}/${String(server['id'])}`;
  const offered = await api.list(`${own}/scopes?limit=200`, scopes.servers);
  if (!offered.ok) return offered.outcome;
  const names = offered.value.flatMap((one) => textOf(one, 'name') ?? []);
  seen.push({
    label: 'serverScopes',
    value: show(names),
    api: `GET ${root}/{serverId}/scopes`,
    console: 'serverScopes',
  });
  if (!connection.scopes.every((scope) => names.includes(scope))) {
    return failed(['scope-not-configured'], { seen, field: 'scopes' });
  }
  return judgeRules(subject, own, seen);
}

/** Which answers the org gives where it has no custom authorization servers at all. */
function absent({ status, outcome }: Managed<unknown> & { readonly ok: false }): Outcome | null {
  const isFeature =
    status === 404 ||
    outcome.summary === 'feature-missing' ||
    /feature|API Access Management/i.test(outcome.detail ?? '');
  return isFeature
    ? failed(['no-api-access-management'], { detail: outcome.detail, field: 'issuer' })
    : null;
}

/** By its issuer; without one, by its path or its ID in an issuer on another domain of the org. */
function meant(servers: readonly Json[], { issuer }: Connection): Json | undefined {
  const path = URL.parse(issuer)?.pathname;
  return (
    servers.find((server) => server['issuer'] === issuer) ??
    servers.find((server) => URL.parse(String(server['issuer']))?.pathname === path) ??
    servers.find(({ id, name }) => [id, name].some((one) => path === `/oauth2/${String(one)}`))
  );
}

function issuers(servers: readonly Json[]): Seen {
  const names = servers.map((server) => server['issuer']);
  return { label: 'issuerNamed', value: show(names), api: `GET ${root}`, console: 'servers' };
}

async function judgeRules(subject: Subject, own: string, seen: Seen[]): Promise<Outcome> {
  const { api, connection } = subject;
  const policies = await api.list(`${own}/policies?limit=200`, scopes.servers);
  if (!policies.ok) return policies.outcome;
  const applying = policies.value.filter((policy) => {
    const clients = textsOf(inside(policy, 'conditions', 'clients', 'include'));
    return (
      policy['status'] === 'ACTIVE' &&
      (clients.includes('ALL_CLIENTS') || clients.includes(connection.clientId))
    );
  });
  const rules: Json[] = [];
  for (const policy of applying) {
    const path = `${own}/policies/${String(policy['id'])}/rules?limit=200`;
    const listed = await api.list(path, scopes.servers);
    if (!listed.ok) return listed.outcome;
    rules.push(...listed.value.filter(({ status }) => status === 'ACTIVE'));
  }
  const grants = rules.flatMap((rule) =>
    textsOf(inside(rule, 'conditions', 'grantTypes', 'include')),
  );
  const place = {
    api: `GET ${root}/{serverId}/policies/{policyId}/rules`,
    console: 'accessPolicies' as const,
  };
  seen.push(
    { label: 'accessPolicies', value: show(applying.map(({ name }) => name)), ...place },
    { label: 'ruleGrants', value: show([...new Set(grants)]), ...place },
    {
      label: 'rulePeople',
      value: show(rules.flatMap(peopleOf)),
      ...place,
    },
  );
  // EVERYONE is how Okta writes it; a rule may also name the groups that a new account is in.
  const { groups, unknown } = await subject.newcomer();
  const fitting = rules.filter((rule) => isFor(connection, rule));
  const named = fitting.flatMap(peopleOf);
  if (['EVERYONE', ...groups].some((group) => named.includes(group))) return pass({ seen });
  // One of the groups may be the one that is not known.
  if (unknown && named.length > 0) return { ...unknown.outcome, seen };
  const hasGrant = grants.includes(grant);
  return hasGrant
    ? failed(['access-policy-denies', 'grant-not-in-access-policy'], { seen, field: 'issuer' })
    : failed(['grant-not-in-access-policy', 'access-policy-denies'], { seen, field: 'issuer' });
}

/** Whether the rule is for the grant and the scopes of a sign-up. */
function isFor({ scopes: wanted }: Connection, rule: Json): boolean {
  const grants = textsOf(inside(rule, 'conditions', 'grantTypes', 'include'));
  const granted = textsOf(inside(rule, 'conditions', 'scopes', 'include'));
  return (
    grants.includes(grant) &&
    (granted.includes('*') || wanted.every((scope) => granted.includes(scope)))
  );
}

function peopleOf(rule: Json): readonly string[] {
  return textsOf(inside(rule, 'conditions', 'people', 'groups', 'include'));
}
