import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../practice';
import { at, readerOf } from './reader';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg();
});
afterEach(() => org.close());

const list = (type: string) => readerOf(org).all(`policies?type=${type}`);

async function simulated(body: object): Promise<unknown> {
  const { json } = await readerOf(org).simulate({ appInstance: org.clientId, ...body });
  return at(json, 'evaluation.0.result.policies.0.name');
}

describe('which policy applies', () => {
  it('is told under either name of the types', async () => {
    expect(await simulated({ policyTypes: ['PROFILE_ENROLLMENT'] })).toBe('Sign-up');
    expect(await simulated({ policyType: 'PROFILE_ENROLLMENT' })).toBe('Sign-up');
  });

  it('depends on the groups where people decide it', async () => {
    const groups = await readerOf(org).all('groups');
    const idOf = (wanted: string) =>
      groups.find(({ profile }) => at(profile, 'name') === wanted)?.['id'];
    const applied = (...names: string[]) =>
      simulated({
        policyTypes: ['MFA_ENROLL'],
        policyContext: { groups: { ids: names.map(idOf) } },
      });
    expect(await applied('Everyone')).toBe('Default Policy');
    expect(await applied('Everyone', 'Staff')).toBe('Staff');
    expect(await applied()).toBe('Default Policy');
  });

  it('can be found without a simulation, by the mappings', async () => {
    const reader = readerOf(org);
    const found: unknown[] = [];
    for (const { id, name } of await list('PROFILE_ENROLLMENT')) {
      const mappings = await reader.all(`policies/${String(id)}/mappings`);
      const apps = await reader.all(`policies/${String(id)}/app`);
      const hrefs = mappings.map((mapping) => at(mapping, '_links.application.href'));
      expect(hrefs).toEqual(apps.map((app) => `${org.origin}/api/v1/apps/${String(app['id'])}`));
      if (hrefs.length > 0) found.push(name);
    }
    expect(found).toEqual(['Sign-up']);
  });

  it('is another where the app was put into another', async () => {
    await org.postJson('/practice/admin/policy', { misconfigurations: ['app-in-another-policy'] });
    expect(await simulated({ policyTypes: ['PROFILE_ENROLLMENT'] })).toBe('Partners');
    const app = (await readerOf(org).get(`apps/${org.clientId}`)).json;
    const { pathname } = new URL(String(at(app, '_links.profileEnrollment.href')));
    const linked = await readerOf(org).get(pathname.replace('/api/v1/', ''));
    expect(linked.json['name']).toBe('Partners');
  });

  it.each([
    [{ policyTypes: [] }, 400],
    [{ policyTypes: ['NO_SUCH_TYPE'] }, 400],
    [{}, 400],
    [{ policyTypes: ['PASSWORD'], appInstance: '0oaOther' }, 404],
  ])('is not told for %o', async (body, status) => {
    const answer = await readerOf(org).simulate({ appInstance: org.clientId, ...body });
    expect(answer.status).toBe(status);
  });

  it('is told to whoever may read policies, though it is asked with a POST', async () => {
    const { json } = await org.postJson('/practice/admin/access-token', {
      scopes: ['okta.policies.read'],
    });
    const reader = readerOf(org, `Bearer ${String(json['accessToken'])}`);
    const body = { appInstance: org.clientId, policyTypes: ['PASSWORD'] };
    expect((await reader.simulate(body)).status).toBe(200);
    expect((await readerOf(org, '').simulate(body)).status).toBe(401);
  });
});

describe('a list of policies', () => {
  it.each(['PROFILE_ENROLLMENT', 'MFA_ENROLL', 'PASSWORD', 'ACCESS_POLICY'])(
    'of type %s has the default one last, and each can be read by itself',
    async (type) => {
      const policies = await list(type);
      const isSystem = policies.map(({ system }) => system);
      expect(isSystem.filter(Boolean)).toHaveLength(1);
      expect(isSystem.at(-1)).toBe(true);
      for (const policy of policies) {
        expect(policy).toMatchObject({ type, status: 'ACTIVE' });
        const itself = await readerOf(org).get(`policies/${String(policy['id'])}`);
        expect(itself.json).toEqual(policy);
      }
    },
  );

  it('is of one type', async () => {
    expect((await readerOf(org).get('policies')).status).toBe(400);
    expect((await readerOf(org).get('policies?type=NO_SUCH_TYPE')).status).toBe(400);
  });
});

describe('an authenticator', () => {
  it('says which of its methods are on', async () => {
    await org.postJson('/practice/admin/policy', { phoneMethods: ['voice'] });
    const reader = readerOf(org);
    const all = await reader.all('authenticators');
    expect(all.map(({ key }) => key)).toEqual(['okta_password', 'okta_email', 'phone_number']);
    const phone = all.find(({ key }) => String(key) === 'phone_number');
    const methods = await reader.all(`authenticators/${String(phone?.['id'])}/methods`);
    expect(methods.map(({ type, status }) => [type, status])).toEqual([
      ['sms', 'INACTIVE'],
      ['voice', 'ACTIVE'],
    ]);
  });
});
