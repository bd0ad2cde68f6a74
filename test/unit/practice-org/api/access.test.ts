import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../practice';
import { readerOf } from './reader';

let org: TestOrg;
beforeAll(async () => {
  org = await startTestOrg({ misconfigurations: ['hook-denies'] });
});
afterAll(() => org.close());

async function accessToken(...scopes: string[]): Promise<string> {
  const { json } = await org.postJson('/practice/admin/access-token', { scopes });
  return String(json['accessToken']);
}

const endpoints = [
  ['policies?type=PASSWORD', 'okta.policies.read'],
  ['policies/{policy}', 'okta.policies.read'],
  ['policies/{policy}/rules', 'okta.policies.read'],
  ['policies/{policy}/mappings', 'okta.policies.read'],
  ['policies/{policy}/app', 'okta.policies.read'],
  ['apps/{app}', 'okta.apps.read'],
  ['apps/{app}/groups', 'okta.apps.read'],
  ['groups', 'okta.groups.read'],
  ['authenticators', 'okta.authenticators.read'],
  ['authenticators/{phone}/methods', 'okta.authenticators.read'],
  ['authorizationServers', 'okta.authorizationServers.read'],
  ['authorizationServers/default', 'okta.authorizationServers.read'],
  ['authorizationServers/default/policies', 'okta.authorizationServers.read'],
  ['authorizationServers/default/policies/{serverPolicy}/rules', 'okta.authorizationServers.read'],
  ['authorizationServers/default/scopes', 'okta.authorizationServers.read'],
  ['org/captcha', 'okta.captchas.read'],
  ['domains', 'okta.domains.read'],
  ['inlineHooks', 'okta.inlineHooks.read'],
  ['inlineHooks/{hook}', 'okta.inlineHooks.read'],
  ['rate-limit-settings/per-client', 'okta.rateLimits.read'],
  ['logs', 'okta.logs.read'],
] as const;

async function pathOf(template: string): Promise<string> {
  const reader = readerOf(org);
  const first = async (path: string, is: (item: { [key: string]: unknown }) => boolean) =>
    String((await reader.all(path)).find(is)?.['id']);
  const any = () => true;
  return template
    .replace('{policy}', await first('policies?type=PROFILE_ENROLLMENT', any))
    .replace('{app}', org.clientId)
    .replace('{phone}', await first('authenticators', ({ key }) => key === 'phone_number'))
    .replace('{serverPolicy}', await first('authorizationServers/default/policies', any))
    .replace('{hook}', await first('inlineHooks', any));
}

describe.each(endpoints)('GET %s', (template, scope) => {
  it('takes the API token, and an access token with its scope', async () => {
    const path = await pathOf(template);
    const answer = await readerOf(org).get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(Number(answer.headers.get('x-rate-limit-limit'))).toBeGreaterThan(0);
    expect(answer.headers.has('x-rate-limit-remaining')).toBe(true);
    expect(answer.headers.has('x-rate-limit-reset')).toBe(true);
    const scoped = readerOf(org, `Bearer ${await accessToken(scope)}`);
    expect((await scoped.get(path)).text).toBe(answer.text);
  });

  it('names the scope that an access token lacks', async () => {
    const others = endpoints.map(([, other]) => other).filter((other) => other !== scope);
    const reader = readerOf(org, `Bearer ${await accessToken(...others)}`);
    const { status, json, headers } = await reader.get(await pathOf(template));
    expect([status, String(json['errorCode'])]).toEqual([403, 'E0000006']);
    const challenge = headers.get('www-authenticate');
    expect(challenge).toContain('error="insufficient_scope"');
    expect(challenge).toContain(`scope="${scope}"`);
  });

  it('takes nobody without a token, and no other one', async () => {
    const path = await pathOf(template);
    for (const header of [
      '',
      'SSWS 00wrong',
      `Bearer ${org.apiToken}`,
      org.apiToken,
      'Basic YTpi',
    ]) {
      const { status, json } = await readerOf(org, header).get(path);
      expect([status, String(json['errorCode']), String(json['errorSummary'])]).toEqual([
        401,
        'E0000011',
        'Invalid token provided',
      ]);
    }
  });

  it.each(['PUT', 'DELETE', 'POST', 'PATCH'])('cannot be asked to %s', async (method) => {
    const headers = { Authorization: `SSWS ${org.apiToken}` };
    const path = `/api/v1/${await pathOf(template)}`;
    const { status, json } = await org.send(method, path, { headers });
    expect([status, String(json['errorCode'])]).toEqual([405, 'E0000022']);
  });
});

describe('the token', () => {
  it('is another in every run, and never among the requests', async () => {
    const other = await startTestOrg();
    expect(other.apiToken).not.toBe(org.apiToken);
    expect((await readerOf(other, `SSWS ${org.apiToken}`).get('domains')).status).toBe(401);
    await other.close();
    const minted = await accessToken('okta.domains.read');
    await readerOf(org, `Bearer ${minted}`).get('domains');
    const seen = (await org.get('/practice/admin/requests')).text;
    expect(seen).toContain('/api/v1/domains');
    expect(seen).not.toContain(org.apiToken);
    expect(seen).not.toContain(minted);
  });

  it('does not read anything as a token of a sign-up', async () => {
    const { status } = await org.postJson('/practice/admin/access-token', { scopes: 'all' });
    expect(status).toBe(400);
  });
});

describe('what is not there', () => {
  it.each([
    'policies/00pNothing',
    'policies/00pNothing/rules',
    'apps/0oaOther',
    'apps/%zz',
    'apps/0oaOther/groups',
    'authenticators/autNothing/methods',
    'authorizationServers/ausNothing',
    'authorizationServers/default/policies/00pNothing/rules',
    'inlineHooks/calNothing',
    'users',
  ])('%s', async (path) => {
    const { status, json } = await readerOf(org).get(path);
    expect([status, String(json['errorCode'])]).toEqual([404, 'E0000007']);
  });

  it('cannot be made either', async () => {
    const headers = { Authorization: `SSWS ${org.apiToken}` };
    expect((await org.postJson('/api/v1/users', {}, headers)).status).toBe(405);
  });
});

describe('an org whose limit is reached', () => {
  it('says so to administrators too', async () => {
    const busy = await startTestOrg({ requestsPerMinute: 2 });
    const reader = readerOf(busy);
    await reader.get('domains');
    await reader.get('domains');
    const { status, json, headers } = await reader.get('domains');
    expect([status, String(json['errorCode'])]).toEqual([429, 'E0000047']);
    expect(headers.get('x-rate-limit-remaining')).toBe('0');
    await busy.close();
  });
});
